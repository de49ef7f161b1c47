extension ColumnStorage {
  /// Whether these values can be those of a column of `type`; O(fields of the type).
  func fits(_ type: DataType) -> Bool {
    switch (self, type) {
    case (.boolean, .boolean), (.int8, .int8), (.int16, .int16), (.uint8, .uint8), (.uint16, .uint16),
      (.uint32, .uint32), (.uint64, .uint64), (.float, .float), (.double, .double), (.uint16, .float16),
      (.int128, .decimal), (.null, .null):
      true
    case (.views, .string), (.views, .binary), (.views, .fixedBinary), (.views, .uuid), (.views, .interval):
      true
    case (.int32, .int32), (.int32, .date), (.int32, .time(.millis)): true
    case (.int64, .time(.millis)): false
    case (.int64, .int64), (.int64, .timestamp), (.int64, .time): true
    case (.list(let values), .list(let element)): values.elements.type == element.type
    case (.list(let values), .map(let key, let value)): values.elements.type == .structure([key, value])
    case (.structure(let values), .structure(let fields)): values.columns.map(\.type) == fields.map(\.type)
    case (.dictionary(let values), _): values.base.column.type == type
    default: false
    }
  }
}
