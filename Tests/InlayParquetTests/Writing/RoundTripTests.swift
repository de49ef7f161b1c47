import InlayBytes
import InlayColumns
import InlayParquet
import Testing

@Suite("Written files")
struct RoundTripTests {
  @Test("Every type comes back equal, with nulls and without", arguments: [true, false])
  func types(isNullable: Bool) throws {
    let columns = FixtureRows.names.map { FixtureRows.column($0, isNullable: isNullable) }
    let fields = zip(FixtureRows.names, columns).map { Field($0, $1.type, isNullable: isNullable) }
    let batch = RecordBatch(schema: Schema(fields), columns: columns, rowCount: FixtureRows.count)
    let bytes = try WrittenFiles.write([batch], schema: Schema(fields))
    #expect(try WrittenFiles.read(bytes) == columns.map { CellTexts.of($0) })
    let schema = try TestFiles.withFile(bytes) { try ParquetFile(path: $0).schema }
    #expect(schema == Schema(fields))
  }
}
