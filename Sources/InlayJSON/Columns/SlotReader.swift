import InlayBytes
import InlayColumns

/// Reads the values of one type out of the text of a document.
protocol SlotReader {
  /// How values are stored.
  associatedtype Value: BitwiseCopyable & Sendable
  /// What stands in the place of a null.
  static var filler: Value { get }
  /// Returns the value, or nil when it is none of the type.
  func value(_ slot: ValueSlot, _ bytes: RawSpan) -> Value?
}

extension SlotReader where Value: ExpressibleByIntegerLiteral {
  static var filler: Value { 0 }
}

/// Whole numbers, written without a point or an exponent.
struct IntegerReader<Value: FixedWidthInteger & BitwiseCopyable & Sendable>: SlotReader {
  @inline(__always) func value(_ slot: ValueSlot, _ bytes: RawSpan) -> Value? {
    slot.kind == .integer ? ValueText.parseInteger(bytes) : nil
  }
}

/// Numbers of 64 bits; those that are too large become infinite, and the words for what is no number may be in quotes.
struct DoubleReader: SlotReader {
  @inline(__always) func value(_ slot: ValueSlot, _ bytes: RawSpan) -> Double? {
    switch slot.kind {
    case .integer, .real: ValueText.parseDouble(bytes) ?? Self.infinity(bytes)
    case .special, .string: Self.special(bytes)
    default: nil
    }
  }

  static func infinity(_ bytes: RawSpan) -> Double {
    bytes.byte(at: 0) == UInt8(ascii: "-") ? -.infinity : .infinity
  }

  static func special(_ bytes: RawSpan) -> Double? {
    ValueText.parseDouble(bytes).flatMap { $0.isFinite ? nil : $0 }
  }
}

/// Numbers of 32 bits, under the same rules.
struct FloatReader: SlotReader {
  func value(_ slot: ValueSlot, _ bytes: RawSpan) -> Float? {
    switch slot.kind {
    case .integer, .real: ValueText.parseFloat(bytes) ?? Float(DoubleReader.infinity(bytes))
    case .special, .string: DoubleReader.special(bytes).map { Float($0) }
    default: nil
    }
  }
}

/// Decimals, as numbers in any form or as texts.
struct DecimalReader: SlotReader {
  let precision: Int
  let scale: Int

  func value(_ slot: ValueSlot, _ bytes: RawSpan) -> Int128? {
    switch slot.kind {
    case .integer, .string: ValueText.parseDecimal(bytes, precision: precision, scale: scale)
    case .real:
      ValueText.parseDecimal(bytes, precision: precision, scale: scale) ?? shifted(bytes)
    default: nil
    }
  }

  /// Reads a number with an exponent, by writing it out without.
  private func shifted(_ bytes: RawSpan) -> Int128? {
    guard let mark = (0..<bytes.byteCount).first(where: { bytes.byte(at: $0) | 0x20 == UInt8(ascii: "e") }),
      let exponent: Int = ValueText.parseInteger(bytes.extracting(droppingFirst: mark + 1)),
      exponent.magnitude <= 1_000
    else { return nil }
    var digits: [UInt8] = []
    var point: Int?
    for index in 0..<mark {
      let byte = bytes.byte(at: index)
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else if byte != UInt8(ascii: "-") {
        digits.append(byte)
      }
    }
    var place = (point ?? digits.count) + exponent
    if place < 0 {
      digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: -place), at: 0)
      place = 0
    }
    if place > digits.count {
      digits.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: place - digits.count))
    }
    digits.insert(UInt8(ascii: "."), at: place)
    if bytes.byte(at: 0) == UInt8(ascii: "-") { digits.insert(UInt8(ascii: "-"), at: 0) }
    let text = Values(digits)
    return ValueText.parseDecimal(text.rawSpan, precision: precision, scale: scale)
  }
}

/// Dates, as texts.
struct DateReader: SlotReader {
  func value(_ slot: ValueSlot, _ bytes: RawSpan) -> Int32? {
    slot.kind == .string ? ValueText.parseDate(bytes) : nil
  }
}

/// Timestamps, as texts.
struct TimestampReader: SlotReader {
  let unit: TimeUnit
  let isUTC: Bool

  func value(_ slot: ValueSlot, _ bytes: RawSpan) -> Int64? {
    slot.kind == .string ? ValueText.parseTimestamp(bytes, unit: unit, isUTC: isUTC) : nil
  }
}

/// Times of day, as texts.
struct TimeReader<Value: FixedWidthInteger & BitwiseCopyable & Sendable>: SlotReader {
  let unit: TimeUnit

  func value(_ slot: ValueSlot, _ bytes: RawSpan) -> Value? {
    slot.kind == .string ? ValueText.parseTime(bytes, unit: unit).flatMap { Value(exactly: $0) } : nil
  }
}
