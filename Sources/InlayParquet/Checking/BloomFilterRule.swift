import InlayBytes

/// The bloom filter: its header, its length, and that all values are in it (BloomFilter.md).
enum BloomFilterRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    if let problem = chunk.inspection.bloomFilterProblem {
      findings.add(.bloomFilter, problem, at: chunk.place)
    }
    guard let filter = chunk.inspection.bloomFilter else { return }
    findings.compare(
      .bloomFilter, "the bloom filter's number of bytes",
      said: chunk.metadata?.bloomFilterByteCount.map(Int.init),
      found: filter.byteCount, at: chunk.place)
    guard filter.isKnown else {
      return note("the bloom filter is of a kind that is not known", chunk, &findings)
    }
    guard chunk.questions.filter != nil else {
      return note("the values of such a column are not looked up in its bloom filter", chunk, &findings)
    }
    for (ordinal, contents) in chunk.contents.enumerated() {
      guard let absent = contents?.values?.absent else { continue }
      findings.add(
        .bloomFilter, "a value is not in the bloom filter: \(BoundComparison.text(absent))",
        at: chunk.place(ofPage: ordinal))
    }
  }

  private static func note(_ message: String, _ chunk: CheckedChunk, _ findings: inout FindingList) {
    findings.add(.bloomFilter, InlayError(.unsupported, message), at: chunk.placeOfColumn)
  }
}
