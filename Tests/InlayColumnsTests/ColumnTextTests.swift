import InlayBytes
import InlayColumns
import Testing

@Suite("Columns as text")
struct ColumnTextTests {
  private func texts(_ column: Column) -> [String?] {
    let decoded = column.asText().decoded()
    guard case .views(let values) = decoded.storage else { return [] }
    return (0..<decoded.count).map { decoded.isNull(at: $0) ? nil : values.text(at: $0) }
  }

  @Test("Each type of storage is written in its type's form")
  func types() {
    let columns: [(Column, [String?])] = [
      (Column(type: .boolean, storage: .boolean(Bitmap([true, false]))), ["true", "false"]),
      (Column(type: .int8, storage: .int8(Values([-128, 7]))), ["-128", "7"]),
      (Column(type: .int16, storage: .int16(Values([-1]))), ["-1"]),
      (Column(type: .int32, storage: .int32(Values([-1]))), ["-1"]),
      (Column(type: .date, storage: .int32(Values([18_530]))), ["2020-09-25"]),
      (Column(type: .time(.millis), storage: .int32(Values([1]))), ["00:00:00.001"]),
      (Column(type: .int64, storage: .int64(Values([.min]))), ["-9223372036854775808"]),
      (
        Column(type: .timestamp(.millis, isUTC: true), storage: .int64(Values([0]))),
        ["1970-01-01T00:00:00.000Z"]
      ),
      (Column(type: .time(.nanos), storage: .int64(Values([1]))), ["00:00:00.000000001"]),
      (Column(type: .uint8, storage: .uint8(Values([255]))), ["255"]),
      (Column(type: .uint16, storage: .uint16(Values([65_535]))), ["65535"]),
      (Column(type: .uint32, storage: .uint32(Values([.max]))), ["4294967295"]),
      (Column(type: .uint64, storage: .uint64(Values([.max]))), ["18446744073709551615"]),
      (Column(type: .float, storage: .float(Values([0.1]))), ["0.1"]),
      (Column(type: .double, storage: .double(Values([1e16, .nan]))), ["1e+16", "NaN"]),
      (Column(type: .decimal(precision: 10, scale: 2), storage: .int128(Values([-5]))), ["-0.05"]),
      (Column(type: .binary, storage: .views(ViewValues(["a", ""]))), ["61", ""]),
      (Column(type: .string, storage: .views(ViewValues(["ä"]))), ["ä"]),
    ]
    for (column, expected) in columns { #expect(texts(column) == expected) }
  }

  @Test("Nulls stay nulls, in dictionary form too")
  func nulls() {
    let base = Column(type: .int32, storage: .int32(Values([10, 20])), validity: Bitmap([true, false]))
    #expect(texts(base) == ["10", nil])
    for indices in [[UInt32](), [1], [0, 1, 0]] {
      let coded = Column(
        type: .int32,
        storage: .dictionary(DictionaryValues(base: DictionaryBase(base), indices: Values(indices))))
      #expect(texts(coded) == indices.map { $0 == 0 ? "10" : nil })
    }
  }
}
