import InlayBytes

extension ParquetFile {
  /// Reads the bloom filter of a column chunk; nil when there is none, when it is of a kind that is not
  /// known, and when the column is encrypted.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` when it lies outside of the file or its size is that of no filter.
  public func bloomFilter(rowGroup: Int, leaf: Int) throws -> BloomFilter? {
    guard let located = try locatedBloomFilter(rowGroup: rowGroup, leaf: leaf), located.isKnown else {
      return nil
    }
    return BloomFilter(bits: bytes.slice(located.bits))
  }

  /// Finds the bloom filter of a column chunk and reads its header, but not its bits; nil when there is none, and when
  /// the column is encrypted.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` when it lies outside of the file or its size is that of no filter.
  public func locatedBloomFilter(rowGroup: Int, leaf: Int) throws -> LocatedBloomFilter? {
    let chunk = metadata.rowGroups[rowGroup].columns[leaf]
    guard chunk.encryption == nil, let metadata = chunk.metadata, let offset = metadata.bloomFilterOffset
    else { return nil }
    do {
      return try bloomFilter(at: offset)
    } catch let error as InlayError {
      throw error.located(in: location(rowGroup, leaf))
    }
  }

  /// Reads the header that stands at an offset. The length that newer footers give is not needed: the header says the
  /// size of the bits.
  private func bloomFilter(at offset: Int64) throws -> LocatedBloomFilter {
    guard let start = Int(exactly: offset), start >= 0, start < footerOffset else {
      throw InlayError(.corrupt, "the bloom filter lies outside of the file's data: byte \(offset)")
    }
    let buffer = bytes
    var reader = ThriftReader(buffer.bytes.extracting(start..<footerOffset), fileOffset: start)
    let header: BloomFilterHeader
    do {
      header = try BloomFilterHeader(reading: &reader)
    } catch let error as InlayError {
      throw InlayError(
        error.code, "the bloom filter's header cannot be read: \(error.message)", at: error.location)
    }
    let located = LocatedBloomFilter(offset: start, headerByteCount: reader.offset, header: header)
    let count = Int(header.byteCount)
    guard count > 0, count % BloomFilter.bytesPerBlock == 0 || !located.isKnown,
      count <= footerOffset - start - reader.offset
    else {
      throw InlayError(
        .corrupt, "a bloom filter has whole blocks of 32 bytes within the file's data: \(count) bytes")
    }
    return located
  }
}
