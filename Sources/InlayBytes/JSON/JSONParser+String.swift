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
    if let byte = JSONEscape.byte(of: letter) {
      text.append(byte)
    } else if letter == UInt8(ascii: "u") {
      text.append(contentsOf: String(try parseScalar(from: start)).utf8)
    } else {
      throw failure(
        "A backslash starts an escape that JSON does not have; double it to mean itself.", at: start)
    }
  }

  /// Parses the digits of `\uXXXX`, and of the second half when the first is a surrogate (RFC 8259, section 7).
  private mutating func parseScalar(from start: Int) throws(InlayError) -> Unicode.Scalar {
    let first = try parseCodeUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, current == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw loneSurrogate(at: start) }
    position += 2
    guard let scalar = JSONEscape.scalar(high: first, low: try parseCodeUnit(from: start)) else {
      throw loneSurrogate(at: start)
    }
    return scalar
  }

  private func loneSurrogate(at start: Int) -> InlayError {
    failure("The escape is one half of a surrogate pair without the other.", at: start)
  }

  private mutating func parseCodeUnit(from start: Int) throws(InlayError) -> UInt32 {
    // Safe: a byte has no padding.
    guard let number = JSONEscape.codeUnit(unsafe bytes.span.bytes, at: position) else {
      throw failure("The escape \\u needs four hexadecimal digits.", at: start)
    }
    position += 4
    return number
  }
}
