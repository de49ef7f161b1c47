import InlayBytes
import InlayColumns

/// Reads numbers from texts as Spark's casts do.
enum NumberText {
  /// Reads a whole number; digits after a point are left out. Nil for any other text, and for more than 64 bits hold.
  static func integer(_ bytes: RawSpan) -> Int64? {
    if let number = usualInteger(bytes) { return number }
    let text = bytes.trimmedBlanks
    guard text.byteCount > 0 else { return nil }
    let first = text.byte(at: 0)
    let isNegative = first == UInt8(ascii: "-")
    var offset = isNegative || first == UInt8(ascii: "+") ? 1 : 0
    guard offset < text.byteCount else { return nil }
    // Counted down, because there is one number more below zero.
    var number: Int64 = 0
    while offset < text.byteCount, text.byte(at: offset) != UInt8(ascii: ".") {
      let digit = text.byte(at: offset) &- UInt8(ascii: "0")
      let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
      let (next, carry) = tens.subtractingReportingOverflow(Int64(digit))
      guard digit <= 9, !overflow, !carry else { return nil }
      number = next
      offset &+= 1
    }
    guard text.hasOnlyDigits(after: offset) else { return nil }
    if isNegative { return number }
    return number == .min ? nil : 0 &- number
  }

  /// Reads one to eighteen digits, which 64 bits always hold, with a minus or without; nil leaves other texts to the
  /// careful reader.
  @inline(__always)
  private static func usualInteger(_ bytes: RawSpan) -> Int64? {
    let count = bytes.byteCount
    guard count > 0 else { return nil }
    let isNegative = bytes.byte(at: 0) == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard count > start, count &- start <= 18 else { return nil }
    var number: Int64 = 0
    for offset in start..<count {
      let digit = bytes.byte(at: offset) &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return isNegative ? 0 &- number : number
  }

  /// Reads a floating-point number of 64 bits; infinite for one that is too large.
  static func double(_ bytes: RawSpan) -> Double? {
    let text = bytes.trimmedSpaces
    if text.isUsualNumber, let number = ValueText.parseDouble(text) { return number }
    return JavaFloatText(text)?.double ?? special(bytes)
  }

  /// Reads a floating-point number of 32 bits; infinite for one that is too large.
  static func float(_ bytes: RawSpan) -> Float? {
    let text = bytes.trimmedSpaces
    if text.isUsualNumber, let number = ValueText.parseFloat(text) { return number }
    return JavaFloatText(text)?.float ?? special(bytes).map { Float($0) }
  }

  /// The value of the words that Spark takes besides Java's.
  private static func special(_ bytes: RawSpan) -> Double? {
    let text = bytes.trimmedSpaces
    if text.isWord("inf") || text.isWord("+inf") || text.isWord("infinity") || text.isWord("+infinity") {
      return .infinity
    }
    if text.isWord("-inf") || text.isWord("-infinity") { return -.infinity }
    return text.isWord("nan") ? .nan : nil
  }
}

extension RawSpan {
  /// Whether there is nothing but digits behind the byte at an offset.
  fileprivate func hasOnlyDigits(after offset: Int) -> Bool {
    for index in (offset &+ 1)..<Swift.max(byteCount, offset &+ 1)
    where byte(at: index) &- UInt8(ascii: "0") > 9 {
      return false
    }
    return true
  }

  /// Whether there is nothing but digits, signs, points and exponents.
  fileprivate var isUsualNumber: Bool {
    for index in 0..<byteCount {
      switch byte(at: index) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        continue
      default: return false
      }
    }
    return byteCount > 0
  }
}

/// Reads truth values from texts as Spark's casts do.
enum BooleanText {
  /// Reads one of the words for true and false.
  static func boolean(_ bytes: RawSpan) -> Bool? {
    let text = bytes.trimmedBlanks
    if text.isWord("true") || text.isWord("t") || text.isWord("1") || text.isWord("y") || text.isWord("yes") {
      return true
    }
    let isFalse =
      text.isWord("false") || text.isWord("f") || text.isWord("0") || text.isWord("n") || text.isWord("no")
    return isFalse ? false : nil
  }
}
