import InlayBytes

/// A chunk's sizes: the sums over its pages, headers counted (parquet.thrift, `ColumnMetaData`).
enum ChunkSizeRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    guard chunk.hasAllPages, let metadata = chunk.metadata else { return }
    let pages = chunk.inspection.pages
    findings.compare(
      .chunkSize, "total_compressed_size", said: metadata.compressedByteCount,
      found: pages.reduce(0) { $0 + Int64($1.byteCount) }, at: chunk.place)
    findings.compare(
      .chunkSize, "total_uncompressed_size", said: metadata.uncompressedByteCount,
      found: pages.reduce(0) { $0 + Int64($1.headerByteCount) + Int64($1.header.uncompressedByteCount) },
      at: chunk.place)
  }
}
