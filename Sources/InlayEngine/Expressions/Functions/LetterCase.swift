import InlayBytes

/// Changes the case of letters as Unicode says, whatever the language.
enum LetterCase {
  /// Adds a text with every letter in lower case.
  static func appendLower(_ text: RawSpan, to result: inout ValueBuilder<UInt8>) {
    let start = result.count
    if appendASCII(text, from: UInt8(ascii: "A"), to: &result) { return }
    result.truncate(to: start)
    result.append(utf8: lower(string(text)))
  }

  /// Adds a text with every letter in upper case.
  static func appendUpper(_ text: RawSpan, to result: inout ValueBuilder<UInt8>) {
    let start = result.count
    if appendASCII(text, from: UInt8(ascii: "a"), to: &result) { return }
    result.truncate(to: start)
    result.append(utf8: string(text).uppercased())
  }

  /// Changes the case of the 26 letters from one on; false for a text with other characters than ASCII's.
  private static func appendASCII(
    _ text: RawSpan, from first: UInt8, to result: inout ValueBuilder<UInt8>
  ) -> Bool {
    var all: UInt8 = 0
    for index in 0..<text.byteCount {
      let byte = text.byte(at: index)
      all |= byte
      result.append(byte &- first < 26 ? byte ^ 0x20 : byte)
    }
    return all < 0x80
  }

  private static func string(_ text: RawSpan) -> String {
    // Safe: the pointer does not leave this closure.
    unsafe text.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// A capital sigma that ends a word becomes another letter than one within it (Unicode, section 3.13, Final_Sigma).
  private static func lower(_ text: String) -> String {
    guard text.unicodeScalars.contains("Σ") else { return text.lowercased() }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "Σ" {
        let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
        let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
        let isFinal = before?.properties.isCased ?? false && !(after?.properties.isCased ?? false)
        result.append(isFinal ? "ς" : "σ")
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }
}
