import InlayBytes
import InlayColumns

@testable import InlayParquet

/// A file without a fault, and copies of it that are damaged in one place.
struct DamagedFiles {
  /// The bytes before the footer; what is appended here lies there.
  var data: [UInt8]
  /// What the footer says.
  var metadata: FileMetadata

  /// A file of 100 rows in one row group with two columns: `n`, the numbers from 0 on in three plain pages, and `t`, a
  /// nullable text of three values behind a dictionary.
  init() throws {
    var options = ParquetWriterOptions()
    options.rowsPerPage = 40
    options.compression = .uncompressed
    let schema = Schema([Field("n", .int64, isNullable: false), Field("t", .string)])
    let texts: [String?] = (0..<100).map { $0 % 10 == 9 ? nil : ["ant", "bee", "cat"][$0 % 3] }
    let batch = RecordBatch(
      schema: schema,
      columns: [
        Column(type: .int64, storage: .int64(Values((0..<100).map { Int64($0) }))),
        Column(
          type: .string, storage: .views(ViewValues(texts.map { $0 ?? "" })),
          validity: Bitmap(texts.map { $0 != nil })),
      ], rowCount: 100)
    try self.init(WrittenFiles.write([batch], schema: schema, options))
  }

  /// A file that was written.
  init(_ bytes: [UInt8]) throws {
    let file = try ParquetFile(bytes: Values(bytes).buffer, name: "f")
    data = Array(bytes[..<file.footerOffset])
    metadata = file.metadata
  }

  /// The file's bytes.
  var bytes: [UInt8] {
    let footer = ThriftWriter.bytes(of: metadata)
    let length = (0..<4).map { UInt8(truncatingIfNeeded: footer.count >> ($0 * 8)) }
    return data + Array(footer.buffer) + length + Array("PAR1".utf8)
  }

  /// The file, opened.
  func open() throws -> ParquetFile { try ParquetFile(bytes: Values(bytes).buffer, name: "f") }

  /// What a check says of the file.
  func findings() throws -> [String] { try Self.findings(bytes) }

  static func findings(_ bytes: [UInt8]) throws -> [String] {
    try ParquetCheck().run(bytes: Values(bytes).buffer, name: "f").findings.map(\.description)
  }
}

// MARK: - Damage

extension DamagedFiles {
  /// Changes what the footer says of a column chunk.
  mutating func change(_ column: Int, _ change: (inout ColumnChunkMetadata) -> Void) {
    if var chunk = metadata.rowGroups[0].columns[column].metadata {
      change(&chunk)
      metadata.rowGroups[0].columns[column].metadata = chunk
    }
  }

  /// Changes the statistics of a column chunk.
  mutating func changeStatistics(_ column: Int, _ change: (inout Statistics) -> Void) {
    self.change(column) { chunk in
      var statistics = chunk.statistics ?? Statistics()
      change(&statistics)
      chunk.statistics = statistics
    }
  }

  /// Puts another column index behind the data.
  mutating func changeColumnIndex(_ column: Int, _ change: (inout ColumnIndex) -> Void) throws {
    guard var index = try open().columnIndex(rowGroup: 0, leaf: column) else { return }
    change(&index)
    let bytes = Array(ThriftWriter.bytes(of: index).buffer)
    metadata.rowGroups[0].columns[column].columnIndexOffset = Int64(data.count)
    metadata.rowGroups[0].columns[column].columnIndexByteCount = Int32(bytes.count)
    data += bytes
  }

  /// Puts another offset index behind the data.
  mutating func changeOffsetIndex(_ column: Int, _ change: (inout OffsetIndex) -> Void) throws {
    guard var index = try open().offsetIndex(rowGroup: 0, leaf: column) else { return }
    change(&index)
    let bytes = Array(ThriftWriter.bytes(of: index).buffer)
    metadata.rowGroups[0].columns[column].offsetIndexOffset = Int64(data.count)
    metadata.rowGroups[0].columns[column].offsetIndexByteCount = Int32(bytes.count)
    data += bytes
  }

  /// Writes another header over that of a page; it must be as long.
  mutating func changeHeader(_ column: Int, _ page: Int, _ change: (inout PageHeader) -> Void) throws {
    let place = try open().pages(rowGroup: 0, leaf: column)[page]
    var header = place.header
    change(&header)
    let bytes = Array(ThriftWriter.bytes(of: header).buffer)
    precondition(bytes.count == place.headerByteCount)
    data.replaceSubrange(place.offset..<place.offset + bytes.count, with: bytes)
  }
}
