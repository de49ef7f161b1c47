extension JSONParser {
  /// Parses a string from its opening quote to behind its closing one, and unescapes it.
  mutating func parseString() throws(InlayError) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while true {
      skipPlainBytes(into: &text)
      switch current {
      case UInt8(ascii: "\""):
        position += 1
        return try decode(text, from: start)
      case UInt8(ascii: "\\"):
        try parseEscape(into: &text)
      case nil:
        throw failure("The string that starts here has no closing quote.", at: start)
      default:
        throw failure("A control character in a string must be escaped; found \(describeCurrent()).")
      }
    }
  }

  private mutating func skipPlainBytes(into text: inout [UInt8]) {
    let start = position
    while let byte = current, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      position += 1
    }
    text.append(contentsOf: bytes[start..<position])
  }

  private func decode(_ text: [UInt8], from start: Int) throws(InlayError) -> String {
    guard let string = String(validating: text, as: UTF8.self) else {
      throw failure("The string that starts here is not valid UTF-8; save the file as UTF-8.", at: start)
    }
    return string
  }

  private mutating func parseEscape(into text: inout [UInt8]) throws(InlayError) {
    let start = position
    position += 1
    guard let letter = current else { throw failure("The string ends within an escape.", at: start) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try parseScalar(from: start)).utf8)
    default:
      throw failure(
        "A backslash starts an escape that JSON does not have; double it to mean itself.", at: start)
    }
  }

  /// Parses the digits of `\uXXXX`, and of the second half when the first is a surrogate (RFC 8259, section 7).
  private mutating func parseScalar(from start: Int) throws(InlayError) -> Unicode.Scalar {
    let first = try parseHexDigits(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800...0xDBFF).contains(first), current == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw loneSurrogate(at: start) }
    position += 2
    let second = try parseHexDigits(from: start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw loneSurrogate(at: start) }
    return scalar
  }

  private func loneSurrogate(at start: Int) -> InlayError {
    failure("The escape is one half of a surrogate pair without the other.", at: start)
  }

  private mutating func parseHexDigits(from start: Int) throws(InlayError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("The escape \\u needs four hexadecimal digits.", at: start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
