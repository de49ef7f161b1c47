/// A column by which the rows of a row group are sorted.
public struct SortingColumn: Hashable, Sendable {
  /// The position among the leaf columns of the schema.
  public var columnIndex: Int32
  /// Whether the greatest value stands first.
  public var isDescending: Bool
  /// Whether nulls stand before all values.
  public var areNullsFirst: Bool

  /// Makes the struct from its fields.
  public init(
    columnIndex: Int32, isDescending: Bool, areNullsFirst: Bool
  ) {
    self.columnIndex = columnIndex
    self.isDescending = isDescending
    self.areNullsFirst = areNullsFirst
  }
}

extension SortingColumn: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var columnIndex: Int32?
    var isDescending: Bool?
    var areNullsFirst: Bool?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: columnIndex = try reader.int32(field)
      case 2: isDescending = try reader.boolean(field)
      case 3: areNullsFirst = try reader.boolean(field)
      default: try reader.skip(field)
      }
    }
    self.columnIndex = try reader.require(columnIndex, "SortingColumn.column_idx")
    self.isDescending = try reader.require(isDescending, "SortingColumn.descending")
    self.areNullsFirst = try reader.require(areNullsFirst, "SortingColumn.nulls_first")
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, columnIndex)
    writer.field(2, isDescending)
    writer.field(3, areNullsFirst)
    writer.endStruct()
  }
}
