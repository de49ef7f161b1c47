import InlayBytes

/// Compresses the pages of one column chunk after the other, and keeps them with what the footer and the page index
/// will say of them.
struct PageWriter: ~Copyable {
  private let options: ParquetWriterOptions
  private var compressor: PageCompressor
  private var bytes = ValueBuilder<UInt8>()
  private var chunk = EncodedChunk()

  init(_ options: ParquetWriterOptions) throws {
    self.options = options
    compressor = try PageCompressor(options.compression, level: options.compressionLevel)
  }

  /// Adds the dictionary page, which comes first.
  ///
  /// - Parameter encoding: How the indices into it are named, from which follows how the page's own encoding is.
  mutating func appendDictionary(
    _ entries: borrowing ValueBuilder<UInt8>, count: Int, for encoding: Encoding
  ) throws {
    try Self.checkSize(entries.count)
    let start = bytes.count
    try compressor.compress(entries.rawSpan, into: &bytes)
    let own = encoding == .plainDictionary ? encoding : .plain
    let header = DictionaryPageHeader(valueCount: Int32(count), encoding: own)
    chunk.dictionaryPageByteCount = endPage(
      PageHeader(
        type: .dictionary, uncompressedByteCount: Int32(entries.count), compressedByteCount: 0,
        dictionary: header),
      from: start)
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
  var byteCount: Int { bytes.count }

  /// Returns the bytes that the values of a page would take, compressed.
  mutating func compressedByteCount(of values: borrowing ValueBuilder<UInt8>) throws -> Int {
    let start = bytes.count
    try compressor.compress(values.rawSpan, into: &bytes)
    defer { bytes.truncate(to: start) }
    return bytes.count - start
  }

  /// Forgets the pages of the chunk.
  mutating func removeAll() {
    bytes.truncate(to: 0)
    chunk = EncodedChunk()
  }

  /// Hands over the chunk, and begins the next one.
  mutating func takeChunk() -> EncodedChunk {
    // The next chunk is likely to be as large.
    var next = ValueBuilder<UInt8>(capacity: bytes.count + bytes.count / 16)
    swap(&next, &bytes)
    var full = chunk
    chunk = EncodedChunk()
    full.bytes = next.freeze()
    return full
  }
}

// MARK: - Pages

extension PageWriter {
  /// Adds a page whose levels and values are compressed together; returns its size with its header.
  private mutating func appendV1(_ body: RawSpan, _ encoding: Encoding, _ page: PageSummary) throws -> Int {
    let start = bytes.count
    try compressor.compress(body, into: &bytes)
    let header = DataPageHeader(valueCount: Int32(page.entryCount), encoding: encoding)
    return endPage(
      PageHeader(
        type: .data, uncompressedByteCount: Int32(body.byteCount), compressedByteCount: 0, data: header),
      from: start)
  }

  /// Adds a page whose levels stay as they are, and whose values do so too where compression does not make them
  /// smaller; returns its size with its header.
  private mutating func appendV2(
    _ body: RawSpan, _ levels: LevelByteCounts, _ encoding: Encoding, _ page: PageSummary
  ) throws -> Int {
    let start = bytes.count
    bytes.append(bytes: body.extracting(first: levels.total))
    let isCompressed = try appendIfSmaller(body.extracting(droppingFirst: levels.total))
    let header = DataPageHeaderV2(
      valueCount: Int32(page.entryCount), nullCount: Int32(page.nullCount), rowCount: Int32(page.rowCount),
      encoding: encoding, definitionLevelByteCount: Int32(levels.definition),
      repetitionLevelByteCount: Int32(levels.repetition), isCompressed: isCompressed)
    return endPage(
      PageHeader(
        type: .dataV2, uncompressedByteCount: Int32(body.byteCount), compressedByteCount: 0, dataV2: header),
      from: start)
  }

  /// Adds values, compressed where that makes them smaller; returns whether it does. No bytes are never compressed:
  /// readers differ in what they take for the compressed form of nothing.
  private mutating func appendIfSmaller(_ values: RawSpan) throws -> Bool {
    let start = bytes.count
    if values.byteCount > 0 && options.compression != .uncompressed {
      try compressor.compress(values, into: &bytes)
      if bytes.count - start < values.byteCount { return true }
      bytes.truncate(to: start)
    }
    bytes.append(bytes: values)
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

  /// Puts the header before a page that begins at `start`; returns the size of both.
  private mutating func endPage(_ header: PageHeader, from start: Int) -> Int {
    var header = header
    header.compressedByteCount = Int32(bytes.count - start)
    header.checksum = checksum(from: start)
    let headerBytes = ThriftWriter.bytes(of: header)
    insert(headerBytes, at: start)
    chunk.uncompressedByteCount += headerBytes.count + Int(header.uncompressedByteCount)
    return bytes.count - start
  }

  private func checksum(from start: Int) -> UInt32? {
    options.writesChecksums ? CRC32.checksum(bytes.rawSpan.extracting(droppingFirst: start)) : nil
  }

  /// Moves what begins at `start` up, and puts a header before it: the header tells the compressed size, and a buffer
  /// of its own for each page would cost every column as much memory again.
  private mutating func insert(_ header: Values<UInt8>, at start: Int) {
    let moved = bytes.count - start
    bytes.append(repeating: 0, count: header.count)
    var all = bytes.mutableSpan
    unsafe all.withUnsafeMutableBytes { all in
      guard let place = unsafe all.baseAddress.map({ unsafe $0 + start }) else { return }
      // Safe: `moved` bytes lie behind `start`, and room for the header behind those; `copyMemory` allows overlaps.
      unsafe (place + header.count).copyMemory(from: place, byteCount: moved)
      unsafe header.rawSpan.withUnsafeBytes { header in
        if let source = header.baseAddress {
          unsafe place.copyMemory(from: source, byteCount: header.count)
        }
      }
    }
  }
}
