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
  /// Why not all pages could be listed.
  public var pageProblem: InlayError?
  /// Why the column index could not be read.
  public var columnIndexProblem: InlayError?
  /// Why the offset index could not be read.
  public var offsetIndexProblem: InlayError?

  /// What of this could not be read, and why.
  public var problems: [InlayError] {
    [pageProblem, columnIndexProblem, offsetIndexProblem].compactMap(\.self)
  }
}

extension ParquetFile {
  /// Reads what lies beside the footer about a column chunk: page headers and the page index.
  ///
  /// What cannot be read is left out and told in ``ChunkInspection/problems``.
  ///
  /// - Complexity: O(pages).
  public func inspect(rowGroup: Int, leaf: Int) -> ChunkInspection {
    var inspection = ChunkInspection(chunk: metadata.rowGroups[rowGroup].columns[leaf])
    (inspection.pages, inspection.pageProblem) = readablePages(rowGroup: rowGroup, leaf: leaf)
    (inspection.columnIndex, inspection.columnIndexProblem) = Self.attempt {
      try columnIndex(rowGroup: rowGroup, leaf: leaf)
    }
    (inspection.offsetIndex, inspection.offsetIndexProblem) = Self.attempt {
      try offsetIndex(rowGroup: rowGroup, leaf: leaf)
    }
    return inspection
  }

  /// Returns what `read` gives, or why it cannot.
  private static func attempt<Part>(_ read: () throws -> Part?) -> (Part?, InlayError?) {
    do {
      return (try read(), nil)
    } catch let error as InlayError {
      return (nil, error)
    } catch {
      preconditionFailure("what lies beside the footer is refused with an InlayError")
    }
  }
}
