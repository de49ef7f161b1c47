import InlayBytes

extension ParquetFile {
  /// Returns a part of the file before its footer.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` when it is not there.
  func dataRange(from offset: Int64, count: Int64) throws -> Range<Int> {
    guard let start = Int(exactly: offset), let count = Int(exactly: count), start >= 0, count >= 0,
      start <= footerOffset, count <= footerOffset - start
    else {
      throw InlayError(
        .corrupt, "the footer names bytes outside of the file's data: \(count) bytes from \(offset) on")
    }
    return start..<start + count
  }

  /// Returns where all pages of a column chunk are, the dictionary page counted.
  func pages(of metadata: ColumnChunkMetadata, at location: InlayError.Location) throws -> Range<Int> {
    let dictionary = metadata.dictionaryPageOffset.flatMap { $0 > 0 ? $0 : nil }
    let start = Swift.min(metadata.dataPageOffset, dictionary ?? metadata.dataPageOffset)
    do {
      let range = try dataRange(from: start, count: metadata.compressedByteCount)
      guard metadata.dataPageOffset - start <= metadata.compressedByteCount,
        (dictionary ?? start) - start <= metadata.compressedByteCount
      else { throw InlayError(.corrupt, "the pages begin behind the column chunk's end") }
      return range
    } catch let error as InlayError {
      throw error.located(in: location)
    }
  }

  /// Returns where a bloom filter with its header is; nil when it is of an unknown kind and the footer does not say how
  /// long it is.
  func bloomFilterRange(at offset: Int64, byteCount: Int32?) throws -> Range<Int>? {
    if let byteCount { return try dataRange(from: offset, count: Int64(byteCount)) }
    let start = try dataRange(from: offset, count: 1).lowerBound
    let buffer = bytes
    var reader = ThriftReader(buffer.bytes.extracting(start..<footerOffset), fileOffset: start)
    let header = try BloomFilterHeader(reading: &reader)
    guard header.isSplitBlock, header.isXXHash, header.isUncompressed else { return nil }
    return try dataRange(from: offset, count: Int64(reader.offset) + Int64(header.byteCount))
  }
}
