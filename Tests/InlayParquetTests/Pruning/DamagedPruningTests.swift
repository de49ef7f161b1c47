import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

/// What a filter could be pruned by is damaged: then nothing is pruned by it, and the rows are found all the same.
@Suite("Damaged indexes and bloom filters under a filter")
struct DamagedPruningTests {
  private typealias Damage = @Sendable (inout DamagedFiles) throws -> Void

  /// Numbers in the second of three pages.
  private static let filter = RowFilter.all([
    .comparison(column: 0, .greaterOrEqual, .integer(45)), .comparison(column: 0, .less, .integer(48)),
  ])

  private static func scan(
    _ file: DamagedFiles, _ filter: RowFilter
  ) throws -> (rows: [String?], progress: ScanProgress) {
    let scan = try ParquetSource(try file.open()).scan(ScanRequest(columns: [0], filter: filter))
    var rows: [String?] = []
    while let morsel = try scan.nextMorsel() { rows += CellTexts.of(try scan.read(morsel).columns[0]) }
    return (rows, scan.progress)
  }

  @Test("A whole index excludes two of the three pages")
  func whole() throws {
    let (rows, progress) = try Self.scan(try DamagedFiles(), Self.filter)
    #expect(rows == ["45", "46", "47"])
    #expect(progress.skipped.pagesByIndex == 2)
  }

  private static let damages: [(String, Damage)] = [
    ("fewer null pages", { try $0.changeColumnIndex(0) { _ = $0.nullPages.removeLast() } }),
    ("more null pages", { try $0.changeColumnIndex(0) { $0.nullPages.append(true) } }),
    ("fewer lower bounds", { try $0.changeColumnIndex(0) { _ = $0.minValues.removeLast() } }),
    ("no upper bounds", { try $0.changeColumnIndex(0) { $0.maxValues = [] } }),
    ("more numbers of nulls", { try $0.changeColumnIndex(0) { $0.nullCounts = [0, 0, 0, 0] } }),
    (
      "all lists one shorter",
      {
        try $0.changeColumnIndex(0) {
          $0.nullPages.removeFirst()
          $0.minValues.removeFirst()
          $0.maxValues.removeFirst()
          $0.nullCounts = [0, 0]
        }
      }
    ),
    (
      "no page at all",
      {
        try $0.changeColumnIndex(0) {
          $0.nullPages = []
          $0.minValues = []
          $0.maxValues = []
          $0.nullCounts = []
        }
      }
    ),
    (
      "bounds of other lengths",
      {
        try $0.changeColumnIndex(0) {
          $0.minValues[1] = [1]; $0.maxValues[1] = []
        }
      }
    ),
    (
      "bounds the wrong way round",
      { try $0.changeColumnIndex(0) { swap(&$0.minValues[1], &$0.maxValues[1]) } }
    ),
    ("no locations", { try $0.changeOffsetIndex(0) { $0.pageLocations = [] } }),
    ("fewer locations", { try $0.changeOffsetIndex(0) { _ = $0.pageLocations.removeLast() } }),
    ("the first page does not begin with the first row", { try $0.changeRow(0, 1) }),
    ("rows before those of the page before", { try $0.changeRow(2, 30) }),
    ("rows below zero", { try $0.changeRow(1, -40) }),
    ("rows beyond the group", { try $0.changeRow(2, 101) }),
    ("rows beyond all", { try $0.changeRow(2, .max) }),
    ("the index outside of the file", { $0.metadata.rowGroups[0].columns[0].columnIndexOffset = .max }),
    ("the index before the file", { $0.metadata.rowGroups[0].columns[0].columnIndexOffset = -1 }),
    ("the index of no bytes", { $0.metadata.rowGroups[0].columns[0].columnIndexByteCount = 0 }),
    ("the index of a negative size", { $0.metadata.rowGroups[0].columns[0].columnIndexByteCount = .min }),
    ("the index up to beyond the end", { $0.metadata.rowGroups[0].columns[0].columnIndexByteCount = .max }),
    ("the locations outside of the file", { $0.metadata.rowGroups[0].columns[0].offsetIndexOffset = .max }),
    ("the locations within the data", { $0.metadata.rowGroups[0].columns[0].offsetIndexOffset = 4 }),
    ("no size of the locations", { $0.metadata.rowGroups[0].columns[0].offsetIndexByteCount = nil }),
  ]

