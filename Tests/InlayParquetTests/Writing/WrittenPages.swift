import InlayBytes
import InlayColumns

@testable import InlayParquet

/// The pages of a file that was written into memory, read without the library's page reader.
struct WrittenPages {
  let bytes: Values<UInt8>
  let metadata: FileMetadata

  /// A page's header, and its bytes as they stand in the file.
  struct Page {
    var header: PageHeader
    var bytes: [UInt8]
  }

  init(_ bytes: [UInt8]) throws {
    self.bytes = Values(bytes)
    metadata = try WrittenFiles.metadata(bytes)
  }

  /// Writes one column of a file of its own, and reads its pages.
  init(_ column: Column, isNullable: Bool, _ options: ParquetWriterOptions) throws {
    let schema = Schema([Field("c", column.type, isNullable: isNullable)])
    let batch = RecordBatch(schema: schema, columns: [column], rowCount: column.count)
    try self.init(try WrittenFiles.write([batch], schema: schema, options))
  }

  /// Returns the pages of one column chunk, the dictionary page first when there is one.
  func pages(rowGroup: Int = 0, column: Int = 0) throws -> [Page] {
    guard let chunk = metadata.rowGroups[rowGroup].columns[column].metadata else { return [] }
    var start = Int(chunk.dictionaryPageOffset ?? chunk.dataPageOffset)
    let end = start + Int(chunk.compressedByteCount)
    var pages: [Page] = []
    while start < end {
      var reader = ThriftReader(bytes.rawSpan.extracting(start..<end))
      let header = try PageHeader(reading: &reader)
      let body = start + reader.offset
      start = body + Int(header.compressedByteCount)
      pages.append(Page(header: header, bytes: bytes.rawSpan.extracting(body..<start).copied()))
    }
    return pages
  }
}
