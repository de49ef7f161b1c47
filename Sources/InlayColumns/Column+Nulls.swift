import InlayBytes

extension Column {
  /// Returns a column of nulls; O(count).
  public static func nulls(of type: DataType, count: Int) -> Column {
    guard type != .null else { return Column(type: type, storage: .null(count: count)) }
    let nothing = Bitmap(repeating: false, count: 1)
    let one = Column(type: type, storage: .placeholder(of: type), validity: nothing)
    var zeros = ValueBuilder<UInt32>(capacity: count)
    zeros.append(repeating: 0, count: count)
    let values = DictionaryValues(base: DictionaryBase(one), indices: zeros.freeze())
    return Column(type: type, storage: .dictionary(values))
  }
}

extension ColumnStorage {
  /// Returns one value without meaning, such as stands in the place of a null.
  fileprivate static func placeholder(of type: DataType) -> ColumnStorage {
    switch type {
    case .boolean: .boolean(Bitmap(repeating: false, count: 1))
    case .int8: .int8(Values([0]))
    case .int16: .int16(Values([0]))
    case .int32, .date, .time(.millis): .int32(Values([0]))
    case .int64, .timestamp, .time: .int64(Values([0]))
    case .uint8: .uint8(Values([0]))
    case .uint16, .float16: .uint16(Values([0]))
    case .uint32: .uint32(Values([0]))
    case .uint64: .uint64(Values([0]))
    case .float: .float(Values([0]))
    case .double: .double(Values([0]))
    case .decimal: .int128(Values([0]))
    case .string, .binary, .fixedBinary, .uuid, .interval: .views(ViewValues([""]))
    case .null: .null(count: 1)
    case .list(let element): .list(emptyList(of: element.type))
    case .map(let key, let value): .list(emptyList(of: .structure([key, value])))
    case .structure(let fields):
      .structure(StructureValues(columns: fields.map { .nulls(of: $0.type, count: 1) }, count: 1))
    }
  }

  private static func emptyList(of type: DataType) -> ListValues {
    ListValues(offsets: Values([0, 0]), elements: .concatenating([], type: type))
  }
}
