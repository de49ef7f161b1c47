extension JSONValue {
  /// How a JSON text is laid out.
  public enum Layout: Hashable, Sendable {
    /// On one line, without spaces.
    case compact
    /// One member or element a line, indented by two spaces a level.
    case indented
  }

  /// Returns the value as JSON text in the given layout, members in their order, without a line end at its end.
  ///
  /// - Complexity: linear in the length of the text.
  public func text(_ layout: Layout = .indented) -> String {
    var writer = JSONWriter(layout: layout)
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes values as JSON text.
struct JSONWriter {
  let layout: JSONValue.Layout
  private(set) var bytes: [UInt8] = []
  private var level = 0

  init(layout: JSONValue.Layout) {
    self.layout = layout
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: put("null")
    case .bool(let value): put(value ? "true" : "false")
    case .number(let number): put(number.text)
    case .string(let text): writeString(text)
    case .array(let elements):
      writeList(elements, open: "[", close: "]") { writer, element in writer.write(element) }
    case .object(let object):
      writeList(object.members, open: "{", close: "}") { writer, member in
        writer.writeString(member.name)
        writer.put(writer.layout == .compact ? ":" : ": ")
        writer.write(member.value)
      }
    }
  }

  private mutating func writeList<Item>(
    _ items: [Item], open: String, close: String, _ writeItem: (inout JSONWriter, Item) -> Void
  ) {
    put(open)
    level += 1
    for (position, item) in items.enumerated() {
      if position > 0 { put(",") }
      breakLine()
      writeItem(&self, item)
    }
    level -= 1
    if !items.isEmpty { breakLine() }
    put(close)
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
  }

  private mutating func writeString(_ text: String) {
    put("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case 0x0A: put("\\n")
      case 0x0D: put("\\r")
      case 0x09: put("\\t")
      // DEL may stand in a JSON string, but a terminal that shows the text would act on it.
      case 0..<0x20, 0x7F: put(byte < 0x10 ? "\\u000" : "\\u00", hexadecimal: byte)
      default: bytes.append(byte)
      }
    }
    put("\"")
  }

  private mutating func put(_ prefix: String, hexadecimal byte: UInt8) {
    put(prefix)
    put(String(byte, radix: 16))
  }

  private mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}
