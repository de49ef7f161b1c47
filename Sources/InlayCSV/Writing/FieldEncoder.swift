import InlayBytes
import InlayColumns

/// Writes the fields of one column, with quotes where they would be read otherwise without.
struct FieldEncoder: Sendable {
  private let rules: FieldRules
  private let name: String
  /// Whether a field begins a line, where a comment or a byte-order mark could be seen in it.
  private let isFirst: Bool
  /// Whether a field is a whole line, which is no row when it is empty.
  private let isOnly: Bool

  init(_ rules: FieldRules, name: String, isFirst: Bool, isOnly: Bool) {
    self.rules = rules
    self.isFirst = isFirst
    self.isOnly = isOnly
    self.name = name
  }

  /// Writes a null. Where it would make an empty line, two quotes keep the row.
  func appendNull(to text: inout ValueBuilder<UInt8>) throws {
    if isOnly && rules.null.isEmpty {
      guard let quote = rules.quote else {
        throw fault("a null would make an empty line, which is no row; give a text for null")
      }
      return text.append(repeating: quote, count: 2)
    }
    for byte in rules.null { text.append(byte) }
  }

  func append(_ bytes: RawSpan, to text: inout ValueBuilder<UInt8>) throws {
    guard rules.neutralisesFormulas, FormulaText.isFormula(bytes) else { return try write(bytes, to: &text) }
    var plain = ValueBuilder<UInt8>(capacity: bytes.byteCount + 1)
    plain.append(FormulaText.mark)
    plain.append(bytes: bytes)
    try write(plain.rawSpan, to: &text)
  }

  private func write(_ bytes: RawSpan, to text: inout ValueBuilder<UInt8>) throws {
    guard needsQuotes(bytes) else { return text.append(bytes: bytes) }
    guard let quote = rules.quote else { return try appendUnquoted(bytes, to: &text) }
    let escape = rules.escape ?? quote
    text.append(quote)
    for index in 0..<bytes.byteCount {
      let byte = bytes.byte(at: index)
      if byte == quote || byte == escape { text.append(escape) }
      text.append(byte)
    }
    text.append(quote)
  }

  private func needsQuotes(_ bytes: RawSpan) -> Bool {
    guard bytes.byteCount > 0 else { return isOnly || rules.isNullText(bytes) }
    return rules.hasSpecial(bytes) || isMisreadBare(bytes)
  }

  /// Whether the value without quotes would be read as another one, for what it is as a whole.
  private func isMisreadBare(_ bytes: RawSpan) -> Bool {
    if rules.trimsBlanks && (isBlank(bytes.byte(at: 0)) || isBlank(bytes.byte(at: bytes.byteCount - 1))) {
      return true
    }
    return (isFirst && isMisreadAtStart(bytes)) || rules.isNullText(bytes)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// Whether a line that begins with the value is a comment, or a file that does begins with a byte-order mark.
  private func isMisreadAtStart(_ bytes: RawSpan) -> Bool {
    if bytes.byte(at: 0) == rules.comment { return true }
    return bytes.byteCount >= 3 && bytes.byte(at: 0) == 0xEF && bytes.byte(at: 1) == 0xBB
      && bytes.byte(at: 2) == 0xBF
  }

  /// Writes a value that wants quotes where there are none: an escape takes their place when special bytes are all
  /// that is in the way.
  private func appendUnquoted(_ bytes: RawSpan, to text: inout ValueBuilder<UInt8>) throws {
    // An empty value that could be a null is one of the things that such a file cannot tell.
    if bytes.byteCount == 0 && !isOnly && !rules.isNullText(bytes) { return }
    guard bytes.byteCount > 0, let escape = rules.escape, !isMisreadBare(bytes) else {
      throw fault(
        "a value needs quotes to be read back, and there are none; give a quote or another separator")
    }
    for index in 0..<bytes.byteCount {
      let byte = bytes.byte(at: index)
      if rules.isSpecial(byte) { text.append(escape) }
      text.append(byte)
    }
  }

  private func fault(_ message: String) -> InlayError {
    InlayError(.invalidInput, message, at: .init(column: name))
  }
}
