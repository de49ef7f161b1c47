import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

/// Pages whose levels were written by hand.
@Suite("Levels in pages")
struct NestedPagesTests {
  /// A data page of INT32 values, with one byte for each run of one level.
  private struct Page {
    var repetitions: [UInt8]
    var definitions: [UInt8]
    var values: [Int32]
    /// The number of rows that the header of a page of the second version says; nil for the first version.
    var rowCount: Int32?
    /// The number of entries that the header says.
    var entryCount: Int32

    init(_ repetitions: [UInt8], _ definitions: [UInt8], _ values: [Int32], rowCount: Int32? = nil) {
      self.repetitions = repetitions
      self.definitions = definitions
      self.values = values
      self.rowCount = rowCount
      entryCount = Int32(definitions.count)
    }

    var bytes: [UInt8] {
      let levels: [[UInt8]] = [repetitions, definitions].map { $0.flatMap { [2, $0] as [UInt8] } }
      let values: [UInt8] = values.flatMap { value in
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
      }
      let header: PageHeader
      let content: [UInt8]
      if let rowCount {
        content = levels[0] + levels[1] + values
        let nullCount = Int32(definitions.count - self.values.count)
        header = PageHeader(
          type: .dataV2, uncompressedByteCount: Int32(content.count),
          compressedByteCount: Int32(content.count),
          dataV2: DataPageHeaderV2(
            valueCount: entryCount, nullCount: nullCount, rowCount: rowCount, encoding: .plain,
            definitionLevelByteCount: Int32(levels[1].count), repetitionLevelByteCount: Int32(levels[0].count)
          ))
      } else {
        let withLengths: [UInt8] = levels.filter { !$0.isEmpty }.flatMap { [UInt8($0.count), 0, 0, 0] + $0 }
        content = withLengths + values
        header = PageHeader(
          type: .data, uncompressedByteCount: Int32(content.count), compressedByteCount: Int32(content.count),
          data: DataPageHeader(valueCount: entryCount, encoding: .plain))
      }
      return ThriftTests.write(header) + content
    }
  }

  /// A file of one column whose leaves are `chunks`.
  private static func file(
    _ schema: [SchemaElement], rowCount: Int64, _ chunks: [[Page]], rowsPerBatch: Int = .max,
    limits: ParquetLimits = ParquetLimits()
  ) throws -> ParquetSource {
    var data = Array("PAR1".utf8)
    var columns: [ColumnChunk] = []
    for chunk in chunks {
      let entryCount = chunk.reduce(0) { $0 + Int64($1.entryCount) }
      columns.append(
        ColumnChunk(
          metadata: ColumnChunkMetadata(
            type: .int32, encodings: [.plain], path: ["c"], compression: .uncompressed,
            valueCount: entryCount,
            uncompressedByteCount: 10, compressedByteCount: 10, dataPageOffset: Int64(data.count))))
      data += chunk.flatMap(\.bytes)
    }
    let metadata = FileMetadata(
      version: 1, schema: [SchemaElement(name: "root", childCount: 1)] + schema, rowCount: rowCount,
      rowGroups: [RowGroup(columns: columns, uncompressedByteCount: 10, rowCount: rowCount)])
    let footer = ThriftTests.write(metadata)
    let length = (0..<4).map { UInt8(footer.count >> ($0 * 8) & 0xFF) }
    var options = ParquetReadOptions()
    options.rowsPerBatch = rowsPerBatch
    options.limits = limits
    let bytes = Values(data + footer + length + Array("PAR1".utf8)).buffer
    return ParquetSource(try ParquetFile(bytes: bytes, name: "x.parquet", options: options))
  }

  private static func texts(_ source: ParquetSource) throws -> [String?] {
    CellTexts.of(try TestFiles.read(source), columnCount: 1)[0]
  }

  private static func error(_ body: () throws -> ParquetSource) -> String? {
    #expect(throws: InlayError.self) { _ = try texts(body()) }?.description
  }

