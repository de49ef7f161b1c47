/// A text that a writer left in the footer under a name.
public struct KeyValue: Hashable, Sendable {
  /// The name.
  public var key: String
  /// The text.
  public var value: String?

  /// Makes the struct from its fields.
  public init(
    key: String, value: String? = nil
  ) {
    self.key = key
    self.value = value
  }
}

extension KeyValue: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var key: String?
    var value: String?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: key = try reader.string(field)
      case 2: value = try reader.string(field)
      default: try reader.skip(field)
      }
    }
    self.key = try reader.require(key, "KeyValue.key")
    self.value = value
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, key)
    writer.field(2, value)
    writer.endStruct()
  }
}
