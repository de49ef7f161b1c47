import InlayBytes

/// The pages counted by kind and encoding. Readers tell by it whether a dictionary holds every value.
enum EncodingStatisticsRule: ChunkRule {
  private struct Kind: Hashable {
    let type: PageType
    let encoding: Encoding
  }

  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    guard chunk.hasAllPages, let statistics = chunk.metadata?.encodingStatistics else { return }
    var counts: [Kind: Int] = [:]
    for page in chunk.inspection.pages {
      if let encoding = page.encoding {
        counts[Kind(type: page.header.type, encoding: encoding), default: 0] += 1
      }
    }
    var said: [Kind: Int] = [:]
    for entry in statistics {
      said[Kind(type: entry.pageType, encoding: entry.encoding), default: 0] += Int(entry.count)
    }
    for kind in Set(counts.keys).union(said.keys).sorted(by: { "\($0)" < "\($1)" }) {
      findings.compare(
        .encodingStatistics, "the number of pages of type \(kind.type) in encoding \(kind.encoding)",
        said: said[kind, default: 0], found: counts[kind, default: 0], at: chunk.place)
    }
  }
}