  /// `optional group l (LIST) { repeated group list { optional int32 element } }`
  private static let list = [
    SchemaElement(repetition: .optional, name: "l", childCount: 1, logicalType: .list),
    SchemaElement(repetition: .repeated, name: "list", childCount: 1),
    SchemaElement(type: .int32, repetition: .optional, name: "element"),
  ]

  /// `optional group l (LIST) { repeated group list { optional int32 a; optional int32 b } }`
  private static let pairs = [
    SchemaElement(repetition: .optional, name: "l", childCount: 1, logicalType: .list),
    SchemaElement(repetition: .repeated, name: "list", childCount: 2),
    SchemaElement(type: .int32, repetition: .optional, name: "a"),
    SchemaElement(type: .int32, repetition: .optional, name: "b"),
  ]

  @Test("A row goes on in the next pages of the first version", arguments: [.max, 2, 1])
  func rowsAcrossPages(rowsPerBatch: Int) throws {
    let source = try Self.file(
      Self.list, rowCount: 5,
      [
        [
          Page([0, 0, 1], [3, 3, 2], [1, 2]), Page([1, 1], [3, 3], [3, 4]), Page([], [], []),
          Page([1, 0, 0], [3, 0, 1], [5]), Page([0], [3], [6]), Page([1], [3], [7]),
        ]
      ], rowsPerBatch: rowsPerBatch)
    #expect(try Self.texts(source) == ["[1]", "[2, null, 3, 4, 5]", nil, "[]", "[6, 7]"])
  }

  @Test("Pages of the second version say how many rows they hold", arguments: [.max, 2, 1])
  func rowsInHeaders(rowsPerBatch: Int) throws {
    let pages = [
      Page([0, 0, 1], [3, 3, 2], [1, 2], rowCount: 2), Page([0, 0], [0, 3], [3], rowCount: 2),
    ]
    let source = try Self.file(Self.list, rowCount: 4, [pages], rowsPerBatch: rowsPerBatch)
    #expect(try Self.texts(source) == ["[1]", "[2, null]", nil, "[3]"])
  }

