import InlayBytes
import InlayColumns

/// The part of a decompressed data page that a batch wants.
struct PageSlice {
  /// The buffer that holds the values, and where in it.
  let buffer: Buffer
  let valueBytes: Range<Int>
  let encoding: Encoding
  /// The number of wanted rows.
  let rowCount: Int
  /// Which of the wanted rows have a value; nil when all have.
  let validity: Bitmap?
  /// The number of values before the first wanted one.
  let skippedCount: Int
  /// The number of wanted values, nulls not counted.
  let valueCount: Int

  /// The bytes of all values of the page.
  var values: RawSpan {
    @_lifetime(borrow self)
    get { buffer.bytes.extracting(valueBytes) }
  }

  /// Moves the values that were decoded to the front of `room` to their rows.
  func spread<Value: BitwiseCopyable>(_ room: inout MutableSpan<Value>, filler: Value) {
    guard let validity else { return }
    NullSpreading.spread(&room, by: validity, valueCount: valueCount, filler: filler)
  }

  /// The error for an encoding that cannot be read for the column's type.
  var unsupportedEncoding: InlayError {
    InlayError(.unsupported, "values of this type in this encoding cannot be read yet: \(encoding)")
  }
}

extension PageSlice {
  /// Writes the wanted dictionary indices, each less than `limit`, to the front of `room`.
  func readIndices(below limit: Int, into room: inout MutableSpan<UInt32>) throws {
    // A page of nulls only may have no bytes at all.
    guard valueCount > 0 else { return }
    let bytes = values
    guard bytes.byteCount > 0 else { throw PlainDecoder.tooShort }
    let bitWidth = Int(bytes.byte(at: 0))
    guard bitWidth <= 32 else {
      throw InlayError(.corrupt, "dictionary indices have at most 32 bits: \(bitWidth)")
    }
    var decoder = HybridDecoder(bytes.extracting(droppingFirst: 1), bitWidth: bitWidth)
    try decoder.skip(skippedCount)
    try decoder.read(valueCount, into: &room)
    var greatest: UInt32 = 0
    for index in 0..<valueCount { greatest = Swift.max(greatest, room[index]) }
    guard Int(greatest) < limit else {
      throw InlayError(.corrupt, "an index is beyond the dictionary's \(limit) values: \(greatest)")
    }
  }
}

extension Encoding {
  /// Whether values are indices into the dictionary page.
  var isDictionary: Bool { self == .rleDictionary || self == .plainDictionary }
}
