import InlayBytes

/// Compresses the pages of one column chunk after the other, and keeps them with what the footer and the page index
/// will say of them.
struct PageWriter: ~Copyable {
  private let options: ParquetWriterOptions
  // Whether a value is a word of 64 bits in the plain encoding.
  private let hasWords: Bool
  private var compressor: PageCompressor
  private var pieces = PagePieces()
  /// The page that is being compressed.
  private var body = ValueBuilder<UInt8>()
  private var chunk = EncodedChunk()

  init(_ options: ParquetWriterOptions, _ physical: PhysicalType) throws {
    self.options = options
    hasWords = physical == .int64 || physical == .double
    compressor = try PageCompressor(options.compression, level: options.compressionLevel)
  }

  /// Adds the dictionary page, which comes first.
  ///
  /// - Parameter encoding: How the indices into it are named, from which follows how the page's own encoding is.
  mutating func appendDictionary(
    _ entries: borrowing ValueBuilder<UInt8>, count: Int, for encoding: Encoding
  ) throws {
    try Self.checkSize(entries.count)
    try compressor.compress(entries.rawSpan, into: &body)
    let own = encoding == .plainDictionary ? encoding : .plain
    let header = DictionaryPageHeader(valueCount: Int32(count), encoding: own)
    chunk.dictionaryPageByteCount = endPage(
      PageHeader(
        type: .dictionary, uncompressedByteCount: Int32(entries.count), compressedByteCount: 0,
        dictionary: header))
    chunk.dictionaryPageEncoding = own
    chunk.distinctCount = count
  }

  /// Adds a data page.
  ///
  /// - Parameters:
  ///   - body: The levels, as the version of the page has them, and the values; both begin at `start`.
  ///   - levels: How many of those bytes are levels.
  ///   - encoding: The encoding of the values.
  mutating func appendData(
    _ body: borrowing ValueBuilder<UInt8>, from start: Int = 0, _ levels: LevelByteCounts,
    _ encoding: Encoding, _ page: PageSummary
  ) throws {
    let body = body.rawSpan.extracting(droppingFirst: start)
    try Self.checkSize(body.byteCount)
    try Self.checkEntryCount(page.entryCount)
    var page = page
    switch options.dataPageVersion {
    case .v1: page.byteCount = try appendV1(body, encoding, page)
    case .v2: page.byteCount = try appendV2(body, levels, encoding, page)
    }
    chunk.pages.append(page)
    chunk.rowCount += page.rowCount
    chunk.entryCount += page.entryCount
    chunk.countPage(encoding)
  }

  /// The bytes of all pages so far.
  var byteCount: Int { pieces.byteCount }

  /// Returns the bytes that the values of a page would take, compressed.
  mutating func compressedByteCount(of values: borrowing ValueBuilder<UInt8>) throws -> Int {
    try compressor.compress(values.rawSpan, into: &body)
    defer { body.truncate(to: 0) }
    return body.count
  }

  private func endsInWords(_ encoding: Encoding) -> Bool { hasWords && encoding == .plain }

  /// Forgets the pages of the chunk.
  mutating func removeAll() {
    pieces.removeAll()
    chunk = EncodedChunk()
  }

  /// Hands over the chunk, and begins the next one.
  mutating func takeChunk() -> EncodedChunk {
    var full = chunk
    chunk = EncodedChunk()
    full.byteCount = pieces.byteCount
    full.pieces = pieces.take()
    return full
  }
}

// MARK: - Pages

extension PageWriter {
  /// Adds a page whose levels and values are compressed together; returns its size with its header.
  private mutating func appendV1(_ body: RawSpan, _ encoding: Encoding, _ page: PageSummary) throws -> Int {
    try compressor.compressData(body, endsInWords: endsInWords(encoding), into: &self.body)
    let header = DataPageHeader(valueCount: Int32(page.entryCount), encoding: encoding)
    return endPage(
      PageHeader(
        type: .data, uncompressedByteCount: Int32(body.byteCount), compressedByteCount: 0, data: header))
  }

  /// Adds a page whose levels stay as they are, and whose values do so too where compression does not make them
  /// smaller; returns its size with its header.
  private mutating func appendV2(
    _ body: RawSpan, _ levels: LevelByteCounts, _ encoding: Encoding, _ page: PageSummary
  ) throws -> Int {
    self.body.append(bytes: body.extracting(first: levels.total))
    let isCompressed = try appendIfSmaller(body.extracting(droppingFirst: levels.total), encoding)
    let header = DataPageHeaderV2(
      valueCount: Int32(page.entryCount), nullCount: Int32(page.nullCount), rowCount: Int32(page.rowCount),
      encoding: encoding, definitionLevelByteCount: Int32(levels.definition),
      repetitionLevelByteCount: Int32(levels.repetition), isCompressed: isCompressed)
    return endPage(
      PageHeader(
        type: .dataV2, uncompressedByteCount: Int32(body.byteCount), compressedByteCount: 0, dataV2: header))
  }

  /// Adds values, compressed where that makes them smaller; returns whether it does. No bytes are never compressed:
  /// readers differ in what they take for the compressed form of nothing.
  private mutating func appendIfSmaller(_ values: RawSpan, _ encoding: Encoding) throws -> Bool {
    let start = body.count
    if values.byteCount > 0 && options.compression != .uncompressed {
      try compressor.compressData(values, endsInWords: endsInWords(encoding), into: &body)
      if body.count - start < values.byteCount { return true }
      body.truncate(to: start)
    }
    body.append(bytes: values)
    return false
  }

  /// Snappy may make incompressible bytes longer by a sixth.
  private static func checkSize(_ byteCount: Int) throws {
    guard byteCount < Int(Int32.max) / 8 * 6 else {
      throw InlayError(
        .limitExceeded, "a value is too long for a page, which takes 1.5 GiB at most: \(byteCount)")
    }
  }

  private static func checkEntryCount(_ count: Int) throws {
    guard count <= Int(Int32.max) else {
      throw InlayError(
        .limitExceeded, "a row has more list elements than a page takes, which is 2³¹ - 1: \(count)")
    }
  }

  /// Puts the page that was compressed behind its header, which tells the compressed size; returns the size of both.
  private mutating func endPage(_ header: PageHeader) -> Int {
    var header = header
    header.compressedByteCount = Int32(body.count)
    header.checksum = options.writesChecksums ? CRC32.checksum(body.rawSpan) : nil
    let headerBytes = ThriftWriter.bytes(of: header)
    pieces.append(header: headerBytes, body)
    chunk.uncompressedByteCount += headerBytes.count + Int(header.uncompressedByteCount)
    defer { body.truncate(to: 0) }
    return headerBytes.count + body.count
  }
}
