public import InlayBytes

extension ValueText {
  /// Writes an interval of 12 bytes as an ISO 8601 duration: `P1M2DT3.004S`; any other bytes as a binary value.
  public static func append(interval bytes: RawSpan, to text: inout ValueBuilder<UInt8>) {
    guard bytes.byteCount == 12 else { return append(binary: bytes, to: &text) }
    let millis = bytes.littleEndian32(at: 8)
    text.append(utf8: "P\(bytes.littleEndian32(at: 0))M\(bytes.littleEndian32(at: 4))DT\(millis / 1_000).")
    let fraction = String(millis % 1_000)
    text.append(utf8: String(repeating: "0", count: 3 - fraction.count) + fraction + "S")
  }

  /// Writes a UUID of 16 bytes in its five groups; any other bytes as a binary value.
  public static func append(uuid bytes: RawSpan, to text: inout ValueBuilder<UInt8>) {
    guard bytes.byteCount == 16 else { return append(binary: bytes, to: &text) }
    for (first, end) in [(0, 4), (4, 6), (6, 8), (8, 10), (10, 16)] {
      if first > 0 { text.append(UInt8(ascii: "-")) }
      append(binary: bytes.extracting(first..<end), to: &text)
    }
  }
}
