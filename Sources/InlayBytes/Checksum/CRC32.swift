import CInlayKernels

/// The CRC-32 of gzip, PNG and Parquet pages: polynomial 0x04C11DB7, reflected, inverted at both ends.
public enum CRC32 {
  /// Returns the checksum of `bytes`, or of what `previous` is the checksum of followed by `bytes`; O(byteCount).
  public static func checksum(_ bytes: RawSpan, continuing previous: UInt32 = 0) -> UInt32 {
    var state = ~previous
    var rest = bytes
    let folded = bytes.byteCount & ~15
    if folded >= 64 && canFold {
      let head = bytes.extracting(first: folded)
      // Safe: the kernel reads the `folded` bytes of the span and nothing else.
      state = unsafe head.withUnsafeBytes { unsafe inlay_crc32_fold(state, $0.baseAddress, $0.count) }
      rest = bytes.extracting(droppingFirst: folded)
    }
    return ~update(state, rest)
  }

  private static let canFold = inlay_crc32_can_fold()

  /// Takes bytes into a state, eight at a time by table: what processors without the kernel do, and what every one does
  /// with the last few bytes.
  static func update(_ state: UInt32, _ bytes: RawSpan) -> UInt32 {
    var state = state
    var offset = 0
    let table = tables.span
    precondition(table.count == 2_048)
    while bytes.byteCount &- offset >= 8 {
      // Safe: eight bytes are left, by the loop's condition.
      let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
        .littleEndian
      var mixed = word ^ UInt64(state)
      state = 0
      for place in 0..<8 {
        // Safe: 7 * 256 + 255 is the last of the 2,048 entries.
        state ^= unsafe table[unchecked: (7 &- place) &* 256 &+ Int(mixed & 0xFF)]
        mixed >>= 8
      }
      offset &+= 8
    }
    while offset < bytes.byteCount {
      state = table[Int((state ^ UInt32(bytes.byte(at: offset))) & 0xFF)] ^ (state >> 8)
      offset &+= 1
    }
    return state
  }

  /// Entry `256 * n + b` is what byte `b` becomes when `n` zero bytes follow it.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 2_048)
    for byte in 0..<256 {
      tables[byte] = (0..<8).reduce(UInt32(byte)) { state, _ in
        state >> 1 ^ (state & 1 == 1 ? 0xEDB8_8320 : 0)
      }
    }
    for index in 256..<2_048 {
      let before = tables[index - 256]
      tables[index] = tables[Int(before & 0xFF)] ^ (before >> 8)
    }
    return tables
  }()
}
