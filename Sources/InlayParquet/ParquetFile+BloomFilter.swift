import InlayBytes

extension ParquetFile {
  /// Reads the bloom filter of a column chunk; nil when there is none, when it is of a kind that is not
  /// known, and when the column is encrypted.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` when it lies outside of the file or its size is that of no filter.
  public func bloomFilter(rowGroup: Int, leaf: Int) throws -> BloomFilter? {
    let chunk = metadata.rowGroups[rowGroup].columns[leaf]
    guard chunk.encryption == nil, let metadata = chunk.metadata, let offset = metadata.bloomFilterOffset
    else { return nil }
    do {
      return try bloomFilter(at: offset)
    } catch let error as InlayError {
      throw error.located(in: location(rowGroup, leaf))
    }
  }

  /// Reads the filter whose header stands at an offset. The length that newer footers give is not needed: the header
  /// says the size of the bits.
  private func bloomFilter(at offset: Int64) throws -> BloomFilter? {
    guard let start = Int(exactly: offset), start >= 0, start < footerOffset else {
      throw InlayError(.corrupt, "the bloom filter lies outside of the file's data: byte \(offset)")
    }
    let buffer = bytes
    var reader = ThriftReader(buffer.bytes.extracting(start..<footerOffset), fileOffset: start)
    let header = try BloomFilterHeader(reading: &reader)
    guard header.isSplitBlock, header.isXXHash, header.isUncompressed else { return nil }
    let (first, count) = (start + reader.offset, Int(header.byteCount))
    guard count > 0, count % BloomFilter.bytesPerBlock == 0, count <= footerOffset - first else {
      throw InlayError(
        .corrupt, "a bloom filter has whole blocks of 32 bytes within the file's data: \(count) bytes")
    }
    return BloomFilter(bits: buffer.slice(first..<first + count))
  }
}
