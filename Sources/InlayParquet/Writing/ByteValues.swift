import InlayBytes
import InlayColumns

/// The values of a string or binary column.
struct ByteValues: ChunkValues, ~Copyable {
  let isText: Bool
  let hasOrder: Bool
  // The current run.
  var run = Values<ByteView>([])
  var regions = ByteRegions()
  // The dictionary in its plain encoding, which is what its page will hold: length, bytes, length, bytes.
  var arena = ValueBuilder<UInt8>()
  // The entries; those that are not short lie in `arena`.
  var entries = ValueBuilder<ByteView>()
  // For each entry where its bytes begin in `arena`.
  var offsets = ValueBuilder<UInt32>()
  var table = CodeTable()
  // Whether `table` knows all entries.
  var isHashed = false
  var lookupBlock = LookupBlock()
  // A 1 for each entry that occurs in the page that is being surveyed.
  var seen = ValueBuilder<UInt8>()
  var extremes = ByteExtremes()

  /// What is worked out for a block of values at a time.
  struct LookupBlock: ~Copyable {
    var hashes = ValueBuilder<UInt64>()
    // For each long value where the bytes of the entry that is suggested for it begin; 0 for none.
    var places = ValueBuilder<UInt32>()
    // Which values must be searched.
    var unknown = ValueBuilder<UInt32>()
    var runs = Runs()
  }

  init(_ layout: ColumnLayout) {
    isText = layout.isText
    hasOrder = layout.order != .undefined
  }

  static var allowsDictionary: Bool { true }

  mutating func load(_ column: Column, _ selection: RowSelection) throws {
    guard case .views(let values) = column.storage else {
      throw InlayError(
        .invalidInput, "a column has other values than its field's type says: \(column.type)")
    }
    run = selection.positions.map { values.views.gathered($0) } ?? values.views[selection.rows]
    regions.replace(with: values.buffers)
  }

  mutating func unload() {
    run = Values([])
    regions.replace(with: [])
  }
}
