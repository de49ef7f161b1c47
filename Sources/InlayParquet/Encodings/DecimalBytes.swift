import InlayBytes

/// Decimals as bytes: two's complement, the most significant byte first (LogicalTypes.md, DECIMAL).
enum DecimalBytes {
  /// Returns the number; nil when it does not fit 128 bits.
  static func number(_ bytes: RawSpan) -> Int128? {
    guard bytes.byteCount > 0 else { return nil }
    let sign: UInt8 = bytes.byte(at: 0) < 0x80 ? 0 : 0xFF
    let surplus = Swift.max(0, bytes.byteCount - 16)
    for index in 0..<surplus where bytes.byte(at: index) != sign { return nil }
    var value: Int128 = sign == 0 ? 0 : -1
    for index in surplus..<bytes.byteCount { value = value << 8 | Int128(bytes.byte(at: index)) }
    return (value < 0) == (sign != 0) ? value : nil
  }
}
