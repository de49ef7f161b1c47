import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Checks of nested columns")
struct NestedRuleTests {
  /// Lists of numbers in pages of two rows: [1, null], null, [], [2], [3, 4].
  private static func file() throws -> DamagedFiles {
    var options = ParquetWriterOptions()
    options.rowsPerPage = 2
    options.compression = .uncompressed
    let element = Field("element", .int64)
    let schema = Schema([Field("l", .list(element))])
    let numbers = Column(
      type: .int64, storage: .int64(Values([1, 0, 2, 3, 4])),
      validity: Bitmap([true, false, true, true, true]))
    let lists = ListValues(offsets: Values([0, 2, 2, 2, 3, 5]), elements: numbers)
    let column = Column(
      type: .list(element), storage: .list(lists), validity: Bitmap([true, false, true, true, true]))
    let batch = RecordBatch(schema: schema, columns: [column], rowCount: 5)
    return try DamagedFiles(WrittenFiles.write([batch], schema: schema, options))
  }

  private static func word(_ value: UInt8) -> [UInt8] { [value, 0, 0, 0, 0, 0, 0, 0] }
  private static let place = "f, row group 0, column l.list.element"

  @Test("A file without a fault has no findings and no notes")
  func clean() throws {
    let report = try ParquetCheck().run(bytes: Values(try Self.file().bytes).buffer, name: "f")
    #expect(report.findings == [] && report.notes == [] && report.counts.valueCount == 7)
  }

  @Test("Bounds that do not hold the values are told, for the chunk and for each page")
  func bounds() throws {
    var file = try Self.file()
    file.changeStatistics(0) { ($0.min, $0.max) = (Self.word(2), Self.word(3)) }
    #expect(
      try file.findings() == [
        "\(Self.place): a value is below the lower bound of the chunk's statistics, 2: 1 [bounds]",
        "\(Self.place): a value is above the upper bound of the chunk's statistics, 3: 4 [bounds]",
      ])
    file = try Self.file()
    let last = try file.open().pages(rowGroup: 0, leaf: 0).filter(\.isData)[2].offset
    try file.changeColumnIndex(0) { $0.maxValues[2] = Self.word(3) }
    #expect(
      try file.findings() == [
        "\(Self.place), page 2, byte \(last): a value is above the upper bound of the column index, 3: 4 [column-index]"
      ])
  }

  @Test("Nulls may be counted with lists without elements, or without; no other number will do")
  func nulls() throws {
    var file = try Self.file()
    for count in 1...3 as ClosedRange<Int64> {
      file.changeStatistics(0) { $0.nullCount = count }
      #expect(try file.findings() == [])
    }
    for count in [0, 4] as [Int64] {
      file.changeStatistics(0) { $0.nullCount = count }
      #expect(
        try file.findings() == [
          "\(Self.place): the chunk's number of nulls is said to be \(count); it is 3 [null-count]"
        ])
    }
  }

  @Test("Distinct values are counted through lists")
  func distinct() throws {
    var file = try Self.file()
    file.changeStatistics(0) { $0.distinctCount = 5 }
    #expect(
      try file.findings() == [
        "\(Self.place): the number of distinct values is said to be 5; it is 4 [distinct-count]"
      ])
  }

  @Test("That rows are sorted by a nested column is not checked, and told")
  func sorting() throws {
    var file = try Self.file()
    file.metadata.rowGroups[0].sortingColumns = [
      SortingColumn(columnIndex: 0, isDescending: false, areNullsFirst: false)
    ]
    let report = try ParquetCheck().run(bytes: Values(file.bytes).buffer, name: "f")
    #expect(report.findings == [])
    #expect(
      report.notes.map(\.description) == [
        "f, column l.list.element: the order of rows by this column is not checked"
      ])
  }

  @Test("Bounds in an order that is not the type's are not compared, and told")
  func orders() throws {
    var file = try Self.file()
    file.metadata.columnOrders = [.ieee754Total]
    file.changeStatistics(0) { $0.min = Self.word(9) }
    let report = try ParquetCheck().run(bytes: Values(file.bytes).buffer, name: "f")
    #expect(report.findings == [])
    #expect(
      report.notes.map(\.description) == [
        "f, column l.list.element: bounds are not compared with the values: the total order of IEEE 754"
      ])
  }
}
