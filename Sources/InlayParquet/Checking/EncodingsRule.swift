import InlayBytes

/// The encodings that the footer lists: each that a page has is there.
enum EncodingsRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    guard let metadata = chunk.metadata else { return }
    var told: Set<Encoding> = Set(metadata.encodings)
    for page in chunk.inspection.pages {
      guard let encoding = page.encoding, told.insert(encoding).inserted else { continue }
      var place = chunk.place
      place.byteOffset = page.offset
      findings.add(
        .encodings, "the footer's list of encodings lacks one that a page has: \(encoding)", at: place)
    }
  }
}
