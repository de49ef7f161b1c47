import InlayBytes

/// A data page: where it is, and what its header says that decoding needs.
struct DataPage: Sendable {
  /// The place among the data pages of the column chunk.
  let ordinal: Int
  /// The page's bytes in the file, its header not counted.
  let bytes: Range<Int>
  /// The size before compression.
  let uncompressedByteCount: Int
  let checksum: UInt32?
  /// The page's entries among those of the column chunk: values, nulls, and lists without elements.
  let entries: Range<Int>
  /// The rows of the row group that the page holds some or all of; where that is not known, those that it may hold.
  ///
  /// An entry of a column that is in no list is a row.
  var rows: Range<Int>
  /// Whether the page holds some of each of ``rows``.
  var hasKnownRows: Bool
  /// Whether the first of the rows began in the page before, as only the first version of pages allows.
  var continuesRow = false
  let encoding: Encoding
  let levels: Levels

  /// Where the levels are.
  enum Levels: Sendable {
    /// In front of the values, compressed with them, the repetition levels first.
    case inValues(repetition: Encoding, definition: Encoding)
    /// In front of the values, not compressed, the repetition levels first.
    case apart(repetitionByteCount: Int, definitionByteCount: Int, nullCount: Int, isCompressed: Bool)
  }
}

/// How much a column chunk holds.
struct ChunkExtent: Sendable {
  /// The number of rows of the row group.
  let rowCount: Int
  /// The number of values, nulls and lists without elements counted.
  let entryCount: Int
  /// Whether the column is in a list, so that a row may have any number of entries.
  let isRepeated: Bool
}

/// The dictionary page of a column chunk.
struct DictionaryPage: Sendable {
  let bytes: Range<Int>
  let uncompressedByteCount: Int
  let checksum: UInt32?
  let valueCount: Int
  let encoding: Encoding
}

/// Finds the pages of a column chunk by walking over their headers, without touching what they hold.
struct PageLocator {
  private(set) var dictionary: DictionaryPage?
  private(set) var pages: [DataPage] = []
  /// Whether it is known of each page which rows it holds.
  private(set) var hasKnownRows = false
  private var entryCount = 0
  private var rowCount = 0
  private var offset: Int
  private let extent: ChunkExtent
  private let limits: ParquetLimits
  private let decryptor: ChunkDecryptor?

  /// Walks over the pages from the offset `start` on until they have all entries of the column chunk.
  ///
  /// - Parameters:
  ///   - bytes: The file up to its footer.
  ///   - decryptor: Opens headers; nil where they are not encrypted.
  init(
    _ bytes: RawSpan, from start: Int, _ extent: ChunkExtent, limits: ParquetLimits,
    decryptor: ChunkDecryptor?
  ) throws {
    offset = start
    self.extent = extent
    self.limits = limits
    self.decryptor = decryptor
    while entryCount < extent.entryCount { try next(bytes) }
    guard entryCount == extent.entryCount else {
      throw InlayError(
        .corrupt,
        extent.isRepeated
          ? "the pages hold more entries than the footer says: \(entryCount)"
          : "the pages hold more values than the row group has rows: \(entryCount)",
        at: .init(page: pages.count - 1))
    }
    guard pages.allSatisfy(\.hasKnownRows) else {
      forgetRows()
      return
    }
    hasKnownRows = true
    guard rowCount == extent.rowCount else {
      throw InlayError(
        .corrupt, "the row group has \(extent.rowCount) rows, the pages of the column chunk have \(rowCount)")
    }
  }

  /// Takes back what some of the headers say when others say nothing, since it builds upon all of them.
  private mutating func forgetRows() {
    for index in pages.indices {
      pages[index].rows = 0..<extent.rowCount
      pages[index].hasKnownRows = false
    }
  }

  /// Says of each page which rows it holds.
  mutating func setRows(_ known: [(rows: Range<Int>, continuesRow: Bool)]) {
    for index in pages.indices {
      (pages[index].rows, pages[index].continuesRow) = known[index]
      pages[index].hasKnownRows = true
    }
    hasKnownRows = true
  }

  /// Takes the next page, of whichever kind.
  private mutating func next(_ bytes: RawSpan) throws {
    do {
      let header = try header(bytes)
      let size = try size(of: header, left: bytes.byteCount - offset)
      let range = offset..<offset + size.compressed
      offset = range.upperBound
      switch header.type {
      case .data: try append(header, require(header.data), range, size.uncompressed)
      case .dataV2: try append(header, require(header.dataV2), range, size.uncompressed)
      case .dictionary: try setDictionary(header, require(header.dictionary), range, size.uncompressed)
      default: break
      }
    } catch let error as InlayError {
      throw error.located(in: .init(page: pages.count))
    }
  }

  private mutating func header(_ bytes: RawSpan) throws -> PageHeader {
    guard offset < bytes.byteCount else {
      throw InlayError(.corrupt, "the column chunk's pages end before its rows do")
    }
    let window = Swift.min(bytes.byteCount - offset, limits.pageHeaderByteCount)
    let bytes = bytes.extracting(offset..<offset + window)
    if let decryptor {
      let (plain, end) = try decrypt(bytes, decryptor)
      defer { offset += end }
      return try parse(plain.bytes).header
    }
    let (header, end) = try parse(bytes)
    offset += end
    return header
  }

