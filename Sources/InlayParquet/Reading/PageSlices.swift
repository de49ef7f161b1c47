import InlayBytes
import InlayColumns

/// The wanted rows of a column chunk, page by page, and what a nested column needs of their levels.
struct PageSlices: ~Copyable {
  private let chunk: ColumnChunkReader
  private let rows: Range<Int>
  private let keepsLevels: Bool
  /// The pages that hold some of the rows.
  let pages: ArraySlice<DataPage>
  /// The levels of the rows' entries, once all slices were seen; nil where nobody wanted them.
  private(set) var levels: LeafLevels?

  /// Finds the pages.
  init(_ chunk: ColumnChunkReader, _ rows: Range<Int>, keepsLevels: Bool) throws {
    self.chunk = chunk
    self.rows = rows
    self.keepsLevels = keepsLevels
    pages = try chunk.pages(holding: rows)
  }

  /// About how many values there are; one for each row of a column that is in no list.
  var estimatedCount: Int { rows.count }

  /// Calls `body` with the wanted part of each page, in order.
  ///
  /// - Throws: ``InlayError`` with file, row group, column and page.
  mutating func forEach(_ body: (PageSlice) throws -> Void) throws {
    do {
      if keepsLevels || !chunk.leaf.isFlat {
        try forEachEntrySlice(body)
      } else {
        try forEachRowSlice(body)
      }
    } catch let error as InlayError {
      throw error.located(in: chunk.location)
    }
  }

  private func forEachRowSlice(_ body: (PageSlice) throws -> Void) throws {
    var reader = try PageReader(chunk)
    for page in pages {
      try located(page) { try body(try reader.open(page, rows: page.rows.clamped(to: rows))) }
    }
  }

  private mutating func forEachEntrySlice(_ body: (PageSlice) throws -> Void) throws {
    var reader = try PageReader(chunk)
    var slicer = EntrySlicer(
      chunk.leaf, rows, from: pages.first, keepsLevels: keepsLevels, limits: chunk.file.options.limits)
    for page in pages {
      if slicer.isDone { break }
      try located(page) {
        try body(try slicer.slice(page, reader.open(page), type: chunk.metadata.type))
      }
    }
    if keepsLevels { levels = slicer.takeLevels() }
  }

  /// Adds the page to errors of `body`.
  private func located(_ page: DataPage, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as InlayError {
      throw error.located(in: .init(page: page.ordinal))
    }
  }
}
