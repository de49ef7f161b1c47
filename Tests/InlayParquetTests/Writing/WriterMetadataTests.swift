import InlayBytes
import InlayColumns
import InlayParquet
import Testing

@Suite("What a written file says of itself")
struct WriterMetadataTests {
  private static func batch(_ fields: [Field], _ columns: [Column]) -> RecordBatch {
    RecordBatch(schema: Schema(fields), columns: columns, rowCount: columns[0].count)
  }

  private static func texts(_ texts: [String?]) -> Column {
    Column(
      type: .string, storage: .views(ViewValues(texts.map { $0 ?? "" })),
      validity: Bitmap(texts.map { $0 != nil }))
  }

  private static func metadata(
    _ column: Column, _ options: ParquetWriterOptions = ParquetWriterOptions(), isNullable: Bool = true
  ) throws -> FileMetadata {
    let field = Field("c", column.type, isNullable: isNullable)
    let bytes = try WrittenFiles.write([batch([field], [column])], schema: Schema([field]), options)
    return try WrittenFiles.metadata(bytes)
  }

  @Test(
    "The footer names the writer in the form that parquet-java reads, the root, and an order for each column")
  func footer() throws {
    var options = ParquetWriterOptions()
    options.keyValues = [KeyValue(key: "origin", value: "test")]
    let metadata = try Self.metadata(Self.texts(["a", nil]), options)
    #expect(metadata.createdBy == "inlay version \(InlayVersion.number) (build release)")
    #expect(metadata.version == 1)
    #expect(metadata.rowCount == 2)
    #expect(metadata.schema[0] == SchemaElement(name: "schema", childCount: 1))
    #expect(metadata.columnOrders == [.typeDefined])
    #expect(metadata.keyValues == [KeyValue(key: "origin", value: "test")])
    #expect(metadata.rowGroups[0].ordinal == 0)
    #expect(metadata.rowGroups[0].fileOffset == 4)
    let chunk = try #require(metadata.rowGroups[0].columns[0].metadata)
    #expect(metadata.rowGroups[0].compressedByteCount == chunk.compressedByteCount)
    #expect(metadata.rowGroups[0].uncompressedByteCount == chunk.uncompressedByteCount)
  }

  @Test(
    "Each type is annotated in both forms",
    arguments: [
      (
        DataType.int8, PhysicalType.int32, LogicalType.integer(bitWidth: 8, isSigned: true),
        ConvertedType.int8
      ),
      (.uint32, .int32, .integer(bitWidth: 32, isSigned: false), .uint32),
      (.int64, .int64, .integer(bitWidth: 64, isSigned: true), .int64),
      (.uint64, .int64, .integer(bitWidth: 64, isSigned: false), .uint64),
      (.string, .byteArray, .string, .utf8),
      (.date, .int32, .date, .date),
      (.timestamp(.millis, isUTC: true), .int64, .timestamp(.millis, isUTC: true), .timestampMillis),
      (.timestamp(.micros, isUTC: false), .int64, .timestamp(.micros, isUTC: false), .timestampMicros),
      (.timestamp(.nanos, isUTC: true), .int64, .timestamp(.nanos, isUTC: true), nil),
      (.time(.millis), .int32, .time(.millis, isUTC: false), .timeMillis),
      (.time(.micros), .int64, .time(.micros, isUTC: false), .timeMicros),
      (.time(.nanos), .int64, .time(.nanos, isUTC: false), nil),
      (.decimal(precision: 9, scale: 2), .int32, .decimal(scale: 2, precision: 9), .decimal),
      (.decimal(precision: 18, scale: 2), .int64, .decimal(scale: 2, precision: 18), .decimal),
      (.decimal(precision: 19, scale: 2), .fixedLengthByteArray, .decimal(scale: 2, precision: 19), .decimal),
    ] as [(DataType, PhysicalType, LogicalType?, ConvertedType?)])
  func annotations(
    type: DataType, physical: PhysicalType, logical: LogicalType?, converted: ConvertedType?
  ) throws {
    var maker = RandomColumns(seed: 1)
    let column = maker.column(type, count: 3, distinctCount: 3, nulls: .none)
    let element = try Self.metadata(column, isNullable: false).schema[1]
    #expect(element.type == physical)
    #expect(element.logicalType == logical)
    #expect(element.convertedType == converted)
    #expect(element.repetition == .required)
    guard case .decimal(let precision, let scale) = type else { return }
    #expect(element.precision == Int32(precision) && element.scale == Int32(scale))
  }

  @Test(
    "A decimal of many digits takes the fewest bytes that hold it",
    arguments: [(19, 9), (21, 9), (22, 10), (38, 16)])
  func decimalWidths(precision: Int, byteCount: Int32) throws {
    var maker = RandomColumns(seed: 1)
    let column = maker.column(
      .decimal(precision: precision, scale: 0), count: 3, distinctCount: 3, nulls: .none)
    #expect(try Self.metadata(column).schema[1].typeLength == byteCount)
  }

