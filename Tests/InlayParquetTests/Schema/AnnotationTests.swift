import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Annotations of fields")
struct AnnotationTests {
  private static let annotated: [(DataType, Annotation)] =
    [
      (.string, .enumeration), (.string, .json), (.binary, .bson), (.binary, .geometry(crs: nil)),
      (.binary, .geometry(crs: "EPSG:4326")), (.binary, .geography(crs: nil, algorithm: nil)),
    ] + EdgeAlgorithm.allCases.map { (.binary, .geography(crs: "OGC:CRS27", algorithm: $0)) }

  @Test("What a text or a binary means beyond its type is the same after writing and reading")
  func roundTrip() throws {
    let schema = Schema(Self.annotated.enumerated().map { Field("c\($0)", $1.0, annotation: $1.1) })
    let values = ColumnStorage.views(ViewValues(["{}", "a"]))
    let batch = RecordBatch(
      schema: schema, columns: schema.fields.map { Column(type: $0.type, storage: values) }, rowCount: 2)
    let sink = MemorySink()
    let writer = try ParquetWriter(schema: schema, to: sink)
    try writer.write(batch)
    try writer.finishAndClose()
    let bytes = Values(sink.bytes)
    let file = try ParquetFile(bytes: bytes.buffer, name: "annotated")
    #expect(file.schema == schema)
    for (leaf, chunk) in file.metadata.rowGroups[0].columns.enumerated() {
      let hasOrder = leaf < 3
      let metadata = try #require(chunk.metadata)
      #expect(
        (metadata.statistics?.min != nil) == hasOrder, "only values with an order have bounds: column \(leaf)"
      )
      #expect((chunk.columnIndexOffset != nil) == hasOrder)
    }
  }

  @Test("An annotation that does not go with the type is passed over")
  func misplaced() {
    let element = SchemaElement(type: .int32, name: "c", logicalType: .json)
    #expect(element.annotation == nil)
    #expect(element.dataType == .int32)
    let strange = SchemaElement(
      type: .byteArray, name: "c", logicalType: .geography(crs: nil, algorithm: 99))
    #expect(strange.annotation == .geography(crs: nil, algorithm: nil))
  }
}
