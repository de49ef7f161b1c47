import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Checks of bloom filters")
struct BloomFilterRuleTests {
  /// The numbers 0 to 99 with a filter, in one row group and one page.
  private static func file() throws -> DamagedFiles {
    var options = ParquetWriterOptions()
    options.bloomFilters["n"] = BloomFilterOptions()
    let schema = Schema([Field("n", .int64, isNullable: false)])
    let numbers = Column(type: .int64, storage: .int64(Values((0..<100).map { Int64($0) })))
    let batch = RecordBatch(schema: schema, columns: [numbers], rowCount: 100)
    return try DamagedFiles(WrittenFiles.write([batch], schema: schema, options))
  }

  private static let place = "f, row group 0, column n"

  @Test("Values that the filter does not hold are told, one for each page")
  func absent() throws {
    var file = try Self.file()
    #expect(try file.findings() == [])
    let filter = try #require(try file.open().locatedBloomFilter(rowGroup: 0, leaf: 0))
    file.data.replaceSubrange(filter.bits, with: repeatElement(0, count: filter.bits.count))
    #expect(
      try file.findings() == [
        "\(Self.place), page 0, byte 4: a value is not in the bloom filter: 0 [bloom-filter]"
      ])
  }

  @Test("One value that is missing is found among all")
  func oneAbsent() throws {
    var file = try Self.file()
    let located = try #require(try file.open().locatedBloomFilter(rowGroup: 0, leaf: 0))
    let hashes = (0..<100).filter { $0 != 42 }.map { XXHash64.hash(UInt64($0)) }
    let filter = BloomFilter(blockCount: located.blockCount, hashes: hashes.span)
    file.data.replaceSubrange(located.bits, with: Array(filter.bits))
    #expect(
      try file.findings() == [
        "\(Self.place), page 0, byte 4: a value is not in the bloom filter: 42 [bloom-filter]"
      ])
  }

  @Test("A length that is not that of header and bits is told")
  func length() throws {
    var file = try Self.file()
    let count = try #require(file.metadata.rowGroups[0].columns[0].metadata?.bloomFilterByteCount)
    file.change(0) { $0.bloomFilterByteCount = count - 1 }
    #expect(
      try file.findings() == [
        "\(Self.place): the bloom filter's number of bytes is said to be \(count - 1); it is \(count) [bloom-filter]"
      ])
    file.change(0) { $0.bloomFilterByteCount = nil }
    #expect(try file.findings() == [])
  }

  @Test("A filter outside of the file, over a chunk, or without whole blocks is told")
  func places() throws {
    var file = try Self.file()
    let end = Int64(file.data.count)
    file.change(0) { ($0.bloomFilterOffset, $0.bloomFilterByteCount) = (end, nil) }
    #expect(
      try file.findings() == [
        "\(Self.place): the bloom filter lies outside of the file's data: byte \(end) [bloom-filter]"
      ])
    // Behind the data stands the header of a filter of 7 bytes.
    file.data += Array(ThriftWriter.bytes(of: BloomFilterHeader(byteCount: 7)).buffer)
    #expect(
      try file.findings() == [
        "\(Self.place): a bloom filter has whole blocks of 32 bytes within the file's data: 7 bytes [bloom-filter]"
      ])
    file.change(0) { ($0.bloomFilterOffset, $0.bloomFilterByteCount) = (4, 40) }
    #expect(try file.findings().contains { $0.hasSuffix("[place]") })
  }

  @Test("What cannot be looked up is told, and is no finding")
  func notes() throws {
    var file = try DamagedFiles()
    // A header whose algorithm is none of the format's.
    let offset = Int64(file.data.count)
    file.data += [0x15, 0x40, 0x1C, 0x2C, 0, 0, 0x1C, 0x1C, 0, 0, 0x1C, 0x1C, 0, 0, 0]
    file.data += [UInt8](repeating: 0, count: 32)
    file.change(0) { $0.bloomFilterOffset = offset }
    let report = try ParquetCheck().run(bytes: Values(file.bytes).buffer, name: "f")
    #expect(report.findings == [])
    #expect(
      report.notes.map(\.description) == ["f, column n: the bloom filter is of a kind that is not known"])
  }
}
