import InlayBytes
import InlayColumns

extension ColumnChunkReader {
  /// Decodes booleans.
  func booleans(_ rows: Range<Int>) throws -> Column {
    var values = BitmapBuilder(capacity: rows.count)
    var validity = ValidityBuilder(capacity: rows.count)
    try forEachSlice(rows) { slice in
      validity.append(slice)
      let bits = try slice.bits()
      if let validity = slice.validity {
        values.append(bits, spreadBy: validity)
      } else {
        values.append(bits)
      }
    }
    return Column(type: .boolean, storage: .boolean(values.freeze()), validity: validity.freeze())
  }
}

extension PageSlice {
  /// Returns the wanted values.
  fileprivate func bits() throws -> Bitmap {
    switch encoding {
    case .plain:
      guard skippedCount + valueCount <= values.byteCount * 8 else { throw PlainDecoder.tooShort }
      return Bitmap(buffer: buffer, bitOffset: valueBytes.lowerBound * 8 + skippedCount, count: valueCount)
    case .rle: return try runLengthBits()
    default: throw unsupportedEncoding
    }
  }

  /// Decodes runs, which follow their length in four bytes.
  private func runLengthBits() throws -> Bitmap {
    var bits = BitmapBuilder(capacity: valueCount)
    guard valueCount > 0 else { return bits.freeze() }
    let bytes = values
    guard bytes.byteCount >= 4 else { throw PlainDecoder.tooShort }
    let length = Int(bytes.littleEndian32(at: 0))
    guard length <= bytes.byteCount - 4 else { throw PlainDecoder.tooShort }
    var decoder = HybridDecoder(bytes.extracting(4..<4 + length), bitWidth: 1)
    try decoder.skip(skippedCount)
    try decoder.read(valueCount, into: &bits)
    return bits.freeze()
  }
}

extension BitmapBuilder {
  /// Adds as many bits as `validity` has: where it has a 1 the next of `bits`, elsewhere a 0.
  fileprivate mutating func append(_ bits: Bitmap, spreadBy validity: Bitmap) {
    var next = 0
    for index in 0..<validity.count {
      let isThere = validity[index]
      append(isThere && bits[next])
      if isThere { next += 1 }
    }
  }
}
