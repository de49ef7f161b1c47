import InlayBytes
import InlayColumns

extension EncodedValues {
  /// Returns the wanted booleans.
  func bits() throws -> Bitmap {
    switch encoding {
    case .plain:
      guard skippedCount + count <= byteRange.count * 8 else { throw PlainDecoder.tooShort }
      return Bitmap(buffer: buffer, bitOffset: byteRange.lowerBound * 8 + skippedCount, count: count)
    case .rle: return try runLengthBits()
    default: throw refusal
    }
  }

  /// Decodes runs, which follow their length in four bytes.
  private func runLengthBits() throws -> Bitmap {
    var bits = BitmapBuilder(capacity: count)
    guard count > 0 else { return bits.freeze() }
    let bytes = bytes
    guard bytes.byteCount >= 4 else { throw PlainDecoder.tooShort }
    let length = Int(bytes.littleEndian32(at: 0))
    guard length <= bytes.byteCount - 4 else { throw PlainDecoder.tooShort }
    var decoder = HybridDecoder(bytes.extracting(4..<4 + length), bitWidth: 1)
    try decoder.skip(skippedCount)
    try decoder.read(count, into: &bits)
    return bits.freeze()
  }
}
