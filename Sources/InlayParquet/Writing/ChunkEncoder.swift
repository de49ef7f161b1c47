import InlayBytes
import InlayColumns

/// Encodes the column chunks of one column, one after the other.
///
/// A chunk begins as dictionary codes. Where that does not pay, the codes collected so far are turned back into values,
/// and from then on values go into plain pages, which are compressed as soon as they are full: no batch is kept.
final class ChunkEncoder<Entries: ChunkValues & ~Copyable>: ColumnEncoder {
  let options: ParquetWriterOptions
  let isNullable: Bool
  var values: Entries
  var pages: PageWriter
  /// The rows of the chunk as long as codes are collected, then those of the plain page.
  var presence = Presence()
  var isCollecting: Bool
  var trial: DictionaryTrial
  var codePages = CodePages()
  var baseCodes = BaseCodes()
  /// The plain page that is being filled, behind room for its levels.
  var page = ValueBuilder<UInt8>()
  /// What is put together for one page.
  var body = ValueBuilder<UInt8>()

  /// The most rows that are taken at a time, so that what is made of them stays in the processor's cache.
  static var rowsPerRun: Int { 8_192 }
  /// The room for a page's levels: enough when nothing is null.
  static var levelRoom: Int { 16 }

  init(_ layout: ColumnLayout, _ options: ParquetWriterOptions) throws {
    self.options = options
    isNullable = layout.field.isNullable
    values = Entries(layout)
    pages = try PageWriter(options)
    trial = DictionaryTrial(options.dictionary)
    isCollecting = Self.collects(options)
    beginPlainPage()
  }

  private static func collects(_ options: ParquetWriterOptions) -> Bool {
    Entries.allowsDictionary && options.dictionary != .never
  }

  func append(_ column: Column, present: Bitmap?) throws {
    var row = 0
    while row < column.count {
      row +=
        isCollecting
        ? try collect(column, from: row, present: present)
        : try appendPlain(column, from: row, present: present)
    }
    // What the run refers to may be a whole batch.
    values.unload()
  }

  /// Begins the body of a page with the levels of its rows.
  func beginBody(_ rows: Range<Int>) -> LevelByteCounts {
    body.truncate(to: 0)
    if isNullable { presence.encodeLevels(rows, options.dataPageVersion, into: &body) }
    return LevelByteCounts(definition: body.count)
  }

  func finishChunk() throws -> EncodedChunk {
    if isCollecting { try finishCollecting() }
    if presence.rowCount > 0 { try closePlainPage() }
    isCollecting = Self.collects(options)
    trial = DictionaryTrial(options.dictionary)
    return pages.takeChunk()
  }
}
