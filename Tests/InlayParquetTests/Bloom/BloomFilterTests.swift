import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Bloom filters")
struct BloomFilterTests {
  private static let folder = ConformanceTests.parquetTesting

  @Test(
    "The filter that other implementations share holds its four words",
    .enabled(if: folder != nil, "set PARQUET_TEST_DATA to a checkout of apache/parquet-testing"))
  func shared() throws {
    let bytes = try TestFiles.bytes("\(Self.folder!)/data/bloom_filter.xxhash.bin")
    let buffer = Values(bytes).buffer
    var reader = ThriftReader(buffer.bytes)
    let header = try BloomFilterHeader(reading: &reader)
    #expect(header == BloomFilterHeader(byteCount: 1024))
    let filter = BloomFilter(bits: buffer.slice(reader.offset..<buffer.count))
    for word in ["hello", "parquet", "bloom", "filter"] {
      #expect(filter.mightContain(hash: BloomHash.hash(Array(word.utf8))))
    }
    for word in ["Hello", "", "parquet ", "filters", "thrift"] {
      #expect(!filter.mightContain(hash: BloomHash.hash(Array(word.utf8))))
    }
  }

  @Test(
    "A file's filter is read without its length, and leaves out a row group that lacks a value",
    .enabled(if: folder != nil, "set PARQUET_TEST_DATA to a checkout of apache/parquet-testing"))
  func file() throws {
    let source = try ParquetSource(path: "\(Self.folder!)/data/data_index_bloom_encoding_stats.parquet")
    let filter = try #require(try source.file.bloomFilter(rowGroup: 0, leaf: 0))
    #expect(filter.mightContain(hash: BloomHash.hash(Array("Hello".utf8))))
    // Within the bounds of the footer, and not there.
    let absent = RowFilter.isOneOf(column: 0, [.text("Helln"), .text("Iceberg")])
    let scan = try source.scan(ScanRequest(columns: [0], filter: absent))
    #expect(try scan.nextMorsel() == nil)
    #expect(scan.progress.skipped.rowGroupsByBloomFilter == 1)
    let present = RowFilter.isOneOf(column: 0, [.text("Helln"), .text("Hello")])
    #expect(try TestFiles.read(source, filter: present).map(\.rowCount).reduce(0, +) == 1)
  }

  @Test("What was added is found, and of other values about as many as the size promises are not told apart")
  func rates() {
    let hashes = (0..<10_000).map { XXHash64.hash(UInt64($0)) }
    for (rate, most) in [(0.1, 0.2), (0.01, 0.02), (0.001, 0.004)] {
      let blockCount = BloomFilterSize.blockCount(
        distinctCount: 10_000, falsePositiveRate: rate, byteLimit: 1 << 20)
      let filter = BloomFilter(blockCount: blockCount, hashes: hashes.span)
      #expect(hashes.allSatisfy { filter.mightContain(hash: $0) })
      let wrong = (10_000..<60_000).count { filter.mightContain(hash: XXHash64.hash(UInt64($0))) }
      #expect(Double(wrong) / 50_000 < most)
    }
  }

  @Test(
    "Values are hashed in their plain encoding",
    arguments: [
      (PhysicalType.int32, -2 as Int128, [0xFE, 0xFF, 0xFF, 0xFF] as [UInt8]),
      (.int64, 258, [2, 1, 0, 0, 0, 0, 0, 0]), (.fixedLengthByteArray, -2, [0xFF, 0xFF, 0xFE]),
    ])
  func plain(type: PhysicalType, value: Int128, bytes: [UInt8]) {
    let element = SchemaElement(
      type: type, typeLength: 3, name: "c",
      logicalType: type == .fixedLengthByteArray ? .decimal(scale: 0, precision: 5) : nil)
    let hashes = BloomHash.hashes(ofValuesIn: .numbers(IntervalSet([value])), of: element)
    #expect(hashes == [BloomHash.hash(bytes)])
  }

  @Test("A zero may be stored with either sign, and a NaN in ways that nobody lists")
  func floats() {
    let element = SchemaElement(type: .double, name: "c")
    func count(_ value: Double) -> Int? {
      let place = Int128(FloatOrder.place(value))
      return BloomHash.hashes(ofValuesIn: .numbers(IntervalSet([place])), of: element)?.count
    }
    #expect(count(0) == 2 && count(-0.0) == 2 && count(-1.5) == 1 && count(.nan) == nil)
  }

  @Test("Tests that are met by too many values are not looked up")
  func unlisted() {
    let element = SchemaElement(type: .int64, name: "c")
    let range = IntervalSet(IntervalSet<Int128>.Interval(from: 0, upTo: 2_000))
    #expect(BloomHash.hashes(ofValuesIn: .numbers(range), of: element) == nil)
    #expect(BloomHash.hashes(ofValuesIn: .numbers(range.complement), of: element) == nil)
    #expect(BloomHash.hashes(ofValuesIn: .isNull, of: element) == nil)
  }
}