  @Test("Few values get a dictionary, distinct ones none, nulls alone neither; the footer tells which")
  func encodings() throws {
    let few = try Self.metadata(Self.texts((0..<1_000).map { "value \($0 % 7)" }))
    let withDictionary = try #require(few.rowGroups[0].columns[0].metadata)
    #expect(withDictionary.encodings == [.plain, .rleDictionary, .rle])
    #expect(withDictionary.dictionaryPageOffset == 4)
    #expect(withDictionary.dataPageOffset > 4)
    #expect(withDictionary.statistics?.distinctCount == 7)
    #expect(
      withDictionary.encodingStatistics == [
        PageEncodingStatistics(pageType: .dictionary, encoding: .plain, count: 1),
        PageEncodingStatistics(pageType: .data, encoding: .rleDictionary, count: 1),
      ])
    let distinct = try Self.metadata(Self.texts((0..<30_000).map { "\($0)" }), isNullable: false)
    let plain = try #require(distinct.rowGroups[0].columns[0].metadata)
    #expect(plain.encodings == [.plain])
    #expect(plain.dictionaryPageOffset == nil)
    #expect(plain.statistics?.distinctCount == nil)
    let nulls = try Self.metadata(Self.texts(Array(repeating: nil, count: 1_000)))
    let empty = try #require(nulls.rowGroups[0].columns[0].metadata)
    #expect(empty.encodings == [.plain, .rle])
    #expect(empty.statistics == Statistics(nullCount: 1_000))
  }

  @Test("A chunk whose dictionary stops paying late is plain from its beginning")
  func lateLoss() throws {
    let values = (0..<20_000).map { "v\($0 % 3)" } + (0..<100_000).map { "\($0)" }
    let chunk = try #require(try Self.metadata(Self.texts(values)).rowGroups[0].columns[0].metadata)
    #expect(chunk.encodings == [.plain, .rle])
    #expect(chunk.statistics?.min == Array("0".utf8))
    #expect(chunk.statistics?.max == Array("v2".utf8))
  }

  @Test("A dictionary that would outgrow its limit is given up")
  func dictionaryLimit() throws {
    var options = ParquetWriterOptions()
    options.dictionaryByteLimit = 50
    options.encoding = .fixed(.rleDictionary)
    let values = (0..<1_000).map { "long value \($0 % 10)" }
    let chunk = try #require(try Self.metadata(Self.texts(values), options).rowGroups[0].columns[0].metadata)
    #expect(chunk.encodings == [.plain, .rle])
    options.dictionaryByteLimit = 160
    let kept = try #require(try Self.metadata(Self.texts(values), options).rowGroups[0].columns[0].metadata)
    #expect(kept.encodings == [.plain, .rleDictionary, .rle])
  }

  @Test(
    "Signed orders have the deprecated bounds too, others do not; without statistics only nulls are counted")
  func deprecatedBounds() throws {
    let numbers = Column(type: .int32, storage: .int32(Values([3, -5, 4])))
    let signed = try #require(try Self.metadata(numbers).rowGroups[0].columns[0].metadata?.statistics)
    #expect(signed.min == [0xFB, 0xFF, 0xFF, 0xFF] && signed.max == [4, 0, 0, 0])
    #expect(signed.deprecatedMin == signed.min && signed.deprecatedMax == signed.max)
    #expect(signed.isMinExact == true && signed.isMaxExact == true)
    let texts = try #require(try Self.metadata(Self.texts(["é", "z", nil])).rowGroups[0].columns[0].metadata)
    #expect(texts.statistics?.min == Array("z".utf8) && texts.statistics?.max == Array("é".utf8))
    #expect(texts.statistics?.deprecatedMin == nil && texts.statistics?.deprecatedMax == nil)
    var options = ParquetWriterOptions()
    options.writesStatistics = false
    let none = try Self.metadata(Self.texts(["a", nil]), options).rowGroups[0].columns[0]
    #expect(none.metadata?.statistics == Statistics(nullCount: 1))
    #expect(none.columnIndexOffset == nil && none.offsetIndexOffset != nil)
  }

  @Test("A page of NaNs has no bounds, and its chunk no column index")
  func onlyNaN() throws {
    var options = ParquetWriterOptions()
    options.rowsPerPage = 2
    let column = Column(type: .double, storage: .double(Values([1, .nan, .nan, .nan, 2, 3])))
    let chunk = try Self.metadata(column, options).rowGroups[0].columns[0]
    #expect(chunk.columnIndexOffset == nil)
    #expect(chunk.offsetIndexOffset != nil)
    let statistics = try #require(chunk.metadata?.statistics)
    #expect(statistics.distinctCount == nil)
    #expect(statistics.max == (0..<8).map { UInt8(truncatingIfNeeded: 3.0.bitPattern >> UInt64($0 * 8)) })
  }

  @Test("A table without rows has columns and no row group")
  func empty() throws {
    let metadata = try Self.metadata(Self.texts([]))
    #expect(metadata.rowGroups.isEmpty && metadata.rowCount == 0 && metadata.schema.count == 2)
  }

  @Test("The summary tells what was written")
  func summary() throws {
    let sink = MemorySink()
    let column = Self.texts((0..<100).map { "\($0 % 3)" })
    var options = ParquetWriterOptions()
    options.rowsPerGroup = 60
    let writer = try ParquetWriter(schema: Schema([Field("c", .string)]), to: sink, options: options)
    #expect(writer.summary == nil)
    try writer.write(Self.batch([Field("c", .string)], [column]))
    try writer.finishAndClose()
    let summary = try #require(writer.summary)
    #expect(summary.rowCount == 100 && summary.rowGroupCount == 2)
    #expect(summary.byteCount == sink.bytes.count)
    #expect(summary.columns.map(\.name) == ["c"])
    #expect(summary.columns[0].encodings == [.plain, .rleDictionary, .rle])
    #expect(summary.columns[0].dictionaryCount == 2)
  }
}
