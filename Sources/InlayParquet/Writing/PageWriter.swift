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
    compressor = try PageCompressor(options.compression)
  }

  /// Adds the dictionary page, which comes first.
  mutating func appendDictionary(_ entries: borrowing ValueBuilder<UInt8>, count: Int) throws {
    let header = DictionaryPageHeader(valueCount: Int32(count), encoding: .plain)
    chunk.dictionaryPageByteCount = try append(entries.rawSpan, .dictionary, dictionary: header)
    chunk.distinctCount = count
  }

  /// Adds a data page: levels and values together, which begin at `start` of `body`.
  mutating func appendData(
    _ body: borrowing ValueBuilder<UInt8>, from start: Int = 0, _ encoding: Encoding, _ page: PageSummary
  ) throws {
    let header = DataPageHeader(valueCount: Int32(page.rowCount), encoding: encoding)
    var page = page
    page.byteCount = try append(body.rawSpan.extracting(droppingFirst: start), .data, data: header)
    chunk.pages.append(page)
    chunk.rowCount += page.rowCount
    chunk.encoding = encoding
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

  /// Compresses a page behind the ones before; returns its size with its header.
  private mutating func append(
    _ body: RawSpan, _ type: PageType, data: DataPageHeader? = nil, dictionary: DictionaryPageHeader? = nil
  ) throws -> Int {
    // Snappy may make incompressible bytes longer by a sixth.
    guard body.byteCount < Int(Int32.max) / 8 * 6 else {
      throw InlayError(
        .limitExceeded, "a value is too long for a page, which takes 1.5 GiB at most: \(body.byteCount)")
    }
    let start = bytes.count
    compressor.compress(body, into: &bytes)
    let count = bytes.count - start
    let header = PageHeader(
      type: type, uncompressedByteCount: Int32(body.byteCount), compressedByteCount: Int32(count),
      checksum: checksum(from: start), data: data, dictionary: dictionary)
    let headerBytes = ThriftWriter.bytes(of: header)
    insert(headerBytes, at: start)
    chunk.uncompressedByteCount += headerBytes.count + body.byteCount
    return headerBytes.count + count
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
