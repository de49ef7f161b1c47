import InlayBytes

/// Unpacks integers of equal width that lie bit after bit, the least significant first.
enum BitUnpacker {
  /// Writes `count` values of 1 to 32 bits, the first of which begins at a bit of `bytes`, to `room` from `start` on;
  /// what is too wide for the room's values is cut off.
  ///
  /// All of them lie within the bytes and the room; anything else is a fault of the caller and traps.
  static func unpack<Value: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: RawSpan, from position: Int, bitWidth: Int, count: Int, into room: inout MutableSpan<Value>,
    at start: Int
  ) {
    precondition(bitWidth >= 1 && bitWidth <= 32 && count >= 0 && position >= 0)
    precondition(position + count * bitWidth <= bytes.byteCount * 8)
    precondition(start >= 0 && start + count <= room.count)
    let mask = UInt64.max >> UInt64(64 - bitWidth)
    // A load takes eight bytes, so the last values are left to a slower one.
    let lastLoad = (bytes.byteCount - 8) * 8 + 7
    let wide = Swift.max(0, Swift.min(count, (lastLoad - position) / bitWidth + 1))
    let fast = bytes.byteCount < 8 || lastLoad < position ? 0 : wide
    var bit = position
    for index in 0..<fast {
      // Safe: value `index` begins at or before `lastLoad`, so eight bytes are left; the room was checked above.
      let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: bit >> 3, as: UInt64.self)
      let value = UInt64(littleEndian: word) >> UInt64(truncatingIfNeeded: bit & 7) & mask
      unsafe room[unchecked: start &+ index] = Value(truncatingIfNeeded: value)
      bit &+= bitWidth
    }
    for index in fast..<count {
      room[start + index] = Value(truncatingIfNeeded: tail(bytes, from: bit >> 3) >> UInt64(bit & 7) & mask)
      bit += bitWidth
    }
  }

  /// The up to eight bytes that are left from an offset on.
  private static func tail(_ bytes: RawSpan, from offset: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<Swift.min(8, bytes.byteCount - offset) {
      word |= UInt64(bytes.byte(at: offset + index)) << UInt64(index * 8)
    }
    return word
  }
}
