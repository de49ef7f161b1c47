public import InlayBytes

/// What a file says of one column chunk, in its footer and beside it: nothing of the values is read.
public struct ChunkInspection: Hashable, Sendable {
  /// What the footer says.
  public var chunk: ColumnChunk
  /// The pages, up to the first whose header cannot be read.
  public var pages: [Page] = []
  /// The bounds of the pages, where the writer left them.
  public var columnIndex: ColumnIndex?
  /// The places of the pages, where the writer left them.
  public var offsetIndex: OffsetIndex?
  /// What of this could not be read, and why.
  public var problems: [InlayError] = []
}

extension ParquetFile {
  /// Reads what lies beside the footer about a column chunk: page headers and the page index.
  ///
  /// What cannot be read is left out and told in ``ChunkInspection/problems``.
  ///
  /// - Complexity: O(pages).
  public func inspect(rowGroup: Int, leaf: Int) -> ChunkInspection {
    var inspection = ChunkInspection(chunk: metadata.rowGroups[rowGroup].columns[leaf])
    let (pages, problem) = readablePages(rowGroup: rowGroup, leaf: leaf)
    inspection.pages = pages
    if let problem { inspection.problems.append(problem) }
    inspection.columnIndex = inspection.noting { try columnIndex(rowGroup: rowGroup, leaf: leaf) }
    inspection.offsetIndex = inspection.noting { try offsetIndex(rowGroup: rowGroup, leaf: leaf) }
    return inspection
  }
}

extension ChunkInspection {
  /// Returns what `read` gives, or nil and keeps the error.
  mutating func noting<Part>(_ read: () throws -> Part?) -> Part? {
    do {
      return try read()
    } catch let error as InlayError {
      problems.append(error)
      return nil
    } catch {
      preconditionFailure("what lies beside the footer is refused with an InlayError")
    }
  }
}
