import InlayBytes

extension ParquetFile {
  /// Lists the pages of a column chunk in the order in which they lie, the dictionary's first; only their headers are
  /// read.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` for a header that cannot be read, ``InlayError/Code/unsupported`` when the
  ///   chunk is encrypted or lies in another file.
  /// - Complexity: O(pages).
  public func pages(rowGroup: Int, leaf: Int) throws -> [Page] {
    let (pages, problem) = readablePages(rowGroup: rowGroup, leaf: leaf)
    if let problem { throw problem }
    return pages
  }

  /// Lists the pages of a column chunk up to the first whose header cannot be read, and says why it cannot.
  func readablePages(rowGroup: Int, leaf: Int) -> (pages: [Page], problem: InlayError?) {
    let chunk = metadata.rowGroups[rowGroup].columns[leaf]
    let buffer = bytes
    var walk: PageWalk?
    do {
      let region = try region(of: chunk)
      walk = PageWalk(from: region.lowerBound, limits: options.limits)
      try walk?.takeAll(
        buffer.bytes.extracting(first: footerOffset), expectedValueCount: chunk.metadata?.valueCount ?? 0,
        end: region.upperBound)
      return (walk?.pages ?? [], nil)
    } catch let error as InlayError {
      return (walk?.pages ?? [], error.located(in: location(rowGroup, leaf)))
    } catch {
      preconditionFailure("pages are refused with an InlayError")
    }
  }

  /// The bytes of a column chunk by what the footer says, cut off where the footer begins.
  func region(of chunk: ColumnChunk) throws -> Range<Int> {
    guard chunk.encryption == nil, let metadata = chunk.metadata else {
      throw InlayError(.unsupported, "the column is encrypted: its pages cannot be listed")
    }
    guard (chunk.filePath ?? "").isEmpty else {
      throw InlayError(
        .unsupported, "the column's data lie in another file; look at that one: \(chunk.filePath ?? "")")
    }
    let first = metadata.firstPageOffset
    guard let start = Int(exactly: first), start >= 4, start <= footerOffset else {
      throw InlayError(.corrupt, "the column chunk's pages lie outside of the file's data: byte \(first)")
    }
    let count = Int(clamping: Swift.max(0, metadata.compressedByteCount))
    return start..<start + Swift.min(count, footerOffset - start)
  }
}

extension ColumnChunkMetadata {
  /// The file offset of the first page: the dictionary's, where the footer gives one that precedes the data pages.
  var firstPageOffset: Int64 {
    guard let dictionary = dictionaryPageOffset, dictionary > 0 else { return dataPageOffset }
    return Swift.min(dictionary, dataPageOffset)
  }
}
