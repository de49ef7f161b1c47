import InlayBytes
import InlayColumns

/// Encodes the column chunks of one column, one after the other.
///
/// A chunk begins as dictionary codes. Where that does not pay, the codes collected so far are turned back into values,
/// and from then on values go into plain pages, which are compressed as soon as they are full: no batch is kept. Another
/// encoding is made of a full plain page.
final class ChunkEncoder<Entries: ChunkValues & ~Copyable>: ColumnEncoder {
  let options: ParquetWriterOptions
  let policy: EncodingPolicy
  let valueEncoder: ValueEncoder
  var values: Entries
  var pages: PageWriter
  /// The entries of the chunk as long as codes are collected, then those of the plain page.
  var levels: ChunkLevels
  /// Whether the bytes of each page's values are counted.
  let countsBytes: Bool
  /// The room before the values of a plain page for its levels.
  let levelRoom: Int
  var isCollecting: Bool
  var trial: DictionaryTrial
  /// The encoding of the chunk's pages when they have no dictionary; nil as long as no value has decided on it.
  var pageEncoding: Encoding?
  var codePages = CodePages()
  var baseCodes = BaseCodes()
  /// The plain page that is being filled, behind room for its levels.
  var page = ValueBuilder<UInt8>()
  /// What is put together for one page.
  var body = ValueBuilder<UInt8>()

  /// The most entries that are taken at a time, so that what is made of them stays in the processor's cache.
  static var entriesPerRun: Int { 8_192 }

  init(_ layout: ColumnLayout, _ options: ParquetWriterOptions) throws {
    self.options = options
    policy = options.encodingPolicy(of: layout)
    valueEncoder = ValueEncoder(physical: layout.physical, byteWidth: layout.byteWidth)
    levels = ChunkLevels(layout.path)
    countsBytes = options.writesSizeStatistics && layout.physical == .byteArray
    // Enough for a column without lists when nothing is null.
    levelRoom = layout.isNullable ? 16 : 0
    values = Entries(layout)
    pages = try PageWriter(options, layout.physical)
    trial = DictionaryTrial(policy)
    pageEncoding = policy.pageEncoding
    isCollecting = Self.collects(policy)
    beginPlainPage()
  }

  private static func collects(_ policy: EncodingPolicy) -> Bool {
    Entries.allowsDictionary && policy.triesDictionary
  }

  func append(_ entries: LeafEntries) throws {
    var first = 0
    while first < entries.count {
      first = try isCollecting ? collect(entries, from: first) : appendPlain(entries, from: first)
    }
    // What the run refers to may be a whole batch.
    values.unload()
  }

  /// Returns the sizes of a page; nil when they are not written.
  func sizes(_ entries: Range<Int>, byteArrayByteCount: Int?) -> PageSizes? {
    guard options.writesSizeStatistics else { return nil }
    var sizes = levels.histograms(entries)
    sizes.byteArrayByteCount = byteArrayByteCount.map(Int64.init)
    return sizes
  }

  /// Begins the body of a page with the levels of its entries.
  func beginBody(_ entries: Range<Int>) -> LevelByteCounts {
    body.truncate(to: 0)
    return levels.encode(entries, options.dataPageVersion, into: &body)
  }

  func finishChunk() throws -> EncodedChunk {
    let hasLost = Self.collects(policy) && !isCollecting
    if isCollecting { try finishCollecting() }
    if levels.entryCount > 0 { try closePlainPage() }
    isCollecting = Self.collects(policy)
    trial = DictionaryTrial(policy, hasLost: hasLost)
    pageEncoding = policy.pageEncoding
    return pages.takeChunk()
  }
}
