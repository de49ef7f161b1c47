import InlayBytes

/// Puts row groups of other files into a new one, and what belongs to them behind.
struct MergeAssembly {
  private(set) var rowGroups: [RowGroup] = []
  /// For each row group where it comes from.
  private var origins: [(file: ParquetFile, rowGroup: Int)] = []
  private let sink: any ByteSink
  private var byteCount = 0

  init(sink: any ByteSink) { self.sink = sink }

  /// Writes the magic number.
  mutating func begin() throws {
    let magic = Values(FileAssembly.magic)
    try append(magic.rawSpan)
  }

  private mutating func append(_ bytes: RawSpan) throws {
    try sink.write(bytes)
    byteCount += bytes.byteCount
  }

  /// Copies the column chunks of a row group.
  mutating func append(_ number: Int, of file: ParquetFile) throws {
    var group = file.metadata.rowGroups[number]
    group.fileOffset = Int64(byteCount)
    group.ordinal = Int16(exactly: rowGroups.count)
    for leaf in group.columns.indices { try copyChunk(&group.columns[leaf], file, number, leaf) }
    rowGroups.append(group)
    origins.append((file, number))
  }

  private mutating func copyChunk(
    _ chunk: inout ColumnChunk, _ file: ParquetFile, _ rowGroup: Int, _ leaf: Int
  ) throws {
    guard var metadata = chunk.metadata else { return }
    let range = try file.pages(of: metadata, at: file.location(rowGroup, leaf))
    let shift = Int64(byteCount - range.lowerBound)
    metadata.dataPageOffset += shift
    // Some writers leave it out, and others write 0, where there is no dictionary.
    metadata.dictionaryPageOffset = metadata.dictionaryPageOffset.flatMap { $0 > 0 ? $0 + shift : nil }
    metadata.indexPageOffset = nil
    metadata.statistics?.deprecatedMin = nil
    metadata.statistics?.deprecatedMax = nil
    chunk.metadata = metadata
    chunk.fileOffset = 0
    let bytes = file.bytes
    try append(bytes.bytes.extracting(range))
    file.release(range)
  }

  /// Copies the bloom filters of all chunks; one of an unknown kind and size is left out.
  mutating func appendBloomFilters() throws {
    try forEachChunk { assembly, chunk, origin in
      guard let offset = chunk.metadata?.bloomFilterOffset else { return }
      let range = try origin.file.bloomFilterRange(
        at: offset, byteCount: chunk.metadata?.bloomFilterByteCount)
      chunk.metadata?.bloomFilterOffset = range == nil ? nil : Int64(assembly.byteCount)
      chunk.metadata?.bloomFilterByteCount = range.flatMap { Int32(exactly: $0.count) }
      let bytes = origin.file.bytes
      if let range { try assembly.append(bytes.bytes.extracting(range)) }
    }
  }

  /// Writes all column indexes, which name no places, and then all offset indexes, moved by as much as their chunks.
  mutating func appendPageIndex() throws {
    try forEachChunk { assembly, chunk, origin in
      guard let offset = chunk.columnIndexOffset, let count = chunk.columnIndexByteCount else { return }
      let range = try origin.file.dataRange(from: offset, count: Int64(count))
      chunk.columnIndexOffset = Int64(assembly.byteCount)
      let bytes = origin.file.bytes
      try assembly.append(bytes.bytes.extracting(range))
    }
    try forEachChunk { assembly, chunk, origin in
      guard var index = try origin.file.offsetIndex(rowGroup: origin.rowGroup, leaf: origin.leaf),
        let old = origin.file.metadata.rowGroups[origin.rowGroup].columns[origin.leaf].metadata,
        let new = chunk.metadata
      else {
        (chunk.offsetIndexOffset, chunk.offsetIndexByteCount) = (nil, nil)
        return
      }
      for page in index.pageLocations.indices {
        let (offset, isOverflowing) = index.pageLocations[page].offset.addingReportingOverflow(
          new.dataPageOffset - old.dataPageOffset)
        guard !isOverflowing else {
          throw InlayError(.corrupt, "the offset index names no place in the file")
        }
        index.pageLocations[page].offset = offset
      }
      let bytes = ThriftWriter.bytes(of: index)
      chunk.offsetIndexOffset = Int64(assembly.byteCount)
      chunk.offsetIndexByteCount = Int32(bytes.count)
      try assembly.append(bytes.rawSpan)
    }
  }

  /// Where a column chunk comes from.
  private struct Origin {
    let file: ParquetFile
    let rowGroup: Int
    let leaf: Int
  }

  private mutating func forEachChunk(
    _ body: (inout MergeAssembly, inout ColumnChunk, Origin) throws -> Void
  ) throws {
    for group in rowGroups.indices {
      let (file, rowGroup) = origins[group]
      for leaf in rowGroups[group].columns.indices {
        var chunk = rowGroups[group].columns[leaf]
        do {
          try body(&self, &chunk, Origin(file: file, rowGroup: rowGroup, leaf: leaf))
        } catch let error as InlayError where error.code != .io {
          throw error.located(in: file.location(rowGroup, leaf))
        }
        rowGroups[group].columns[leaf] = chunk
      }
    }
  }

  /// Writes the footer; returns the number of rows.
  mutating func finish(_ footer: FileMetadata) throws -> Int {
    var footer = footer
    footer.rowGroups = rowGroups
    footer.rowCount = 0
    for group in rowGroups {
      let (sum, isOverflowing) = footer.rowCount.addingReportingOverflow(group.rowCount)
      guard !isOverflowing else { throw InlayError(.limitExceeded, "one file cannot have so many rows") }
      footer.rowCount = sum
    }
    let bytes = ThriftWriter.bytes(of: footer)
    guard let length = UInt32(exactly: bytes.count) else {
      throw InlayError(.limitExceeded, "the footer would be larger than 4 GiB; merge fewer files at a time")
    }
    try append(bytes.rawSpan)
    var end = ValueBuilder<UInt8>(capacity: 8)
    end.append(littleEndian: length)
    let magic = FileAssembly.magic
    end.append(contentsOf: magic.span)
    try append(end.rawSpan)
    return Int(footer.rowCount)
  }
}
