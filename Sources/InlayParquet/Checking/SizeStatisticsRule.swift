import InlayBytes

/// The bytes of byte arrays and the histograms of levels (parquet.thrift, `SizeStatistics`). A histogram that says no
/// more than other numbers do may be left out or empty.
enum SizeStatisticsRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    guard let said = chunk.metadata?.sizeStatistics, let whole = chunk.whole else { return }
    if let byteCount = whole.values?.byteCount {
      findings.compare(
        .sizeStatistics, "the bytes of all byte arrays", said: said.byteArrayByteCount,
        found: Int64(byteCount), at: chunk.place)
    }
    if said.definitionLevelHistogram?.isEmpty == false {
      findings.compare(
        .sizeStatistics, "the histogram of definition levels", said: said.definitionLevelHistogram,
        found: whole.levels.definitionHistogram, at: chunk.place)
    }
    if said.repetitionLevelHistogram?.isEmpty == false {
      findings.compare(
        .sizeStatistics, "the histogram of repetition levels", said: said.repetitionLevelHistogram,
        found: whole.levels.repetitionHistogram, at: chunk.place)
    }
  }
}
