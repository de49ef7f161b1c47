import InlayBytes

// The smallest encoding is found by trying: the values of a page are encoded and compressed in every way that their
// type has, and only the sizes are kept.
extension ChunkEncoder where Entries: ~Copyable {
  /// Returns the smallest encoding for the values of the page that is being closed.
  func smallestEncodingOfPage() throws -> Encoding {
    var tally = EncodingTally(valueEncoder.physical.pageEncodings)
    try tryEncodings(&tally, valueCount: levels.valueCount)
    return tally.smallest.encoding
  }

  /// Returns the encoding in which the chunk takes less room than with its dictionary; nil when there is none.
  ///
  /// The dictionary page was written, and nothing else of the chunk. Values are loaded, so no entry may be added.
  func encodingSmallerThanDictionary() throws -> Encoding? {
    var tally = EncodingTally(valueEncoder.physical.pageEncodings)
    var codes = (count: 0, byteCount: 0)
    for page in codePages.sample {
      body.truncate(to: 0)
      codePages.append(page, to: &body)
      codes.count += page.valueCount
      codes.byteCount += try pages.compressedByteCount(of: body)
      values.loadEntries(try codePages.unpacked(page))
      // Long values may be more than a page holds.
      let count = values.appendPlain(
        from: 0, count: page.valueCount, to: &self.page, byteLimit: levelRoom + options.bytesPerPage)
      _ = values.takeBounds(of: self.page)
      try tryEncodings(&tally, valueCount: count)
      beginPlainPage()
    }
    let (encoding, byteCount) = tally.smallest
    // The dictionary page is there once, whatever the number of values.
    let withDictionary = Double(pages.byteCount) + estimate(codes.byteCount, of: codes.count)
    return estimate(byteCount, of: tally.valueCount) < withDictionary ? encoding : nil
  }

  /// Returns the bytes that all values of the chunk take when some of them take so many.
  private func estimate(_ byteCount: Int, of valueCount: Int) -> Double {
    Double(byteCount) / Double(max(valueCount, 1)) * Double(codePages.valueCount)
  }

  /// Counts the values of the plain page in.
  private func tryEncodings(_ tally: inout EncodingTally, valueCount: Int) throws {
    try tally.add(valueCount: valueCount) { encoding in
      body.truncate(to: 0)
      valueEncoder.encode(page, from: levelRoom, count: valueCount, as: encoding, into: &body)
      return try pages.compressedByteCount(of: body)
    }
  }
}

extension CodePages {
  /// The first, the middle and the last page.
  fileprivate var sample: [Page] {
    guard let last = pages.indices.last else { return [] }
    return Set([0, last / 2, last]).sorted().map { pages[$0] }
  }
}
