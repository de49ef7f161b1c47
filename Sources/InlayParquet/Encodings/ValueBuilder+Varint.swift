import InlayBytes

extension ValueBuilder<UInt8> {
  /// Appends a number in groups of 7 bits, the least significant first: ULEB128.
  mutating func append(varint value: UInt64) {
    var value = value
    while value >= 0x80 {
      append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    append(UInt8(truncatingIfNeeded: value))
  }

  /// Appends a signed number as a varint in which small magnitudes are short.
  mutating func append(zigzag value: Int64) {
    append(varint: UInt64(bitPattern: value << 1 ^ value >> 63))
  }
}
