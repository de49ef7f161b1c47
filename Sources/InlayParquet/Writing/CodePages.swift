import InlayBytes

/// The pages of a column chunk in dictionary form, before it is certain that the chunk keeps that form.
///
/// A full page is packed at once, with the width that the codes given so far need: it takes a few bits a value then,
/// and each page has its own width in the format.
struct CodePages: ~Copyable {
  /// The codes of the page that is being filled.
  var codes = ValueBuilder<UInt32>()
  /// The full pages: for each the width, and the codes in the hybrid encoding.
  private(set) var packed = ValueBuilder<UInt8>()
  private(set) var pages: [Page] = []
  private var valueCountOfFullPages = 0
  private(set) var rowCountOfFullPages = 0

  struct Page {
    /// The entries among those of the chunk.
    var entries: Range<Int>
    var rowCount: Int
    var valueCount: Int
    var bounds: ValueBounds?
    /// The bytes of the values, without their lengths; nil where nobody asks for them.
    var byteArrayByteCount: Int?
    /// Where the page's bytes are in `packed`.
    var bytes: Range<Int>
  }

  /// What is to be worked out for each page.
  struct WantedOfPages {
    var bounds: Bool
    /// The bytes of the values, which are byte arrays.
    var byteCounts: Bool
  }

  /// The entry of the chunk with which the page that is being filled begins.
  var firstEntry: Int { pages.last?.entries.upperBound ?? 0 }
  /// The number of codes.
  var valueCount: Int { valueCountOfFullPages + codes.count }

  /// Closes the page that is being filled, in which so many rows begin, with the entry before `end`.
  mutating func closePage<Entries: ChunkValues & ~Copyable>(
    at end: Int, rowCount: Int, entries: inout Entries, wants: WantedOfPages
  ) {
    // One entry needs no bits, but readers differ in what they take for a page without any.
    let bitWidth = max(BitPacker.bitWidth(ofNumbersBelow: entries.entryCount), 1)
    let start = packed.count
    packed.append(UInt8(bitWidth))
    Self.pack(codes, bitWidth: bitWidth, into: &packed)
    pages.append(
      Page(
        entries: firstEntry..<end, rowCount: rowCount, valueCount: codes.count,
        bounds: wants.bounds ? entries.bounds(of: codes) : nil,
        byteArrayByteCount: wants.byteCounts ? entries.plainByteCount(of: codes) - 4 * codes.count : nil,
        bytes: start..<packed.count))
    valueCountOfFullPages += codes.count
    rowCountOfFullPages += rowCount
    codes.truncate(to: 0)
  }

  private static func pack(
    _ codes: borrowing ValueBuilder<UInt32>, bitWidth: Int, into output: inout ValueBuilder<UInt8>
  ) {
    HybridEncoder.encode(codes.span, bitWidth: bitWidth, into: &output)
  }

  /// Returns the sizes of the chunk so far.
  ///
  /// The size in the plain encoding is only worked out where the least that it can be does not decide.
  func sizes<Entries: ChunkValues & ~Copyable>(_ entries: borrowing Entries) throws -> DictionaryTrial.Sizes {
    var sizes = DictionaryTrial.Sizes(
      valueCount: valueCount, entryCount: entries.entryCount,
      dictionaryByteCount: entries.dictionaryByteCount,
      plainByteCount: entries.leastPlainByteCount(valueCount: valueCount))
    guard !sizes.isSmallerWithDictionary else { return sizes }
    sizes.plainByteCount = entries.plainByteCount(of: codes)
    for page in pages { sizes.plainByteCount += entries.plainByteCount(of: try unpacked(page)) }
    return sizes
  }

  /// Appends a full page as the format has it.
  func append(_ page: Page, to output: inout ValueBuilder<UInt8>) {
    output.append(bytes: packed.rawSpan.extracting(page.bytes))
  }

  /// Returns the codes of a full page.
  func unpacked(_ page: Page) throws -> ValueBuilder<UInt32> {
    var codes = ValueBuilder<UInt32>(capacity: page.valueCount)
    let bitWidth = Int(packed[page.bytes.lowerBound])
    let bytes = packed.rawSpan.extracting(page.bytes).extracting(droppingFirst: 1)
    var decoder = HybridDecoder(bytes, bitWidth: bitWidth)
    try codes.append(count: page.valueCount) { (room: inout MutableSpan<UInt32>) throws in
      try decoder.read(page.valueCount, into: &room)
    }
    return codes
  }

  /// Begins the next chunk. The packed codes' memory goes: the finished pages of the columns behind take as much.
  mutating func removeAll() {
    codes.truncate(to: 0)
    packed = ValueBuilder()
    pages.removeAll(keepingCapacity: true)
    valueCountOfFullPages = 0
    rowCountOfFullPages = 0
  }
}
