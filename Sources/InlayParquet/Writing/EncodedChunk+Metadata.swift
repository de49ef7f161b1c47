import InlayBytes
import InlayColumns

extension ColumnChunkMetadata {
  /// Describes a chunk whose first page stands at `offset` of the file.
  init(_ chunk: EncodedChunk, _ layout: ColumnLayout, _ options: ParquetWriterOptions, offset: Int) {
    self.init(
      type: layout.physical, encodings: chunk.encodings(isNullable: layout.isNullable),
      path: layout.path.names, compression: options.compression, valueCount: Int64(chunk.entryCount),
      uncompressedByteCount: Int64(chunk.uncompressedByteCount),
      compressedByteCount: Int64(chunk.byteCount),
      dataPageOffset: Int64(offset + (chunk.dictionaryPageByteCount ?? 0)),
      dictionaryPageOffset: chunk.dictionaryPageByteCount == nil ? nil : Int64(offset),
      statistics: chunk.statistics(layout.order, options),
      encodingStatistics: chunk.encodingStatistics(options), sizeStatistics: chunk.sizeStatistics)
  }
}

extension EncodedChunk {
  /// All encodings that occur, each once: of the values, of the dictionary page, of the levels.
  func encodings(isNullable: Bool) -> [Encoding] {
    var encodings = dictionaryPageByteCount == nil ? [] : [dictionaryPageEncoding]
    for encoding in dataEncodings.map(\.encoding) + (isNullable ? [.rle] : [])
    where !encodings.contains(encoding) {
      encodings.append(encoding)
    }
    return encodings
  }

  fileprivate func encodingStatistics(_ options: ParquetWriterOptions) -> [PageEncodingStatistics] {
    let type = options.dataPageVersion == .v1 ? PageType.data : .dataV2
    let data = dataEncodings.map {
      PageEncodingStatistics(pageType: type, encoding: $0.encoding, count: Int32($0.pageCount))
    }
    guard dictionaryPageByteCount != nil else { return data }
    return [PageEncodingStatistics(pageType: .dictionary, encoding: dictionaryPageEncoding, count: 1)] + data
  }

  /// The number of nulls is always told. Floating-point values have no number of distinct ones: a dictionary tells
  /// zeros and NaNs apart that are the same.
  fileprivate func statistics(_ order: ValueOrder, _ options: ParquetWriterOptions) -> Statistics {
    var statistics = Statistics(nullCount: Int64(pages.reduce(0) { $0 + $1.nullCount }))
    guard options.writesStatistics else { return statistics }
    switch order {
    case .float, .double: break
    default: statistics.distinctCount = distinctCount.map(Int64.init)
    }
    guard let bounds = bounds(order) else { return statistics }
    statistics.min = bounds.min
    statistics.max = bounds.max
    statistics.isMinExact = bounds.isMinExact
    statistics.isMaxExact = bounds.isMaxExact
    if order.isSigned {
      statistics.deprecatedMin = bounds.min
      statistics.deprecatedMax = bounds.max
    }
    return statistics
  }

  /// The bounds of all pages together.
  private func bounds(_ order: ValueOrder) -> ValueBounds? {
    pages.compactMap(\.bounds).reduce(nil) { (sum: ValueBounds?, next) in
      guard var sum else { return next }
      sum.formUnion(next, order)
      return sum
    }
  }
}

// MARK: - Page index

extension OffsetIndex {
  /// Tells where the data pages of a chunk are that stands at `offset` of the file. The dictionary page is no data
  /// page, and sizes count the headers in (PageIndex.md).
  init(_ chunk: EncodedChunk, offset: Int) {
    var offset = offset + (chunk.dictionaryPageByteCount ?? 0)
    var row = 0
    self.init(
      pageLocations: chunk.pages.map { page in
        defer {
          offset += page.byteCount
          row += page.rowCount
        }
        return PageLocation(
          offset: Int64(offset), compressedByteCount: Int32(page.byteCount), firstRow: Int64(row))
      }, byteArrayByteCounts: chunk.byteArrayByteCounts)
  }
}

extension ColumnIndex {
  /// Tells the bounds of a chunk's data pages; nil when a page has values without bounds, such as NaNs only: the index
  /// has no way to say that.
  init?(_ chunk: EncodedChunk, _ order: ValueOrder) {
    let pages = chunk.pages
    guard pages.allSatisfy({ $0.bounds != nil || $0.nullCount == $0.entryCount }) else { return nil }
    self.init(
      nullPages: pages.map { $0.bounds == nil }, minValues: pages.map { $0.bounds?.min ?? [] },
      maxValues: pages.map { $0.bounds?.max ?? [] },
      boundaryOrder: BoundaryOrder(of: pages.compactMap(\.bounds), order),
      nullCounts: pages.map { Int64($0.nullCount) },
      repetitionLevelHistograms: chunk.histograms(\.repetition),
      definitionLevelHistograms: chunk.histograms(\.definition))
  }
}

extension BoundaryOrder {
  /// Tells how the bounds of pages follow each other; those of null pages are left out before.
  init(of bounds: [ValueBounds], _ order: ValueOrder) {
    let pairs = zip(bounds, bounds.dropFirst())
    if pairs.allSatisfy({ !order.isLess($1.min, $0.min) && !order.isLess($1.max, $0.max) }) {
      self = .ascending
    } else if pairs.allSatisfy({ !order.isLess($0.min, $1.min) && !order.isLess($0.max, $1.max) }) {
      self = .descending
    } else {
      self = .unordered
    }
  }
}
