import InlayBytes

/// A data page of a flat column: where it is, and what its header says that decoding needs.
struct DataPage: Sendable {
  /// The place among the data pages of the column chunk.
  let ordinal: Int
  /// The page's bytes in the file, its header not counted.
  let bytes: Range<Int>
  /// The size before compression.
  let uncompressedByteCount: Int
  let checksum: UInt32?
  /// The rows of the row group that the page holds: as many as values, since a flat column has one a row.
  let rows: Range<Int>
  let encoding: Encoding
  let levels: Levels

  /// Where the definition levels are.
  enum Levels: Sendable {
    /// In front of the values, compressed with them, behind their length in four bytes.
    case inValues(encoding: Encoding)
    /// In front of the values, not compressed, after the repetition levels.
    case apart(repetitionByteCount: Int, definitionByteCount: Int, nullCount: Int, isCompressed: Bool)
  }
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
  private var rowCount = 0
  private var offset: Int
  private let limits: ParquetLimits
  private let decryptor: ChunkDecryptor?

  /// Walks over the pages from the offset `start` on until they have `expectedRowCount` rows.
  ///
  /// - Parameters:
  ///   - bytes: The file up to its footer.
  ///   - decryptor: Opens headers; nil where they are not encrypted.
  init(
    _ bytes: RawSpan, from start: Int, expectedRowCount: Int, limits: ParquetLimits,
    decryptor: ChunkDecryptor?
  ) throws {
    offset = start
    self.limits = limits
    self.decryptor = decryptor
    while rowCount < expectedRowCount { try next(bytes) }
    guard rowCount == expectedRowCount else {
      throw InlayError(
        .corrupt, "the pages hold more values than the row group has rows: \(rowCount)",
        at: .init(page: pages.count - 1))
    }
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
        rows: try rows(data.valueCount), encoding: data.encoding,
        levels: .inValues(encoding: data.definitionLevelEncoding)))
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
    guard data.rowCount == data.valueCount else {
      throw InlayError(
        .corrupt, "a page of a flat column has \(data.valueCount) values in \(data.rowCount) rows")
    }
    guard data.nullCount >= 0, data.nullCount <= data.valueCount else {
      throw InlayError(.corrupt, "the page's number of nulls is out of range: \(data.nullCount)")
    }
    pages.append(
      DataPage(
        ordinal: pages.count, bytes: range, uncompressedByteCount: uncompressed, checksum: header.checksum,
        rows: try rows(data.valueCount), encoding: data.encoding,
        levels: .apart(
          repetitionByteCount: repetition, definitionByteCount: definition, nullCount: Int(data.nullCount),
          isCompressed: data.isCompressed)))
  }

  private mutating func rows(_ valueCount: Int32) throws -> Range<Int> {
    guard valueCount >= 0 else {
      throw InlayError(.corrupt, "the page's number of values is negative: \(valueCount)")
    }
    let (end, isOverflowing) = rowCount.addingReportingOverflow(Int(valueCount))
    guard !isOverflowing else { throw InlayError(.corrupt, "the page's number of values is out of range") }
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