  @Test("A page index that does not hold together excludes nothing", arguments: damages.indices)
  func index(place: Int) throws {
    let (name, damage) = Self.damages[place]
    var file = try DamagedFiles()
    try damage(&file)
    let (rows, progress) = try Self.scan(file, Self.filter)
    #expect(rows == ["45", "46", "47"], "\(name)")
    // A page whose bounds cannot be read is kept, and the others are excluded by theirs.
    #expect([0, 2].contains(progress.skipped.pagesByIndex), "\(name)")
    if !name.contains("bounds") { #expect(progress.skipped.pagesByIndex == 0, "\(name)") }
  }

  // MARK: - Bloom filters

  /// Puts bytes behind the data and says that the bloom filter of the texts is there.
  private static func withBloomFilter(_ bytes: [UInt8]) throws -> DamagedFiles {
    var file = try DamagedFiles()
    file.change(1) { [offset = file.data.count] in $0.bloomFilterOffset = Int64(offset) }
    file.data += bytes
    return file
  }

  private static func header(_ byteCount: Int32) -> [UInt8] {
    Array(ThriftWriter.bytes(of: BloomFilterHeader(byteCount: byteCount)).buffer)
  }

  /// A text within the bounds of the column that it does not have.
  private static let absent = RowFilter.comparison(column: 1, .equal, .text("beef"))

  @Test("A filter without values excludes the row group")
  func emptyBloomFilter() throws {
    let bytes = Self.header(32) + [UInt8](repeating: 0, count: 32)
    let (rows, progress) = try Self.scan(try Self.withBloomFilter(bytes), Self.absent)
    #expect(rows == [])
    #expect(progress.skipped.rowGroupsByBloomFilter == 1)
  }

  @Test(
    "A filter of a size that cannot be excludes nothing",
    arguments: [
      (0, 32, "a bloom filter has whole blocks of 32 bytes within the file's data: 0 bytes"),
      (-32, 32, "a bloom filter has whole blocks of 32 bytes within the file's data: -32 bytes"),
      (31, 32, "a bloom filter has whole blocks of 32 bytes within the file's data: 31 bytes"),
      (64, 32, "a bloom filter has whole blocks of 32 bytes within the file's data: 64 bytes"),
      (
        Int32.max - 31, 0,
        "a bloom filter has whole blocks of 32 bytes within the file's data: 2147483616 bytes"
      ),
      (Int32.min, 0, "a bloom filter has whole blocks of 32 bytes within the file's data: -2147483648 bytes"),
    ])
  func bloomSizes(said: Int32, there: Int, message: String) throws {
    let file = try Self.withBloomFilter(Self.header(said) + [UInt8](repeating: 0, count: there))
    let error = #expect(throws: InlayError.self) { try file.open().bloomFilter(rowGroup: 0, leaf: 1) }
    #expect(error?.message == message)
    let (rows, progress) = try Self.scan(file, .comparison(column: 1, .equal, .text("bee")))
    #expect(rows.count == 30)
    #expect(progress.skipped.rowGroupsByBloomFilter == 0)
    #expect(try Self.scan(file, Self.absent).rows == [])
  }

  @Test(
    "A filter that lies outside of the data excludes nothing", arguments: [-1, Int64.min, Int64.max, 1 << 40])
  func bloomOffsets(offset: Int64) throws {
    var file = try DamagedFiles()
    file.change(1) { $0.bloomFilterOffset = offset }
    let error = #expect(throws: InlayError.self) { try file.open().bloomFilter(rowGroup: 0, leaf: 1) }
    #expect(error?.message == "the bloom filter lies outside of the file's data: byte \(offset)")
    #expect(try Self.scan(file, .comparison(column: 1, .equal, .text("bee"))).rows.count == 30)
  }

  @Test("A filter wherever the data is gives the rows, or none for bits that are none of a filter")
  func bloomEverywhere() throws {
    for offset in try DamagedFiles().data.indices {
      var file = try DamagedFiles()
      file.change(1) { $0.bloomFilterOffset = Int64(offset) }
      let (rows, progress) = try Self.scan(file, .comparison(column: 1, .equal, .text("bee")))
      #expect(rows.count == (progress.skipped.rowGroupsByBloomFilter == 1 ? 0 : 30))
    }
  }
}

extension DamagedFiles {
  /// Says that a page of the numbers begins with another row.
  fileprivate mutating func changeRow(_ page: Int, _ row: Int64) throws {
    try changeOffsetIndex(0) { $0.pageLocations[page].firstRow = row }
  }
}
