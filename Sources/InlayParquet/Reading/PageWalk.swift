import InlayBytes

/// Walks over the headers of a column chunk's pages without touching what the pages hold.
struct PageWalk {
  private(set) var pages: [Page] = []
  private var offset: Int
  // The values of the data pages so far.
  private var valueCount = 0
  private let limits: ParquetLimits

  /// Begins at the file offset of the first page.
  init(from offset: Int, limits: ParquetLimits) {
    self.offset = offset
    self.limits = limits
  }

  /// Takes pages until they have as many values as the footer says, and then those that are left up to where the chunk
  /// ends by the footer: bytes there that are no page belong to something else.
  ///
  /// - Parameters:
  ///   - bytes: The file up to its footer.
  ///   - expectedValueCount: The number of values of the chunk, nulls counted.
  ///   - end: Where the chunk ends.
  mutating func takeAll(_ bytes: RawSpan, expectedValueCount: Int64, end: Int) throws {
    while valueCount < expectedValueCount { try take(bytes) }
    while offset < end {
      do { try take(bytes) } catch { return }
    }
  }

  private mutating func take(_ bytes: RawSpan) throws {
    do {
      let page = try page(bytes)
      if page.isData { try count(page) }
      pages.append(page)
      offset += page.byteCount
    } catch let error as InlayError {
      throw error.located(in: .init(byteOffset: offset, page: pages.count { $0.isData }))
    }
  }

  private func page(_ bytes: RawSpan) throws -> Page {
    guard offset < bytes.byteCount else {
      throw InlayError(.corrupt, "the column chunk's pages end before its values do")
    }
    let window = Swift.min(bytes.byteCount - offset, limits.pageHeaderByteCount)
    var reader = ThriftReader(bytes.extracting(offset..<offset + window), fileOffset: offset)
    let header: PageHeader
    do {
      header = try PageHeader(reading: &reader)
    } catch let error as InlayError {
      throw InlayError(error.code, "the page's header cannot be read: \(error.message)", at: error.location)
    }
    let left = bytes.byteCount - offset - reader.offset
    guard header.compressedByteCount >= 0, header.compressedByteCount <= left else {
      throw InlayError(
        .corrupt,
        "the page's header says a size that the file does not have: \(header.compressedByteCount) bytes")
    }
    return Page(offset: offset, headerByteCount: reader.offset, header: header)
  }

  private mutating func count(_ page: Page) throws {
    guard let count = page.valueCount else {
      throw InlayError(.corrupt, "the page's header lacks what its type asks for")
    }
    guard count >= 0 else {
      throw InlayError(.corrupt, "the page's number of values is negative: \(count)")
    }
    let (sum, isOverflowing) = valueCount.addingReportingOverflow(count)
    guard !isOverflowing else { throw InlayError(.corrupt, "the page's number of values is out of range") }
    valueCount = sum
  }
}
