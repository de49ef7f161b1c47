import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("What a reader refuses")
struct RefusalTests {
  /// The error of opening bytes and reading everything in them.
  private static func error(_ bytes: [UInt8], options: ParquetReadOptions = ParquetReadOptions())
    -> InlayError?
  {
    #expect(throws: InlayError.self) {
      let file = try ParquetFile(bytes: Values(bytes).buffer, name: "x.parquet", options: options)
      _ = try TestFiles.read(ParquetSource(file))
    }
  }

  /// A file whose footer is `metadata`, behind `data`, which stands at byte 4.
  private static func file(_ metadata: FileMetadata, data: [UInt8] = []) -> [UInt8] {
    let footer = ThriftTests.write(metadata)
    let length = (0..<4).map { UInt8(footer.count >> ($0 * 8) & 0xFF) }
    return Array("PAR1".utf8) + data + footer + length + Array("PAR1".utf8)
  }

  /// A file of one INT32 column with one row group of `rowCount` rows, whose pages are `data`.
  private static func file(
    rowCount: Int64 = 2, data: [UInt8], change: (inout ColumnChunk) -> Void = { _ in }
  ) -> [UInt8] {
    var chunk = ColumnChunk(
      metadata: ColumnChunkMetadata(
        type: .int32, encodings: [.plain], path: ["c"], compression: .uncompressed, valueCount: rowCount,
        uncompressedByteCount: 10, compressedByteCount: 10, dataPageOffset: 4))
    change(&chunk)
    return file(
      FileMetadata(
        version: 1,
        schema: [
          SchemaElement(name: "root", childCount: 1),
          SchemaElement(type: .int32, repetition: .required, name: "c"),
        ], rowCount: rowCount,
        rowGroups: [RowGroup(columns: [chunk], uncompressedByteCount: 10, rowCount: rowCount)]),
      data: data)
  }

  private static func page(
    _ values: [UInt8], count: Int32 = 2, encoding: Encoding = .plain, size: Int32? = nil,
    checksum: UInt32? = nil
  ) -> [UInt8] {
    ThriftTests.write(
      PageHeader(
        type: .data, uncompressedByteCount: size ?? Int32(values.count),
        compressedByteCount: Int32(values.count), checksum: checksum,
        data: DataPageHeader(valueCount: count, encoding: encoding))) + values
  }

  private static let values: [UInt8] = [7, 0, 0, 0, 8, 0, 0, 0]

  @Test("A handmade file is read")
  func whole() throws {
    let file = try ParquetFile(
      bytes: Values(Self.file(data: Self.page(Self.values))).buffer, name: "x.parquet")
    let batches = try TestFiles.read(ParquetSource(file))
    #expect(CellTexts.of(batches, columnCount: 1) == [["7", "8"]])
  }

  @Test("What is no Parquet file, and one that is encrypted")
  func magic() {
    let text = Self.error(Array("hello, world; this is text".utf8))
    #expect(text?.description == "x.parquet: is not a Parquet file: it does not begin and end with PAR1")
    #expect(Self.error(Array("PAR1".utf8))?.code == .corrupt)
    let encrypted = Self.error(Array("PARE....\u{4}\0\0\0PARE".utf8))
    #expect(encrypted == ModuleCipher.isNotDecrypted("the footer").located(in: .init(file: "x.parquet")))
    let long = Self.error(Array("PAR1....\u{9}\0\0\0PAR1".utf8))
    #expect(long?.description == "x.parquet: the footer is longer than the file: 9 bytes")
  }

  @Test("Limits name the option that raises them")
  func limits() {
    var options = ParquetReadOptions()
    options.limits.footerByteCount = 10
    let footer = Self.error(Self.file(data: []), options: options)
    #expect(footer?.code == .limitExceeded)
    #expect(
      footer?.message.hasPrefix("the footer is larger than ParquetLimits.footerByteCount allows: ") == true)
    options = ParquetReadOptions()
    options.limits.pageByteCount = 100
    let page = Self.error(Self.file(data: Self.page(Self.values, size: 101)), options: options)
    #expect(
      page?.description == """
        x.parquet, row group 0, column c, page 0: the page is larger than ParquetLimits.pageByteCount allows: \
        101 bytes
        """)
  }

  @Test("Row groups that do not go with the schema")
  func rowGroups() {
    let negative = Self.error(Self.file(rowCount: -1, data: []))
    #expect(negative?.description == "x.parquet, row group 0: the number of rows is out of range: -1")
    let unequal = Self.error(
      Self.file(data: Self.page(Self.values)) { $0.metadata?.valueCount = 3 })
    #expect(
      unequal?.description
        == "x.parquet, row group 0, column c: the row group has 2 rows, the column chunk has 3 values")
    let type = Self.error(Self.file(data: []) { $0.metadata?.type = .double })
    #expect(
      type?.description
        == "x.parquet, row group 0, column c: the column chunk's physical type is not the schema's: DOUBLE")
    let elsewhere = Self.error(Self.file(data: []) { $0.filePath = "other.parquet" })
    #expect(
      elsewhere?.description == """
        x.parquet, row group 0, column c: the column's data lie in another file; read that one: other.parquet
        """)
    let outside = Self.error(Self.file(data: []) { $0.metadata?.dataPageOffset = 1 << 40 })
    #expect(
      outside?.message == "the column chunk's pages lie outside of the file's data: byte 1099511627776")
  }

  @Test("Pages that do not hold what was promised")
  func pages() {
    func message(_ data: [UInt8]) -> String? { Self.error(Self.file(data: data))?.description }
    let place = "x.parquet, row group 0, column c, page 0"
    #expect(
      message(Self.page(Self.values, count: 3))
        == "\(place): the pages hold more values than the row group has rows: 3")
    #expect(
      message(Self.page(Self.values, count: -1)) == "\(place): the page's number of values is negative: -1")
    #expect(message(Self.page([1, 2, 3])) == "\(place): the page's bytes end before its values do")
    #expect(
      message(Self.page(Self.values, size: 9))
        == "\(place): the page's header says 9 bytes before compression, its contents have 8")
    #expect(
      message(Self.page(Self.values, checksum: 5))
        == "\(place): the page's checksum is 2857631391, its header says 5: the file was damaged")
    #expect(
      message(Self.page(Self.values, encoding: .deltaBinaryPacked)) == """
        \(place): blocks of differences cannot have this form: 7 values in 0 parts
        """)
    #expect(
      message(Self.page([1, 3, 1], encoding: .rleDictionary)) == """
        x.parquet, row group 0, column c, page 0: a page refers to a dictionary, and the column chunk has none
        """)
    #expect(message([]) == "\(place): the column chunk's pages end before its rows do")
  }

  @Test("Encodings that the type never has, and those that nobody knows")
  func encodings() {
    for encoding in [Encoding.rle, .bitPacked, .deltaLengthByteArray, .deltaByteArray] {
      let error = Self.error(Self.file(data: Self.page(Self.values, encoding: encoding)))
      #expect(error?.message == "INT32 values are never in this encoding: \(encoding)")
      #expect(error?.code == .corrupt)
    }
    for encoding in [Encoding.alp, Encoding(rawValue: 77)] {
      let error = Self.error(Self.file(data: Self.page(Self.values, encoding: encoding)))
      #expect(
        error?.message == "values in this encoding cannot be read yet; write the file with PLAIN: \(encoding)"
      )
      #expect(error?.code == .unsupported)
    }
  }

  @Test("Checksums are not compared when nobody wants it")
  func uncheckedSums() throws {
    var options = ParquetReadOptions()
    options.verifiesChecksums = false
    let bytes = Self.file(data: Self.page(Self.values, checksum: 5))
    let file = try ParquetFile(bytes: Values(bytes).buffer, name: "x.parquet", options: options)
    #expect(try TestFiles.read(ParquetSource(file)).first?.rowCount == 2)
  }

  @Test("An index beyond the dictionary")
  func indices() {
    let dictionary =
      ThriftTests.write(
        PageHeader(
          type: .dictionary, uncompressedByteCount: 8, compressedByteCount: 8,
          dictionary: DictionaryPageHeader(valueCount: 2, encoding: .plain))) + Self.values
    let error = Self.error(Self.file(data: dictionary + Self.page([2, 4, 2], encoding: .rleDictionary)))
    #expect(
      error?.description
        == "x.parquet, row group 0, column c, page 0: an index is beyond the dictionary's 2 values: 2")
  }

  @Test("A group without fields is named, and the others can be read")
  func emptyGroup() throws {
    let metadata = FileMetadata(
      version: 1,
      schema: [
        SchemaElement(name: "root", childCount: 2),
        SchemaElement(repetition: .optional, name: "group", childCount: 0),
        SchemaElement(type: .int32, repetition: .optional, name: "flat"),
      ], rowCount: 0, rowGroups: [])
    let file = try ParquetFile(bytes: Values(Self.file(metadata)).buffer, name: "x.parquet")
    let source = ParquetSource(file)
    let error = #expect(throws: InlayError.self) { _ = try source.scan(ScanRequest(columns: [1, 0])) }
    #expect(
      error?.description == """
        x.parquet, column group: a group without fields has nothing that says how many there are; \
        ask for the other columns
        """)
    #expect(error?.code == .corrupt)
    #expect(try TestFiles.read(source, columns: [1]).isEmpty)
  }
}
