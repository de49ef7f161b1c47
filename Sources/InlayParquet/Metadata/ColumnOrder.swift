/// The order in which the bounds of a column are meant.
public enum ColumnOrder: Hashable, Sendable {
  /// The order that the column's type defines.
  case typeDefined
  /// The total order of IEEE 754, for floating-point columns.
  case ieee754Total
  /// The order of moments, for INT96 columns.
  case int96Timestamp
  /// An order that this version does not know: bounds cannot be used.
  case unrecognized
}

extension ColumnOrder: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    self = .unrecognized
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: self = .typeDefined
      case 2: self = .ieee754Total
      case 3: self = .int96Timestamp
      default: break
      }
      try reader.skip(field)
    }
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    switch self {
    case .typeDefined: writer.emptyStruct(1)
    case .ieee754Total: writer.emptyStruct(2)
    case .int96Timestamp: writer.emptyStruct(3)
    case .unrecognized: break
    }
    writer.endStruct()
  }
}
