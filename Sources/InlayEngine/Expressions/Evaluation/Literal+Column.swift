import InlayBytes
import InlayColumns

extension Literal {
  /// Returns a column of so many of the value: one entry that all rows refer to.
  func column(count: Int) -> Column {
    if case .null(let type) = self { return .nulls(of: type, count: count) }
    var zeros = ValueBuilder<UInt32>(capacity: count)
    zeros.append(repeating: 0, count: count)
    let one = DictionaryBase(Column(type: type, storage: storage))
    return Column(type: type, storage: .dictionary(DictionaryValues(base: one, indices: zeros.freeze())))
  }

  private var storage: ColumnStorage {
    switch self {
    case .null: .null(count: 1)
    case .boolean(let value): .boolean(Bitmap(repeating: value, count: 1))
    case .int32(let value), .date(let value): .int32(Values([value]))
    case .int64(let value), .timestamp(let value): .int64(Values([value]))
    case .double(let value): .double(Values([value]))
    case .string(let text): .views(ViewValues([text]))
    case .binary(let bytes): .views(Self.views(bytes))
    case .decimal(let units, _, _): .int128(Values([units]))
    }
  }

  private static func views(_ bytes: [UInt8]) -> ViewValues {
    var builder = ViewBuilder(capacity: 1)
    let bytes = Values(bytes)
    builder.append(bytes.rawSpan)
    return builder.freeze()
  }
}
