import CInlayKernels
import InlayBytes
import InlayColumns

/// What is known of a column's type from the values seen so far.
///
/// Values only ever take possibilities away, so guesses of different parts of a column can be merged in any order. Each
/// possibility that is left means that every value converts to that type without losing anything.
struct ColumnGuess: Hashable, Sendable {
  /// The types that all values have.
  struct Kinds: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let boolean = Kinds(rawValue: 1)
    static let integer = Kinds(rawValue: 2)
    static let double = Kinds(rawValue: 4)
    static let decimal = Kinds(rawValue: 8)
    static let date = Kinds(rawValue: 16)
    /// A timestamp that microseconds can count.
    static let micros = Kinds(rawValue: 32)
    /// A timestamp that nanoseconds can count.
    static let nanos = Kinds(rawValue: 64)

    static let numbers: Kinds = [.integer, .double, .decimal]
    static let timestamps: Kinds = [.micros, .nanos]
  }

  private(set) var kinds: Kinds
  /// Whether there is a value at all.
  private var hasValue = false
  /// Whether there is a number in digits, beside the words for what is no finite number.
  private var hasDigits = false
  /// The most digits before and after the point of any number.
  private var integerDigits = 0
  private var scale = 0
  private var hasZone = false
  private var lacksZone = false

  init(decimals: Bool) {
    kinds = [.boolean, .integer, .double, .date, .micros, .nanos]
    if decimals { kinds.insert(.decimal) }
  }

  /// Whether no value can change the type any more.
  var isString: Bool { kinds.isEmpty }

  /// Takes in what is known of another part of the column.
  mutating func merge(_ other: ColumnGuess) {
    kinds.formIntersection(other.kinds)
    hasValue = hasValue || other.hasValue
    hasDigits = hasDigits || other.hasDigits
    integerDigits = Swift.max(integerDigits, other.integerDigits)
    scale = Swift.max(scale, other.scale)
    hasZone = hasZone || other.hasZone
    lacksZone = lacksZone || other.lacksZone
  }

  /// The narrowest type that is left; a column without values is one of strings.
  var type: DataType {
    guard hasValue else { return .string }
    if kinds.contains(.boolean) { return .boolean }
    if kinds.contains(.integer) { return .int64 }
    let precision = Swift.max(integerDigits + scale, 1)
    if kinds.contains(.decimal) && precision <= 38 { return .decimal(precision: precision, scale: scale) }
    if kinds.contains(.double) && hasDigits { return .double }
    if kinds.contains(.date) { return .date }
    // A wall-clock reading and a moment are not comparable: together they are texts.
    if hasZone && lacksZone { return .string }
    if kinds.contains(.micros) { return .timestamp(.micros, isUTC: hasZone) }
    return kinds.contains(.nanos) ? .timestamp(.nanos, isUTC: hasZone) : .string
  }

  // MARK: Many values

  /// The form in which values of the narrowest type that is left are usually written; nil where no kernel reads it.
  var usualForm: UsualForm? {
    guard hasValue else { return nil }
    if kinds.contains(.boolean) { return .booleans }
    if kinds.contains(.integer) { return .integers }
    if kinds.contains(.double) { return .doubles }
    return kinds.contains(.micros) ? .micros : nil
  }

  /// Takes in what a kernel found of values that it could read, as ``add(_:)`` would of each of them.
  mutating func add(_ found: inlay_csv_values, _ form: UsualForm) {
    switch form {
    case .booleans: kinds.formIntersection(.boolean)
    case .integers: kinds.formIntersection(.numbers)
    case .doubles: kinds.formIntersection([.double, .decimal])
    case .micros:
      let isInNanos = max(found.least.magnitude, found.greatest.magnitude) < Self.microsInNanos
      kinds.formIntersection(isInNanos ? .timestamps : .micros)
      hasZone = hasZone || found.has_zone
      lacksZone = lacksZone || found.lacks_zone
      return
    }
    hasDigits = hasDigits || form != .booleans
    integerDigits = Swift.max(integerDigits, Int(found.integer_digits))
    scale = Swift.max(scale, Int(found.fraction_digits))
  }

  // MARK: Values

  /// Takes in a value that is not null.
  mutating func add(_ bytes: RawSpan) {
    hasValue = true
    guard bytes.byteCount > 0 else {
      kinds = []
      return
    }
    if Self.beginsLikeNumber(bytes) {
      kinds.formIntersection(number(bytes).union(moment(bytes)))
    } else {
      kinds.formIntersection(word(bytes))
    }
  }

  /// Whether a digit, or a point, is the first byte, or the second after a minus.
  private static func beginsLikeNumber(_ bytes: RawSpan) -> Bool {
    var first = bytes.byte(at: 0)
    if first == UInt8(ascii: "-") && bytes.byteCount > 1 { first = bytes.byte(at: 1) }
    return isDigit(first) || first == UInt8(ascii: ".")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// What a value is that does not begin like a number; one with a plus is a text, such as a phone number.
  private func word(_ bytes: RawSpan) -> Kinds {
    if kinds.contains(.boolean), ValueText.parseBoolean(bytes) != nil { return .boolean }
    if kinds.contains(.double), bytes.byte(at: 0) != UInt8(ascii: "+"), ValueText.parseDouble(bytes) != nil {
      return .double
    }
    return []
  }

  /// What kinds of number a value is.
  private mutating func number(_ bytes: RawSpan) -> Kinds {
    guard !kinds.isDisjoint(with: .numbers), !Self.hasLeadingZero(bytes) else { return [] }
    if let integer = ValueText.parseInt64(bytes) {
      return whole(integer, isNegative: bytes.byte(at: 0) == UInt8(ascii: "-"), byteCount: bytes.byteCount)
    }
    var found: Kinds = []
    let form = kinds.isDisjoint(with: [.decimal, .double]) ? nil : ValueText.decimalForm(bytes)
    if let form {
      found.insert(.decimal)
      integerDigits = Swift.max(integerDigits, form.integerDigits)
      scale = Swift.max(scale, form.scale)
    }
    // A whole number that 64 bits do not hold would lose digits as a double.
    let isWhole = form.map { $0.scale == 0 } ?? false
    if kinds.contains(.double), !isWhole || bytes.byte(at: bytes.byteCount - 1) == UInt8(ascii: "."),
      let value = ValueText.parseDouble(bytes), value.isFinite
    {
      found.insert(.double)
      hasDigits = true
    }
    return found
  }

  private mutating func whole(_ value: Int64, isNegative: Bool, byteCount: Int) -> Kinds {
    integerDigits = Swift.max(integerDigits, isNegative ? byteCount - 1 : byteCount)
    hasDigits = true
    // Only a double holds minus zero.
    if value == 0 && isNegative { return .double }
    // Beyond 2⁵³ a double skips some.
    return value.magnitude <= 1 << 53 ? .numbers : [.integer, .decimal]
  }

  /// Whether a zero stands before another digit, as in codes that only look like numbers.
  private static func hasLeadingZero(_ bytes: RawSpan) -> Bool {
    let start = bytes.byte(at: 0) == UInt8(ascii: "-") ? 1 : 0
    return bytes.byteCount > start + 1 && bytes.byte(at: start) == UInt8(ascii: "0")
      && isDigit(bytes.byte(at: start + 1))
  }

  /// What kinds of date or timestamp a value is.
  private mutating func moment(_ bytes: RawSpan) -> Kinds {
    // The shortest date has ten bytes.
    guard bytes.byteCount >= 10, !kinds.isDisjoint(with: [.date, .micros, .nanos]),
      let form = ValueText.timestampForm(bytes)
    else { return [] }
    hasZone = hasZone || form.hasZone
    lacksZone = lacksZone || !form.hasZone
    var found: Kinds = []
    if !form.hasTime && kinds.contains(.date) && ValueText.parseDate(bytes) != nil { found.insert(.date) }
    if let micros = ValueText.parseTimestamp(bytes, unit: .micros, isUTC: true) {
      found.insert(.micros)
      if micros.magnitude < Self.microsInNanos { found.insert(.nanos) }
    } else if ValueText.parseTimestamp(bytes, unit: .nanos, isUTC: true) != nil {
      found.insert(.nanos)
    }
    return found
  }

  /// The number of microseconds up to which a moment is within what nanoseconds can count, about 292 years.
  private static let microsInNanos = UInt64(Int64.max / 1_000)
}
