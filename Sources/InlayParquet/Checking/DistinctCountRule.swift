import InlayBytes

/// The number of distinct values of a chunk.
enum DistinctCountRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    guard let said = chunk.metadata?.statistics?.distinctCount, let values = chunk.whole?.values,
      BoundDecoder(chunk.leaf.node.element) != nil
    else { return }
    let found = Int64(values.distinct.count)
    if said < found {
      findings.add(
        .distinctCount, "the chunk has more distinct values than are said: more than \(said)",
        at: chunk.place)
    } else {
      findings.compare(
        .distinctCount, "the number of distinct values", said: said, found: found, at: chunk.place)
    }
  }
}
