import InlayBytes
import InlayColumns
import Synchronization

/// One column chunk that is open for reading: its pages are found and its dictionary is decoded once, by whichever worker
/// asks first, for all batches that are cut from it.
final class ColumnChunkReader: Sendable {
  let file: ParquetFile
  let rowGroup: Int
  let metadata: ColumnChunkMetadata
  /// Opens the chunk's modules; nil where they are not encrypted.
  let decryptor: ChunkDecryptor?
  let leaf: ColumnLeaf
  let layout: ValueLayout
  let extent: ChunkExtent
  /// Where the column chunk is, for errors.
  let location: InlayError.Location

  private let located = Mutex<PageLocator?>(nil)
  private let locatedWithRows = Mutex<PageLocator?>(nil)
  private let decodedDictionary = Mutex<DictionaryBase?>(nil)

  /// Opens the chunk of a leaf.
  ///
  /// - Throws: ``InlayError/Code/unsupported`` for one that cannot be read, ``InlayError/Code/corrupt`` when what the
  ///   footer says of it does not go together.
  init(_ file: ParquetFile, rowGroup: Int, leaf: ColumnLeaf) throws {
    let group = file.metadata.rowGroups[rowGroup]
    let chunk = group.columns[leaf.position]
    self.file = file
    self.rowGroup = rowGroup
    self.leaf = leaf
    location = .init(file: file.path, column: leaf.path, rowGroup: rowGroup)
    guard let layout = ValueLayout(leaf.element, leaf.field.type) else {
      throw InlayError(.unsupported, "values of this physical type cannot be read yet", at: location)
    }
    self.layout = layout
    do {
      decryptor = try file.chunkDecryptor(rowGroup: rowGroup, leaf: leaf.position)
      metadata = try file.chunkMetadata(rowGroup: rowGroup, leaf: leaf.position)
      try Self.check(metadata, of: chunk, type: leaf.element.type)
      extent = try Self.extent(of: metadata, in: group, leaf)
    } catch let error as InlayError {
      throw error.located(in: location)
    }
  }

  /// The column's type and name.
  var field: Field { leaf.field }

  /// Makes sure that what the footer says of the chunk goes together, and that its pages can be read.
  private static func check(
    _ metadata: ColumnChunkMetadata, of chunk: ColumnChunk, type: PhysicalType?
  ) throws {
    guard (chunk.filePath ?? "").isEmpty else {
      throw InlayError(
        .unsupported, "the column's data lie in another file; read that one: \(chunk.filePath ?? "")")
    }
    guard metadata.type == type else {
      throw InlayError(.corrupt, "the column chunk's physical type is not the schema's: \(metadata.type)")
    }
  }

  /// Returns how much the chunk holds, once it is sure that each row has an entry.
  private static func extent(
    of metadata: ColumnChunkMetadata, in group: RowGroup, _ leaf: ColumnLeaf
  ) throws -> ChunkExtent {
    let isRepeated = leaf.slots.repetition > 0
    guard
      metadata.valueCount == group.rowCount || isRepeated && metadata.valueCount > group.rowCount
    else {
      throw InlayError(
        .corrupt,
        "the row group has \(group.rowCount) rows, the column chunk has \(metadata.valueCount) values")
    }
    return ChunkExtent(
      rowCount: Int(group.rowCount), entryCount: Int(metadata.valueCount), isRepeated: isRepeated)
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
          data, from: firstPageOffset(), extent, limits: file.options.limits, decryptor: decryptor)
        known = pages
        return pages
      } catch let error as InlayError {
        throw error.located(in: location)
      }
    }
  }

  /// The pages, each with the rows that it holds; see ``findRows(_:)`` for what that takes the first who asks.
  func pagesWithRows() throws -> PageLocator {
    let located = try pages()
    return try locatedWithRows.withLock { known in
      if let known { return known }
      let found = try findRows(located)
      known = found
      return found
    }
  }

  /// Whether somebody decodes the dictionary right now, so that asking for it would be waiting.
  var isDictionaryBusy: Bool { decodedDictionary.withLockIfAvailable { _ in false } ?? true }

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
