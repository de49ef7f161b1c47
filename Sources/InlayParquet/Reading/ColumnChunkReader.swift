import InlayBytes
import InlayColumns
import Synchronization

/// One flat column chunk that is open for reading: its pages are found and its dictionary is decoded once, by whichever
/// worker asks first, for all batches that are cut from it.
final class ColumnChunkReader: Sendable {
  let file: ParquetFile
  let metadata: ColumnChunkMetadata
  /// Opens the chunk's modules; nil where they are not encrypted.
  let decryptor: ChunkDecryptor?
  let element: SchemaElement
  /// The column's type and name.
  let field: Field
  let layout: ValueLayout
  /// The number of rows of the row group.
  let rowCount: Int
  /// Where the column chunk is, for errors.
  let location: InlayError.Location

  private let located = Mutex<PageLocator?>(nil)
  private let decodedDictionary = Mutex<DictionaryBase?>(nil)

  /// Opens the chunk of the column at a position of the file's schema.
  ///
  /// - Throws: ``InlayError/Code/unsupported`` for one that cannot be read, ``InlayError/Code/corrupt`` when what the
  ///   footer says of it does not go together.
  init(_ file: ParquetFile, rowGroup: Int, column: Int) throws {
    if let problem = file.problem(ofColumn: column) { throw problem }
    let node = file.root.children[column]
    let group = file.metadata.rowGroups[rowGroup]
    let leaf = node.leaves.lowerBound
    let chunk = group.columns[leaf]
    self.file = file
    element = node.element
    field = node.field
    location = .init(file: file.path, column: node.name, rowGroup: rowGroup)
    rowCount = Int(group.rowCount)
    guard let layout = ValueLayout(element, field.type) else {
      throw InlayError(.unsupported, "values of this physical type cannot be read yet", at: location)
    }
    self.layout = layout
    do {
      decryptor = try file.chunkDecryptor(rowGroup: rowGroup, leaf: leaf)
      metadata = try file.chunkMetadata(rowGroup: rowGroup, leaf: leaf)
      try Self.check(metadata, of: chunk, type: element.type, rowCount: group.rowCount)
    } catch let error as InlayError {
      throw error.located(in: location)
    }
  }

  /// Makes sure that what the footer says of the chunk goes together, and that its pages can be read.
  private static func check(
    _ metadata: ColumnChunkMetadata, of chunk: ColumnChunk, type: PhysicalType?, rowCount: Int64
  ) throws {
    guard (chunk.filePath ?? "").isEmpty else {
      throw InlayError(
        .unsupported, "the column's data lie in another file; read that one: \(chunk.filePath ?? "")")
    }
    guard metadata.type == type else {
      throw InlayError(.corrupt, "the column chunk's physical type is not the schema's: \(metadata.type)")
    }
    guard metadata.valueCount == rowCount else {
      throw InlayError(
        .corrupt, "the row group has \(rowCount) rows, the column chunk has \(metadata.valueCount) values")
    }
  }

  /// Lets go of the file's bytes that were decompressed; pages that are not compressed may still be viewed.
  deinit {
    guard metadata.compression != .uncompressed, let last = located.withLock({ $0?.pages.last }) else {
      return
    }
    let start = (try? firstPageOffset()) ?? last.bytes.lowerBound
    file.release(start..<last.bytes.upperBound)
  }

  /// The offset of the first page: the dictionary's, where the footer gives one that precedes the data pages.
  private func firstPageOffset() throws -> Int {
    var offset = metadata.dataPageOffset
    if let dictionary = metadata.dictionaryPageOffset, dictionary > 0, dictionary < offset {
      offset = dictionary
    }
    guard let offset = Int(exactly: offset), offset >= 4, offset <= file.footerOffset else {
      throw InlayError(.corrupt, "the column chunk's pages lie outside of the file's data: byte \(offset)")
    }
    return offset
  }

  /// The pages of the chunk; O(pages) for the first who asks.
  func pages() throws -> PageLocator {
    try located.withLock { known in
      if let known { return known }
      do {
        let buffer = file.bytes
        let data = buffer.bytes.extracting(first: file.footerOffset)
        let pages = try PageLocator(
          data, from: firstPageOffset(), expectedRowCount: rowCount, limits: file.options.limits,
          decryptor: decryptor)
        known = pages
        return pages
      } catch let error as InlayError {
        throw error.located(in: location)
      }
    }
  }

  /// The values that the data pages refer to; decoded by the first who asks.
  func dictionary() throws -> DictionaryBase {
    let page = try pages().dictionary
    return try decodedDictionary.withLock { known in
      if let known { return known }
      guard let page else {
        throw InlayError(
          .corrupt, "a page refers to a dictionary, and the column chunk has none", at: location)
      }
      let dictionary = DictionaryBase(try decode(page))
      known = dictionary
      return dictionary
    }
  }
}
