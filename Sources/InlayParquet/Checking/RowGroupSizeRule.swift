import InlayBytes

/// The sizes and the place of a row group, against those of its chunks.
enum RowGroupSizeRule: FileRule {
  static func check(_ file: ParquetFile, into findings: inout FindingList) {
    for (position, group) in file.metadata.rowGroups.enumerated() {
      let chunks = group.columns.compactMap(\.metadata)
      guard !chunks.isEmpty, chunks.count == group.columns.count else { continue }
      let place = InlayError.Location(file: file.path, rowGroup: position)
      findings.compare(
        .rowGroupSize, "total_byte_size", said: group.uncompressedByteCount,
        found: sum(chunks.map(\.uncompressedByteCount)), at: place)
      findings.compare(
        .rowGroupSize, "total_compressed_size", said: group.compressedByteCount,
        found: sum(chunks.map(\.compressedByteCount)), at: place)
      findings.compare(
        .rowGroupSize, "file_offset", said: group.fileOffset, found: chunks[0].firstPageOffset, at: place)
    }
  }

  /// A sum of sizes; what is out of range is no size, and shows as -1 or what comes of it.
  private static func sum(_ sizes: [Int64]) -> Int64 {
    sizes.reduce(0) { sum, size in
      let (next, isOverflowing) = sum.addingReportingOverflow(size)
      return isOverflowing ? -1 : next
    }
  }
}
