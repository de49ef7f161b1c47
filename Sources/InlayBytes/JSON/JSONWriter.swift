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
    return writer.text
  }
}

/// Writes values as JSON text.
struct JSONWriter: ~Copyable {
  let layout: JSONValue.Layout
  private var bytes = ValueBuilder<UInt8>()
  private var level = 0

  init(layout: JSONValue.Layout) {
    self.layout = layout
  }

  /// What was written.
  var text: String { unsafe bytes.rawSpan.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) } }

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
    bytes.append(repeating: 0x20, count: 2 * level)
  }

  private mutating func writeString(_ text: String) { JSONString.append(quoted: text, to: &bytes) }

  private mutating func put(_ text: String) { bytes.append(utf8: text) }
}
