import InlayBytes

/// Where chunks, indexes and filters lie: behind the magic number, before the footer, and none over another.
enum PlaceRule: FileRule {
  /// The place of a chunk among all.
  struct ChunkPlace: Hashable {
    let rowGroup: Int
    let leaf: Int
  }

  /// A part of the file, and whose it is.
  private struct Region {
    let what: String
    let bytes: Range<Int>
    let chunk: ChunkPlace
    let isChunk: Bool
  }

  static func check(_ file: ParquetFile, into findings: inout FindingList) {
    var regions: [Region] = []
    for (rowGroup, group) in file.metadata.rowGroups.enumerated() {
      for (leaf, chunk) in group.columns.enumerated() where (chunk.filePath ?? "").isEmpty {
        let place = ChunkPlace(rowGroup: rowGroup, leaf: leaf)
        for (what, offset, count) in parts(of: chunk, in: file, place) {
          guard let bytes = range(offset, count, in: file) else {
            findings.add(
              .place,
              "\(what) is said to lie outside of the file's data: \(count) bytes from byte \(offset) on",
              at: file.location(rowGroup, leaf))
            continue
          }
          regions.append(Region(what: what, bytes: bytes, chunk: place, isChunk: what == chunkName))
        }
      }
    }
    for (first, second) in overlaps(regions) {
      findings.add(
        .place,
        """
        \(second.what) begins at byte \(second.bytes.lowerBound), before \(first.what) of row group \
        \(first.chunk.rowGroup), column \(first.chunk.leaf) ends: byte \(first.bytes.upperBound)
        """, at: file.location(second.chunk.rowGroup, second.chunk.leaf))
    }
  }

  /// The chunks that begin before another one ends.
  static func overlappingChunks(_ file: ParquetFile) -> Set<ChunkPlace> {
    var regions: [Region] = []
    for (rowGroup, group) in file.metadata.rowGroups.enumerated() {
      for (leaf, chunk) in group.columns.enumerated() {
        guard let bytes = try? file.region(of: chunk), !bytes.isEmpty else { continue }
        regions.append(
          Region(
            what: chunkName, bytes: bytes, chunk: ChunkPlace(rowGroup: rowGroup, leaf: leaf), isChunk: true))
      }
    }
    return Set(overlaps(regions).map(\.1.chunk))
  }

  private static let chunkName = "the column chunk"

  private static func parts(
    of chunk: ColumnChunk, in file: ParquetFile, _ place: ChunkPlace
  ) -> [(what: String, offset: Int64, count: Int64)] {
    var parts: [(String, Int64, Int64)] = []
    if let metadata = chunk.metadata {
      parts.append((chunkName, metadata.firstPageOffset, metadata.compressedByteCount))
      if let offset = metadata.bloomFilterOffset {
        // Older footers do not say the length.
        let count = metadata.bloomFilterByteCount.map { Int64($0) } ?? headedByteCount(file, place)
        if let count { parts.append(("the bloom filter", offset, count)) }
      }
    }
    if let offset = chunk.columnIndexOffset, let count = chunk.columnIndexByteCount {
      parts.append(("the column index", offset, Int64(count)))
    }
    if let offset = chunk.offsetIndexOffset, let count = chunk.offsetIndexByteCount {
      parts.append(("the offset index", offset, Int64(count)))
    }
    return parts
  }

  /// The length of a bloom filter by its header; nil where that cannot be read.
  private static func headedByteCount(_ file: ParquetFile, _ place: ChunkPlace) -> Int64? {
    (try? file.locatedBloomFilter(rowGroup: place.rowGroup, leaf: place.leaf)).map { Int64($0.byteCount) }
  }

  private static func range(_ offset: Int64, _ count: Int64, in file: ParquetFile) -> Range<Int>? {
    let (end, isOverflowing) = offset.addingReportingOverflow(count)
    guard !isOverflowing, offset >= 4, count >= 0, end <= Int64(file.footerOffset) else { return nil }
    return Int(offset)..<Int(end)
  }

  /// Returns each region that begins before one before it ends, with the latter; O(n log n).
  private static func overlaps(_ regions: [Region]) -> [(Region, Region)] {
    let sorted = regions.filter { !$0.bytes.isEmpty }.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    guard var furthest = sorted.first else { return [] }
    var pairs: [(Region, Region)] = []
    for region in sorted.dropFirst() {
      if region.bytes.lowerBound < furthest.bytes.upperBound { pairs.append((furthest, region)) }
      if region.bytes.upperBound > furthest.bytes.upperBound { furthest = region }
    }
    return pairs
  }
}
