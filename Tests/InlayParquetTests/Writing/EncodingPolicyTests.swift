import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("The choice of encodings")
struct EncodingPolicyTests {
  private static func encodings(_ column: Column, _ options: ParquetWriterOptions) throws -> [Encoding] {
    let schema = Schema([Field("c", column.type, isNullable: column.validity != nil)])
    let batch = RecordBatch(schema: schema, columns: [column], rowCount: column.count)
    let metadata = try WrittenFiles.metadata(try WrittenFiles.write([batch], schema: schema, options))
    return try #require(metadata.rowGroups[0].columns[0].metadata).encodings
  }

  private static var automatic: ParquetWriterOptions {
    var options = ParquetWriterOptions()
    options.encoding = .automatic
    return options
  }

  private static func texts(_ texts: [String]) -> Column {
    Column(type: .string, storage: .views(ViewValues(texts)))
  }

  @Test("Automatic takes differences for numbers that follow each other")
  func sequences() throws {
    let numbers = (0..<50_000).map { Int64($0) * 3 }
    let column = Column(type: .int64, storage: .int64(Values(numbers)))
    #expect(try Self.encodings(column, Self.automatic) == [.deltaBinaryPacked])
    #expect(try Self.encodings(column, ParquetWriterOptions()) == [.plain])
  }

  @Test("Automatic takes differences rather than a dictionary where both would pay")
  func sortedRepetitions() throws {
    let numbers = (0..<50_000).map { Int64($0 / 4) * 1_000 }
    let column = Column(type: .int64, storage: .int64(Values(numbers)))
    #expect(try Self.encodings(column, Self.automatic) == [.deltaBinaryPacked])
    #expect(try Self.encodings(column, ParquetWriterOptions()) == [.plain, .rleDictionary])
  }

  @Test("Automatic keeps a dictionary for few values in no order")
  func fewValues() throws {
    var random = SeededGenerator(1)
    let numbers = (0..<50_000).map { _ in
      Int64(Int.random(in: 0..<9, using: &random)) &* 0x1E37_79B9_7F4A_7C15
    }
    let column = Column(type: .int64, storage: .int64(Values(numbers)))
    #expect(try Self.encodings(column, Self.automatic) == [.plain, .rleDictionary])
  }

  @Test("Automatic splits the bytes of measured numbers")
  func measurements() throws {
    var random = SeededGenerator(2)
    let numbers = (0..<50_000).map { _ in 20 + Double(random.next() >> 11) / Double(1 << 53) }
    let column = Column(type: .double, storage: .double(Values(numbers)))
    #expect(try Self.encodings(column, Self.automatic) == [.byteStreamSplit])
  }

  @Test("Automatic takes shared prefixes for texts in order")
  func sortedTexts() throws {
    let column = Self.texts((0..<30_000).map { "https://example.org/items/\(1_000_000 + $0 * 7)" })
    #expect(try Self.encodings(column, Self.automatic) == [.deltaByteArray])
  }

  @Test("A first page of nulls does not decide")
  func nullsFirst() throws {
    let count = 60_000
    let column = Column(
      type: .int64, storage: .int64(Values((0..<count).map { Int64($0) })),
      validity: Bitmap((0..<count).map { $0 >= 25_000 }))
    #expect(try Self.encodings(column, Self.automatic) == [.plain, .deltaBinaryPacked, .rle])
  }

  @Test("A chunk with its dictionary given up begins anew with the next row group")
  func nextChunk() throws {
    var options = Self.automatic
    options.rowsPerGroup = 30_000
    let numbers = (0..<60_000).map { Int64($0 < 30_000 ? $0 : $0 % 2) &* 0x1E37_79B9_7F4A_7C15 }
    let column = Column(type: .int64, storage: .int64(Values(numbers)))
    let schema = Schema([Field("c", .int64, isNullable: false)])
    let batch = RecordBatch(schema: schema, columns: [column], rowCount: column.count)
    let metadata = try WrittenFiles.metadata(try WrittenFiles.write([batch], schema: schema, options))
    let encodings = metadata.rowGroups.map { $0.columns[0].metadata?.encodings }
    #expect(encodings == [[.deltaBinaryPacked], [.plain, .rleDictionary]])
  }

