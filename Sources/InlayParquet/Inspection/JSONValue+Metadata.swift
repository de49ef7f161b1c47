import InlayBytes

extension JSONValue {
  /// A whole number; `null` for none.
  static func count(_ value: (some BinaryInteger)?) -> JSONValue {
    value.map { .number(JSONNumber($0)) } ?? .null
  }

  /// A text; `null` for none.
  static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  /// The name that the format has for something; `null` for none.
  static func name(_ value: (some CustomStringConvertible)?) -> JSONValue {
    value.map { .string($0.description) } ?? .null
  }

  /// A truth value; `null` for none.
  static func truth(_ value: Bool?) -> JSONValue { value.map(JSONValue.bool) ?? .null }

  /// Numbers; `null` for no list.
  static func counts(_ values: [some BinaryInteger]?) -> JSONValue {
    values.map { .array($0.map { .count($0) }) } ?? .null
  }

  /// A bound: its bytes in hexadecimal digits, and what they say where they are a value of the leaf's type.
  static func bound(_ bytes: [UInt8]?, of element: SchemaElement) -> JSONValue {
    guard let bytes else { return .null }
    return ["bytes": .string(bytes.hexadecimal), "text": .text(element.text(ofBound: bytes))]
  }
}

extension [UInt8] {
  /// Two hexadecimal digits for each byte.
  var hexadecimal: String {
    var text: [UInt8] = []
    text.reserveCapacity(count * 2)
    for byte in self {
      text.append(HexadecimalDigits.digit(of: byte >> 4))
      text.append(HexadecimalDigits.digit(of: byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }
}
