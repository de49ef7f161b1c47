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
  /// The place and the header of the bloom filter, where the writer left one.
  public var bloomFilter: LocatedBloomFilter?
  /// Why not all pages could be listed.
  public var pageProblem: InlayError?
  /// Why the column index could not be read.
  public var columnIndexProblem: InlayError?
  /// Why the offset index could not be read.
  public var offsetIndexProblem: InlayError?
  /// Why the bloom filter's header could not be read.
  public var bloomFilterProblem: InlayError?

  /// What of this could not be read, and why.
  public var problems: [InlayError] {
    [pageProblem, columnIndexProblem, offsetIndexProblem, bloomFilterProblem].compactMap(\.self)
  }
}

extension ParquetFile {
  /// Reads what lies beside the footer about a column chunk: page headers, the page index, and the
  /// header of the bloom filter.
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
    (inspection.bloomFilter, inspection.bloomFilterProblem) = Self.attempt {
      try locatedBloomFilter(rowGroup: rowGroup, leaf: leaf)
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