  @Test("The older name of dictionaries stands on both pages when it is asked for")
  func plainDictionary() throws {
    var options = ParquetWriterOptions()
    options.encoding = .fixed(.plainDictionary)
    let pages = try WrittenPages(Self.texts(["a", "b", "a"]), isNullable: false, options).pages()
    #expect(pages.map(\.header.dictionary?.encoding) == [.plainDictionary, nil])
    #expect(pages.map(\.header.data?.encoding) == [nil, .plainDictionary])
    #expect(try Self.encodings(Self.texts(["a", "b", "a"]), options) == [.plainDictionary])
  }

  @Test("A column's own choice goes before the file's")
  func overrides() throws {
    var options = ParquetWriterOptions()
    options.encoding = .fixed(.byteStreamSplit)
    options.columnEncodings = ["c": .fixed(.deltaBinaryPacked)]
    let column = Column(type: .int32, storage: .int32(Values([5, 5, 5])))
    #expect(try Self.encodings(column, options) == [.deltaBinaryPacked])
  }

  private static func message(_ change: (inout ParquetWriterOptions) -> Void) -> String? {
    var options = ParquetWriterOptions()
    change(&options)
    let schema = Schema([Field("number", .int32), Field("text", .string), Field("flag", .boolean)])
    do {
      _ = try ParquetWriter(schema: schema, to: MemorySink(), options: options)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "Every type comes back equal in each of its encodings", arguments: RandomColumns.types,
    DataPageVersion.allCases)
  func everyEncoding(type: DataType, version: DataPageVersion) throws {
    var maker = RandomColumns(seed: 77)
    for nulls in [RandomColumns.Nulls.none, .runs, .all] {
      let column = maker.column(type, count: 700, distinctCount: 300, nulls: nulls)
      let field = Field("c", type, isNullable: nulls != .none)
      let batch = RecordBatch(schema: Schema([field]), columns: [column], rowCount: column.count)
      for encoding in ColumnLayout(field).physical.writableEncodings {
        var options = ParquetWriterOptions()
        options.encoding = .fixed(encoding)
        options.dataPageVersion = version
        options.rowsPerPage = 300
        let bytes = try WrittenFiles.write([batch], schema: batch.schema, options)
        #expect(try WrittenFiles.read(bytes) == [CellTexts.of(column)], "\(encoding)")
      }
    }
  }

  @Test("A policy has a text")
  func texts() {
    #expect(EncodingPolicy("compatible") == .compatible && EncodingPolicy("automatic") == .automatic)
    #expect(EncodingPolicy("DELTA_BINARY_PACKED") == .fixed(.deltaBinaryPacked))
    #expect(EncodingPolicy("delta") == nil && EncodingPolicy("encoding 77") == nil)
  }

  @Test("An encoding that a type does not have, and a column that is not there, are errors")
  func refusals() {
    #expect(
      Self.message { $0.columnEncodings = ["number": .fixed(.deltaByteArray)] }
        == """
        column number: INT32 values are not written in this encoding; choose from PLAIN, DELTA_BINARY_PACKED, \
        BYTE_STREAM_SPLIT, RLE_DICTIONARY, PLAIN_DICTIONARY: DELTA_BYTE_ARRAY
        """)
    #expect(
      Self.message { $0.columnEncodings = ["flag": .fixed(.rleDictionary)] }
        == """
        column flag: BOOLEAN values are not written in this encoding; choose from PLAIN, RLE: RLE_DICTIONARY
        """)
    #expect(
      Self.message { $0.encoding = .fixed(.byteStreamSplit) }
        == """
        column text: BYTE_ARRAY values are not written in this encoding; choose from PLAIN, \
        DELTA_LENGTH_BYTE_ARRAY, DELTA_BYTE_ARRAY, RLE_DICTIONARY, PLAIN_DICTIONARY: BYTE_STREAM_SPLIT
        """)
    #expect(
      Self.message { $0.columnEncodings = ["absent": .automatic] }
        == """
        an encoding is asked for a column that the file does not have; name one of its columns: absent
        """)
  }
}
