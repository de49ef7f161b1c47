import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Written bloom filters")
struct BloomWritingTests {
  private static let types = RandomColumns.types.filter {
    switch $0 {
    case .boolean, .float16, .interval, .null: false
    default: true
    }
  }

  private static func write(_ batch: RecordBatch, _ bloom: BloomFilterOptions) throws -> ParquetSource {
    var options = RoundTripTests.small
    for name in batch.schema.names { options.bloomFilters[name] = bloom }
    let bytes = try WrittenFiles.write([batch], schema: batch.schema, options)
    return ParquetSource(try ParquetFile(bytes: Values(bytes).buffer, name: "bloom"))
  }

  @Test("Every value of every type is found in the filter of its row group", arguments: [true, false])
  func everyType(isDictionary: Bool) throws {
    var maker = RandomColumns(seed: 77)
    var columns = Self.types.map { maker.column($0, count: 120, distinctCount: 30, nulls: .some) }
    if isDictionary { columns = columns.map { $0.inDictionaryForm(&maker.random) } }
    let schema = Schema(columns.enumerated().map { Field("c\($0)", $1.type) })
    let source = try Self.write(
      RecordBatch(schema: schema, columns: columns, rowCount: 120), BloomFilterOptions())
    for (leaf, column) in columns.enumerated() {
      for row in 0..<120 where !column.isNull(at: row) {
        let value = FilterValues.value(column, row)
        if case .double(let number) = value, number.isNaN { continue }
        let filter = try #require(try source.file.bloomFilter(rowGroup: row / 50, leaf: leaf))
        let bound = try BoundFilter(.comparison(column: leaf, .equal, value), schema: schema)
        guard case .test(_, let test) = bound else { continue }
        let hashes = BloomHash.hashes(ofValuesIn: test, of: source.file.root.children[leaf].element)
        #expect(try #require(hashes).contains { filter.mightContain(hash: $0) }, "\(column.type) \(value)")
      }
    }
  }

  @Test("Filters stand behind their row groups with offset and length, and leave out absent values")
  func absent() throws {
    let numbers = Values((0..<150).map { Int64($0 * 2) })
    let schema = Schema([Field("even", .int64)])
    let batch = RecordBatch(
      schema: schema, columns: [Column(type: .int64, storage: .int64(numbers))], rowCount: 150)
    let source = try Self.write(batch, BloomFilterOptions(falsePositiveRate: 0.0001))
    for group in source.file.metadata.rowGroups {
      let metadata = try #require(group.columns[0].metadata)
      #expect(metadata.bloomFilterOffset == metadata.dataPageOffset + metadata.compressedByteCount)
      #expect(try #require(metadata.bloomFilterByteCount) > 32)
    }
    let scan = try source.scan(
      ScanRequest(columns: [0], filter: .isOneOf(column: 0, [.integer(51), .integer(151), .integer(251)])))
    #expect(try scan.nextMorsel() == nil)
    #expect(scan.progress.skipped.rowGroupsByBloomFilter == 3)
    let present = RowFilter.comparison(column: 0, .equal, .integer(250))
    #expect(try TestFiles.read(source, filter: present).map(\.rowCount).reduce(0, +) == 1)
  }

  @Test("The size follows from the values or what is said of them, within the limit")
  func sizes() throws {
    func byteCount(_ options: BloomFilterOptions) throws -> Int? {
      let schema = Schema([Field("n", .int32)])
      let column = Column(type: .int32, storage: .int32(Values((0..<50).map { Int32($0 % 25) })))
      let source = try Self.write(RecordBatch(schema: schema, columns: [column], rowCount: 50), options)
      return try source.file.bloomFilter(rowGroup: 0, leaf: 0)?.byteCount
    }
    #expect(try byteCount(BloomFilterOptions()) == 32)
    #expect(try byteCount(BloomFilterOptions(distinctCount: 1_000)) == 1_216)
    #expect(try byteCount(BloomFilterOptions(distinctCount: 1_000_000, byteLimit: 1_000)) == 992)
  }

  @Test("Options that make no sense are refused")
  func refusals() throws {
    func message(_ name: String, _ bloom: BloomFilterOptions = BloomFilterOptions()) -> String? {
      var options = ParquetWriterOptions()
      options.bloomFilters[name] = bloom
      do {
        let layout = try FileLayout(Schema([Field("n", .int32), Field("b", .boolean)]))
        try options.checkBloomFilters(layout.leaves)
        return nil
      } catch { return "\(error)" }
    }
    #expect(message("n") == nil)
    #expect(message("x") == "there is no column for the bloom filter: x")
    #expect(
      message("b")
        == "column b: a column of this type has no bloom filter; take it out of the options: boolean")
    #expect(message("n", BloomFilterOptions(falsePositiveRate: 1)) != nil)
    #expect(message("n", BloomFilterOptions(byteLimit: 31)) != nil)
  }
}
