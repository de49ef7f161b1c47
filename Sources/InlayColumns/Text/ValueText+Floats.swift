public import InlayBytes

extension ValueText {
  /// Reads a number of 64 bits, rounded to the nearest; nil for a number that is too large for it.
  public static func parseDouble(_ bytes: RawSpan) -> Double? {
    if let number = usualDouble(bytes) { return number }
    var cursor = TextCursor(bytes)
    let isNegative = cursor.skipSign()
    if let special: Double = special(cursor) { return isNegative ? -special : special }
    guard let number = DecimalNumber(&cursor) else { return nil }
    // Both the digits and the power of ten are exact in a double, so one operation rounds once (Clinger, 1990).
    if number.isComplete && number.digits <= 1 << 53 && abs(number.exponent) <= 22 {
      let power = doublePowers[abs(number.exponent)]
      let value = number.exponent < 0 ? Double(number.digits) / power : Double(number.digits) * power
      return isNegative ? -value : value
    }
    return Double(text(bytes)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Reads a number of 32 bits, rounded to the nearest; nil for a number that is too large for it.
  public static func parseFloat(_ bytes: RawSpan) -> Float? {
    var cursor = TextCursor(bytes)
    let isNegative = cursor.skipSign()
    if let special: Float = special(cursor) { return isNegative ? -special : special }
    guard let number = DecimalNumber(&cursor) else { return nil }
    if number.isComplete && number.digits <= 1 << 24 && abs(number.exponent) <= 10 {
      let power = Float(doublePowers[abs(number.exponent)])
      let value = number.exponent < 0 ? Float(number.digits) / power : Float(number.digits) * power
      return isNegative ? -value : value
    }
    return Float(text(bytes)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The powers of ten that a double holds exactly.
  private static let doublePowers: [Double] = (0...22).map { power in
    var product = 1.0
    for _ in 0..<power { product *= 10 }
    return product
  }

  /// The value of the words for what is no finite number.
  private static func special<Number: BinaryFloatingPoint>(_ cursor: borrowing TextCursor) -> Number? {
    if cursor.isAt(word: "nan") { return .nan }
    return cursor.isAt(word: "inf") || cursor.isAt(word: "infinity") ? .infinity : nil
  }

  private static func text(_ bytes: RawSpan) -> String {
    // Safe: the pointer does not leave this closure.
    unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Writes the shortest text that reads back as the same number.
  public static func append(_ value: Double, to text: inout ValueBuilder<UInt8>) {
    text.append(utf8: value.isNaN ? "NaN" : value.description)
  }

  /// Writes the shortest text that reads back as the same number.
  public static func append(_ value: Float, to text: inout ValueBuilder<UInt8>) {
    text.append(utf8: value.isNaN ? "NaN" : value.description)
  }
}

/// The digits of a number with a point and an exponent, `12.5e-3`, as one whole number and a power of ten.
private struct DecimalNumber {
  /// The first 19 digits, without those zeros that lead.
  var digits: UInt64 = 0
  /// The power of ten that the digits are to be multiplied with.
  var exponent = 0
  /// Whether `digits` and `exponent` are the whole number.
  var isComplete = true

  /// Reads digits with at most one point, at least one digit, and an optional exponent, up to the end.
  init?(_ cursor: inout TextCursor) {
    var count = append(&cursor)
    if cursor.skip(UInt8(ascii: ".")) {
      let fraction = append(&cursor)
      exponent = -fraction
      count += fraction
    }
    guard count > 0 else { return nil }
    if cursor.byte | 0x20 == UInt8(ascii: "e") {
      _ = cursor.skip(cursor.byte)
      let isNegative = cursor.skipSign()
      guard let power = power(&cursor) else { return nil }
      exponent += isNegative ? -power : power
    }
    guard cursor.isAtEnd else { return nil }
  }

  /// Takes in the digits that follow, and returns how many they are.
  private mutating func append(_ cursor: inout TextCursor) -> Int {
    let start = cursor.position
    while let digit = cursor.digit() {
      if digits >= 1_000_000_000_000_000_000 {
        isComplete = false
      } else {
        digits = digits &* 10 &+ UInt64(digit)
      }
    }
    return cursor.position - start
  }

  /// Reads the digits of an exponent; a large one is only known to be large.
  private func power(_ cursor: inout TextCursor) -> Int? {
    let start = cursor.position
    var power = 0
    while let digit = cursor.digit() { power = Swift.min(power * 10 + Int(digit), 1_000_000) }
    return cursor.position > start ? power : nil
  }
}