  private func parse(_ bytes: RawSpan) throws -> (header: PageHeader, end: Int) {
    var reader = ThriftReader(bytes, fileOffset: offset)
    do {
      return (try PageHeader(reading: &reader), reader.offset)
    } catch let error as InlayError {
      throw InlayError(
        error.code, "the page's header cannot be read: \(error.message)", at: error.location)
    }
  }

  /// Decrypts the header that `bytes` begin with.
  ///
  /// What is authenticated with it tells which kind of page the first one is: the footer does not always.
  private func decrypt(_ bytes: RawSpan, _ decryptor: ChunkDecryptor) throws -> (plain: Buffer, end: Int) {
    if pages.isEmpty, dictionary == nil {
      let header = try? decryptor.open(.dictionaryPageHeader, in: bytes, at: 0)
      if let header { return header }
    }
    return try decryptor.open(.dataPageHeader(pages.count), in: bytes, at: 0)
  }

  private func size(of header: PageHeader, left: Int) throws -> (compressed: Int, uncompressed: Int) {
    let (compressed, uncompressed) = (Int(header.compressedByteCount), Int(header.uncompressedByteCount))
    guard compressed >= 0, uncompressed >= 0, compressed <= left else {
      throw InlayError(
        .corrupt, "the page's header says a size that the file does not have: \(compressed) bytes")
    }
    guard Swift.max(uncompressed, compressed) <= limits.pageByteCount else {
      throw InlayError(
        .limitExceeded, "the page is larger than ParquetLimits.pageByteCount allows: \(uncompressed) bytes")
    }
    return (compressed, uncompressed)
  }

  private func require<Header>(_ header: Header?) throws -> Header {
    guard let header else { throw InlayError(.corrupt, "the page's header lacks what its type asks for") }
    return header
  }

  private mutating func append(
    _ header: PageHeader, _ data: DataPageHeader, _ range: Range<Int>, _ uncompressed: Int
  ) throws {
    pages.append(
      DataPage(
        ordinal: pages.count, bytes: range, uncompressedByteCount: uncompressed, checksum: header.checksum,
        entries: try entries(data.valueCount), rows: try rows(extent.isRepeated ? nil : data.valueCount),
        hasKnownRows: !extent.isRepeated, encoding: data.encoding,
        levels: .inValues(
          repetition: data.repetitionLevelEncoding, definition: data.definitionLevelEncoding)))
  }

  private mutating func append(
    _ header: PageHeader, _ data: DataPageHeaderV2, _ range: Range<Int>, _ uncompressed: Int
  ) throws {
    let (definition, repetition) = (Int(data.definitionLevelByteCount), Int(data.repetitionLevelByteCount))
    guard definition >= 0, repetition >= 0, definition + repetition <= Swift.min(range.count, uncompressed)
    else {
      throw InlayError(
        .corrupt, "the page's levels are longer than the page: \(definition) and \(repetition) bytes")
    }
    guard extent.isRepeated || data.rowCount == data.valueCount else {
      throw InlayError(
        .corrupt, "a page of a flat column has \(data.valueCount) values in \(data.rowCount) rows")
    }
    guard data.nullCount >= 0, data.nullCount <= data.valueCount else {
      throw InlayError(.corrupt, "the page's number of nulls is out of range: \(data.nullCount)")
    }
    pages.append(
      DataPage(
        ordinal: pages.count, bytes: range, uncompressedByteCount: uncompressed, checksum: header.checksum,
        entries: try entries(data.valueCount), rows: try rows(data.rowCount), hasKnownRows: true,
        encoding: data.encoding,
        levels: .apart(
          repetitionByteCount: repetition, definitionByteCount: definition, nullCount: Int(data.nullCount),
          isCompressed: data.isCompressed)))
  }

  private mutating func entries(_ count: Int32) throws -> Range<Int> {
    guard count >= 0 else {
      throw InlayError(.corrupt, "the page's number of values is negative: \(count)")
    }
    let (end, isOverflowing) = entryCount.addingReportingOverflow(Int(count))
    guard !isOverflowing else { throw InlayError(.corrupt, "the page's number of values is out of range") }
    defer { entryCount = end }
    return entryCount..<end
  }

  /// The rows of the next page, by its header; all of the row group where that does not say.
  private mutating func rows(_ count: Int32?) throws -> Range<Int> {
    guard let count else { return 0..<extent.rowCount }
    let (end, isOverflowing) = rowCount.addingReportingOverflow(Int(count))
    guard count >= 0, !isOverflowing else {
      throw InlayError(.corrupt, "the page's number of rows is out of range: \(count)")
    }
    defer { rowCount = end }
    return rowCount..<end
  }

  private mutating func setDictionary(
    _ header: PageHeader, _ dictionary: DictionaryPageHeader, _ range: Range<Int>, _ uncompressed: Int
  ) throws {
    guard self.dictionary == nil, pages.isEmpty else {
      throw InlayError(.corrupt, "a dictionary page may only be the first page of a column chunk")
    }
    guard dictionary.valueCount >= 0 else {
      throw InlayError(.corrupt, "the dictionary's number of values is negative: \(dictionary.valueCount)")
    }
    self.dictionary = DictionaryPage(
      bytes: range, uncompressedByteCount: uncompressed, checksum: header.checksum,
      valueCount: Int(dictionary.valueCount), encoding: dictionary.encoding)
  }
}