  @Test("A structure with a field that is required, and one whose fields are lists")
  func structures() throws {
    let required = [
      SchemaElement(repetition: .optional, name: "s", childCount: 1),
      SchemaElement(type: .int32, repetition: .required, name: "a"),
    ]
    let source = try Self.file(required, rowCount: 3, [[Page([], [1, 0, 1], [1, 2])]])
    #expect(try Self.texts(source) == [#"{"a": 1}"#, nil, #"{"a": 2}"#])
    let lists = [
      SchemaElement(repetition: .optional, name: "s", childCount: 2),
      SchemaElement(type: .int32, repetition: .repeated, name: "a"),
      SchemaElement(type: .int32, repetition: .repeated, name: "b"),
    ]
    let chunks = [
      [Page([0, 1, 0, 0], [2, 2, 0, 1], [1, 2])], [Page([0, 0, 0, 1], [1, 0, 2, 2], [3, 4])],
    ]
    #expect(
      try Self.texts(Self.file(lists, rowCount: 3, chunks)) == [
        #"{"a": [1, 2], "b": []}"#, nil, #"{"a": [], "b": [3, 4]}"#,
      ])
  }

  @Test("A column of required groups only has no levels at all")
  func noLevels() throws {
    let schema = [
      SchemaElement(repetition: .required, name: "s", childCount: 1),
      SchemaElement(repetition: .required, name: "t", childCount: 1),
      SchemaElement(type: .int32, repetition: .required, name: "a"),
    ]
    var page = Page([], [], [1, 2])
    page.entryCount = 2
    let source = try Self.file(schema, rowCount: 2, [[page]])
    #expect(try Self.texts(source) == [#"{"t": {"a": 1}}"#, #"{"t": {"a": 2}}"#])
  }

  @Test("Levels that break the rules")
  func broken() {
    func message(_ page: Page, rowCount: Int64 = 1) -> String? {
      Self.error { try Self.file(Self.list, rowCount: rowCount, [[page]]) }
    }
    let place = "x.parquet, row group 0, column l.list.element, page 0"
    #expect(
      message(Page([1, 0], [3, 3], [1, 2]))
        == "\(place): the first repetition level of a row is not 0, and no row goes on here: 1")
    #expect(
      message(Page([0, 2], [3, 3], [1, 2])) == "\(place): a run's value has more bits than its width: 2")
    var short = Page([0, 1], [3, 3], [1, 2])
    short.entryCount = 3
    #expect(message(short) == "\(place): the runs of levels or indices end before the values do")
    #expect(message(Page([0, 1], [3, 3], [1])) == "\(place): the page's bytes end before its values do")
    #expect(
      message(Page([0, 1], [1, 1], []))
        == "x.parquet, row group 0, column l: the levels say that a list goes on where it has no elements")
    #expect(
      message(Page([0, 0], [3, 3], [1, 2]))
        == "\(place): the page's levels begin other rows than those up to row 1: 2")
    #expect(
      message(Page([0, 1], [3, 3], [1, 2]), rowCount: 2)
        == "x.parquet, row group 0, column l: the pages of the column begin 1 of the 2 rows that they should")
    #expect(
      message(Page([0, 0], [3, 3], [1, 2], rowCount: 1))
        == "\(place): the page's levels begin other rows than those up to row 1: 2")
    #expect(
      message(Page([0], [3], [1], rowCount: 2)) == """
        x.parquet, row group 0, column l.list.element: the row group has 1 rows, the pages of the column chunk have 2
        """)
    #expect(
      message(Page([0], [3], [1]), rowCount: 2) == """
        x.parquet, row group 0, column l.list.element: the row group has 2 rows, the column chunk has 1 values
        """)
  }

  @Test("Definition levels beyond those of the schema")
  func greatLevels() {
    let schema = [
      SchemaElement(repetition: .required, name: "l", childCount: 1, logicalType: .list),
      SchemaElement(repetition: .repeated, name: "list", childCount: 1),
      SchemaElement(type: .int32, repetition: .optional, name: "element"),
    ]
    let message = Self.error { try Self.file(schema, rowCount: 1, [[Page([0, 1], [2, 3], [1, 2])]]) }
    #expect(
      message == """
        x.parquet, row group 0, column l.list.element, page 0: a level is greater than the schema's nodes allow, \
        which is 2: 3
        """)
  }

  @Test("Leaves of one list that have unequal numbers of elements")
  func mismatch() {
    let message = Self.error {
      try Self.file(
        Self.pairs, rowCount: 1,
        [[Page([0, 1], [3, 3], [1, 2])], [Page([0, 1, 1], [3, 3, 3], [1, 2, 3])]])
    }
    #expect(
      message
        == "x.parquet, row group 0, column l: the fields of a structure have unequal numbers of values: 2 and 3"
    )
  }

  @Test("A map's key that is null")
  func nullKey() throws {
    let map = [
      SchemaElement(repetition: .optional, name: "m", childCount: 1, logicalType: .map),
      SchemaElement(repetition: .repeated, name: "key_value", childCount: 2),
      SchemaElement(type: .int32, repetition: .optional, name: "key"),
      SchemaElement(type: .int32, repetition: .optional, name: "value"),
    ]
    let values = [Page([0, 1], [3, 2], [7])]
    func message(_ keys: [UInt8], _ numbers: [Int32]) throws -> ParquetSource {
      try Self.file(map, rowCount: 1, [[Page([0, 1], keys, numbers)], values])
    }
    #expect(try Self.texts(message([3, 3], [1, 2])) == [#"{"1": 7, "2": null}"#])
    let refusal = Self.error { try message([3, 2], [1]) }
    #expect(refusal == "x.parquet, row group 0, column m: a map has entries whose key is null: 1")
  }

  @Test("A few bytes cannot claim any number of elements")
  func claims() {
    var limits = ParquetLimits()
    limits.nestedEntryCount = 1000
    var page = Page([0], [2], [])
    page.entryCount = 100_000_000
    for rowsPerBatch in [Int.max, 1] {
      let message = Self.error {
        try Self.file(Self.list, rowCount: 4, [[page]], rowsPerBatch: rowsPerBatch, limits: limits)
      }
      #expect(message?.contains("than ParquetLimits.nestedEntryCount allows for") == true)
    }
  }
}
