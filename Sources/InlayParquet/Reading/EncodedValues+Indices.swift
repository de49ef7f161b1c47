import InlayBytes
import InlayColumns

extension EncodedValues {
  /// Writes the wanted dictionary indices, each less than `limit`, to the front of `room`.
  func readIndices(below limit: Int, into room: inout MutableSpan<UInt32>) throws {
    // A page of nulls only may have no bytes at all.
    guard count > 0 else { return }
    let bytes = bytes
    guard bytes.byteCount > 0 else { throw PlainDecoder.tooShort }
    let bitWidth = Int(bytes.byte(at: 0))
    guard bitWidth <= 32 else {
      throw InlayError(.corrupt, "dictionary indices have at most 32 bits: \(bitWidth)")
    }
    var decoder = HybridDecoder(bytes.extracting(droppingFirst: 1), bitWidth: bitWidth)
    try decoder.skip(skippedCount)
    let greatest = try decoder.read(count, into: &room)
    guard Int(greatest) < limit else {
      throw InlayError(.corrupt, "an index is beyond the dictionary's \(limit) values: \(greatest)")
    }
  }
}
