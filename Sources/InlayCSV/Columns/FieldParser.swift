import CInlayKernels
import InlayBytes
import InlayColumns

/// Makes a value of a field's bytes; one conformance for each way in which values are written and stored.
protocol FieldParser {
  associatedtype Value: BitwiseCopyable & Sendable
  /// What stands in the place of a null.
  static var filler: Value { get }
  /// Returns the value, or nil when the bytes are none of the type.
  func parse(_ bytes: RawSpan) -> Value?
  /// The form of values that a kernel reads as this parser would; nil when there is none.
  var usualForm: UsualForm? { get }
  /// Whether values that a kernel read are of the type.
  func accepts(_ found: inlay_csv_values) -> Bool
}

extension FieldParser {
  var usualForm: UsualForm? { nil }
  @inline(__always) func accepts(_ found: inlay_csv_values) -> Bool { true }
}

extension FieldParser where Value: Numeric {
  static var filler: Value { 0 }
}

struct BooleanParser: FieldParser {
  static var filler: Bool { false }
  @inline(__always) func parse(_ bytes: RawSpan) -> Bool? { ValueText.parseBoolean(bytes) }
  var usualForm: UsualForm? { .booleans }
}

struct IntegerParser<Value: FixedWidthInteger & BitwiseCopyable & Sendable>: FieldParser {
  @inline(__always) func parse(_ bytes: RawSpan) -> Value? { ValueText.parseInteger(bytes) }
  var usualForm: UsualForm? { Value.self == Int64.self ? .integers : nil }
}

struct DoubleParser: FieldParser {
  @inline(__always) func parse(_ bytes: RawSpan) -> Double? { ValueText.parseDouble(bytes) }
  var usualForm: UsualForm? { .doubles }
}

struct FloatParser: FieldParser {
  @inline(__always) func parse(_ bytes: RawSpan) -> Float? { ValueText.parseFloat(bytes) }
}

struct DateParser: FieldParser {
  @inline(__always) func parse(_ bytes: RawSpan) -> Int32? { ValueText.parseDate(bytes) }
}

struct TimestampParser: FieldParser {
  let unit: TimeUnit
  let isUTC: Bool
  @inline(__always) func parse(_ bytes: RawSpan) -> Int64? {
    ValueText.parseTimestamp(bytes, unit: unit, isUTC: isUTC)
  }
  var usualForm: UsualForm? { unit == .micros ? .micros : nil }
  func accepts(_ found: inlay_csv_values) -> Bool { isUTC || !found.has_zone }
}

struct TimeParser<Value: FixedWidthInteger & BitwiseCopyable & Sendable>: FieldParser {
  let unit: TimeUnit
  @inline(__always) func parse(_ bytes: RawSpan) -> Value? {
    ValueText.parseTime(bytes, unit: unit).flatMap { Value(exactly: $0) }
  }
}

struct DecimalParser: FieldParser {
  let precision: Int
  let scale: Int
  @inline(__always) func parse(_ bytes: RawSpan) -> Int128? {
    ValueText.parseDecimal(bytes, precision: precision, scale: scale)
  }
}
