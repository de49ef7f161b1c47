/// A JSON number: the text that was written, and what it stands for when that is asked.
///
/// A document may carry numbers that no machine type holds; keeping the text lets it be written again unchanged.
public struct JSONNumber: Hashable, Sendable {
  /// The number as JSON writes it.
  public let text: String

  /// Takes a text that the parser found to follow the grammar of RFC 8259, section 6.
  init(validated text: String) {
    self.text = text
  }

  /// Makes a whole number.
  public init(_ value: some BinaryInteger) {
    text = String(value)
  }

  /// Makes a number from a double; nothing for infinity and NaN, which JSON cannot write.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  /// The value when it is whole and fits, however it was written: `3`, `3.0` and `3e0` are all 3.
  public var integer: Int? {
    Int(text) ?? double.flatMap { Int(exactly: $0) }
  }

  /// The nearest double; nothing when the number is too large for one.
  public var double: Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
