import InlayBytes

/// Collects what the end of a file says of its column chunks: the page index, and the footer.
struct FooterBuilder {
  /// The bytes of the file so far.
  var byteCount = 0
  private(set) var rowGroups: [RowGroup] = []
  // For each chunk its column index and its offset index as they will be written: smaller than the structs.
  private var columnIndexes: [Values<UInt8>?] = []
  private var offsetIndexes: [Values<UInt8>] = []
  // The filters of the chunks of the last row group, by the number of the chunk.
  private var bloomFilters: [(chunk: Int, filter: BloomFilter)] = []

  /// The number of chunks so far.
  var chunkCount: Int { offsetIndexes.count }

  /// Whether the last row group has all its columns.
  func isComplete(_ columnCount: Int) -> Bool { chunkCount == rowGroups.count * columnCount }

  /// Notes a chunk that was just written at the end of the file.
  mutating func append(_ chunk: EncodedChunk, _ layout: FileLayout, _ options: ParquetWriterOptions) {
    let column = chunkCount % layout.leaves.count
    if column == 0 { beginRowGroup(rowCount: chunk.rowCount, layout.sortingColumns) }
    let leaf = layout.leaves[column]
    let metadata = ColumnChunkMetadata(chunk, leaf, options, offset: byteCount)
    rowGroups[rowGroups.count - 1].append(metadata)
    if let filter = chunk.bloomFilter { bloomFilters.append((chunkCount, filter)) }
    columnIndexes.append(ColumnIndex(chunk, leaf.order).map { ThriftWriter.bytes(of: $0) })
    offsetIndexes.append(ThriftWriter.bytes(of: OffsetIndex(chunk, offset: byteCount)))
    byteCount += chunk.byteCount
  }

  private mutating func beginRowGroup(rowCount: Int, _ sortingColumns: [SortingColumn]?) {
    rowGroups.append(
      RowGroup(
        columns: [], uncompressedByteCount: 0, rowCount: Int64(rowCount),
        sortingColumns: sortingColumns, fileOffset: Int64(byteCount), compressedByteCount: 0,
        ordinal: Int16(exactly: rowGroups.count)))
  }

  /// Returns the bloom filters of a row group that is complete, which are to be written behind it; nothing before.
  mutating func takeBloomFilters(columnCount: Int) -> Values<UInt8> {
    var output = ValueBuilder<UInt8>()
    guard isComplete(columnCount) else { return output.freeze() }
    for (number, filter) in bloomFilters {
      let start = output.count
      let header = ThriftWriter.bytes(of: BloomFilterHeader(byteCount: Int32(filter.byteCount)))
      output.append(bytes: header.rawSpan)
      output.append(bytes: filter.bits.bytes)
      let (offset, length) = (Int64(byteCount + start), Int32(output.count - start))
      updateChunk(number) { chunk in
        chunk.metadata?.bloomFilterOffset = offset
        chunk.metadata?.bloomFilterByteCount = length
      }
    }
    bloomFilters = []
    return output.freeze()
  }

  /// Returns the page index, which is to be written at the end of the file as it is now: all column indexes, then all
  /// offset indexes, as a reader that prunes wants them (PageIndex.md).
  mutating func takePageIndex() -> Values<UInt8> {
    var output = ValueBuilder<UInt8>()
    for number in 0..<chunkCount {
      guard let index = columnIndexes[number] else { continue }
      let offset = Int64(byteCount + output.count)
      updateChunk(number) { chunk in
        chunk.columnIndexOffset = offset
        chunk.columnIndexByteCount = Int32(index.count)
      }
      output.append(bytes: index.rawSpan)
    }
    for number in 0..<chunkCount {
      let index = offsetIndexes[number]
      let offset = Int64(byteCount + output.count)
      updateChunk(number) { chunk in
        chunk.offsetIndexOffset = offset
        chunk.offsetIndexByteCount = Int32(index.count)
      }
      output.append(bytes: index.rawSpan)
    }
    return output.freeze()
  }

  private mutating func updateChunk(_ number: Int, _ change: (inout ColumnChunk) -> Void) {
    let columnCount = chunkCount / rowGroups.count
    change(&rowGroups[number / columnCount].columns[number % columnCount])
  }

  /// Returns the footer with its length and the magic number behind it.
  func footer(_ layout: FileLayout, _ options: ParquetWriterOptions, rowCount: Int) -> Values<UInt8> {
    let root = SchemaElement(name: "schema", childCount: Int32(layout.columnCount))
    // Readers agree on no meaning of a 2 (parquet.thrift, `FileMetaData.version`).
    let metadata = FileMetadata(
      version: 1, schema: [root] + layout.elements, rowCount: Int64(rowCount),
      rowGroups: rowGroups, keyValues: options.keyValues.isEmpty ? nil : options.keyValues,
      createdBy: InlayVersion.createdBy,
      columnOrders: Array(repeating: .typeDefined, count: layout.leaves.count))
    let bytes = ThriftWriter.bytes(of: metadata)
    var output = ValueBuilder<UInt8>(capacity: bytes.count + 8)
    output.append(bytes: bytes.rawSpan)
    output.append(littleEndian: UInt32(bytes.count))
    let magic = FileAssembly.magic
    output.append(contentsOf: magic.span)
    return output.freeze()
  }
}

extension RowGroup {
  /// Adds the next column.
  fileprivate mutating func append(_ metadata: ColumnChunkMetadata) {
    columns.append(ColumnChunk(fileOffset: 0, metadata: metadata))
    uncompressedByteCount += metadata.uncompressedByteCount
    compressedByteCount = (compressedByteCount ?? 0) + metadata.compressedByteCount
  }
}
