import InlayBytes

/// Reads integers whose bytes give seven bits each, the lowest first (ULEB128).
struct VarintReader: ~Escapable {
  private let bytes: RawSpan
  /// Where the next integer begins.
  private(set) var offset: Int

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Returns the next integer; bits beyond 64 are an error.
  mutating func unsigned() throws -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 70, by: 7) {
      guard offset < bytes.byteCount else { throw PlainDecoder.tooShort }
      let byte = bytes.byte(at: offset)
      offset += 1
      // Of the tenth byte one bit is left.
      guard shift < 63 || byte <= 1 else { break }
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return value }
    }
    throw InlayError(.corrupt, "an integer of variable length has more than 64 bits")
  }

  /// Returns the next integer as the number of something, which is below 2³².
  mutating func count() throws -> Int {
    let value = try unsigned()
    guard let count = UInt32(exactly: value) else {
      throw InlayError(.corrupt, "a number of differences is out of range: \(value)")
    }
    return Int(count)
  }

  /// Returns the next integer, whose lowest bit is its sign, in two's complement.
  mutating func zigzag() throws -> UInt64 {
    let value = try unsigned()
    return value >> 1 ^ (0 &- (value & 1))
  }
}
