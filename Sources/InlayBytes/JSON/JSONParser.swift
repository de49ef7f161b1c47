extension JSONValue {
  /// How deep arrays and objects may nest when the caller does not say; documents of Glue Studio stay below 20.
  public static let defaultMaximumDepth = 128

  /// Parses one JSON text (RFC 8259) in UTF-8; a byte-order mark before it is passed over.
  ///
  /// Strict where leniency would hide a mistake: a name that occurs twice in one object is an error.
  ///
  /// - Throws: `corrupt` with line and byte offset for a text that is not JSON; `limitExceeded` for one that nests
  ///   deeper than `maximumDepth`.
  /// - Complexity: linear in the number of bytes.
  public init(
    parsing bytes: [UInt8], file: String? = nil, maximumDepth: Int = JSONValue.defaultMaximumDepth
  ) throws(InlayError) {
    var parser = JSONParser(bytes: bytes, file: file, maximumDepth: maximumDepth)
    self = try parser.parseText()
  }

  /// Parses one JSON text from a string, by the same rules.
  public init(parsing text: String, file: String? = nil) throws(InlayError) {
    try self.init(parsing: Array(text.utf8), file: file)
  }
}

/// A recursive-descent parser over the bytes of one JSON text.
struct JSONParser {
  let bytes: [UInt8]
  let file: String?
  let maximumDepth: Int
  var position = 0
  private var depth = 0

  init(bytes: [UInt8], file: String?, maximumDepth: Int) {
    self.bytes = bytes
    self.file = file
    self.maximumDepth = maximumDepth
  }

  /// The byte at the position; nothing at the end of the text.
  var current: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  /// Parses the whole text: one value with nothing but white space around it.
  mutating func parseText() throws(InlayError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipWhitespace()
    guard current != nil else { throw failure("The text is empty; a JSON value is expected.") }
    let value = try parseValue()
    skipWhitespace()
    guard current == nil else {
      throw failure("There is more text after the end of the JSON value; found \(describeCurrent()).")
    }
    return value
  }

  private mutating func parseValue() throws(InlayError) -> JSONValue {
    switch current {
    case UInt8(ascii: "{"):
      return .object(try nested { (parser) throws(InlayError) in try parser.parseObject() })
    case UInt8(ascii: "["):
      return .array(try nested { (parser) throws(InlayError) in try parser.parseArray() })
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "-"): return .number(try parseNumber())
    case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
      return .number(try parseNumber())
    default: return try parseLiteral()
    }
  }

  private mutating func nested<Value>(
    _ body: (inout JSONParser) throws(InlayError) -> Value
  ) throws(InlayError) -> Value {
    guard depth < maximumDepth else {
      throw failure(
        "The JSON text nests too deep; at most \(maximumDepth) arrays and objects may stand in each other "
          + "(maximumDepth).", code: .limitExceeded)
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private mutating func parseObject() throws(InlayError) -> JSONObject {
    var object = JSONObject()
    position += 1
    skipWhitespace()
    if take(UInt8(ascii: "}")) { return object }
    while true {
      try parseMember(into: &object)
      if take(UInt8(ascii: "}")) { return object }
      guard take(UInt8(ascii: ",")) else {
        throw failure("After a member of an object a comma or } is expected; found \(describeCurrent()).")
      }
      skipWhitespace()
    }
  }

  private mutating func parseMember(into object: inout JSONObject) throws(InlayError) {
    guard current == UInt8(ascii: "\"") else {
      throw failure("A member of an object starts with its name in quotes; found \(describeCurrent()).")
    }
    let start = position
    let name = try parseString()
    skipWhitespace()
    guard take(UInt8(ascii: ":")) else {
      throw failure("After the name of a member a colon is expected; found \(describeCurrent()).")
    }
    skipWhitespace()
    guard object.append(name, try parseValue()) else {
      throw failure(
        "The object has a second member of this name; keep one of them: \(quoted(name))", at: start)
    }
    skipWhitespace()
  }

  private mutating func parseArray() throws(InlayError) -> [JSONValue] {
    var elements: [JSONValue] = []
    position += 1
    skipWhitespace()
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try parseValue())
      skipWhitespace()
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else {
        throw failure("After an element of an array a comma or ] is expected; found \(describeCurrent()).")
      }
      skipWhitespace()
    }
  }

  private mutating func parseLiteral() throws(InlayError) -> JSONValue {
    let literals: [(text: StaticString, value: JSONValue)] = [
      ("null", .null), ("true", .bool(true)), ("false", .bool(false)),
    ]
    for literal in literals {
      let text = Array(literal.text.description.utf8)
      if bytes[position...].starts(with: text) {
        position += text.count
        return literal.value
      }
    }
    throw failure("A JSON value is expected; found \(describeCurrent()).")
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipWhitespace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }
}

extension JSONParser {
  /// Makes an error that stands at `offset`, or at the position when none is given.
  func failure(_ message: String, at offset: Int? = nil, code: InlayError.Code = .corrupt) -> InlayError {
    let offset = offset ?? position
    let line = 1 + bytes[..<offset].count { $0 == 0x0A }
    return InlayError(code, message, at: .init(file: file, line: line, byteOffset: offset))
  }

  /// Names what stands at the position, for a message.
  func describeCurrent() -> String {
    guard let byte = current else { return "the end of the text" }
    guard byte > 0x20, byte < 0x7F else { return "the byte 0x" + String(byte, radix: 16, uppercase: true) }
    return "the character " + String(UnicodeScalar(byte))
  }
}
