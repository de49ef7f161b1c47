import CInlayKernels
import InlayBytes

/// Unpacks integers of equal width that lie bit after bit, the least significant first.
enum BitUnpacker {
  /// Writes `count` values of 1 to 32 bits, the first of which begins at a bit of `bytes`, to `room` from `start` on, and
  /// returns the greatest of them, or 0.
  ///
  /// All of them lie within the bytes and the room; anything else is a fault of the caller and traps.
  static func unpack(
    _ bytes: RawSpan, from position: Int, bitWidth: Int, count: Int, into room: inout MutableSpan<UInt32>,
    at start: Int
  ) -> UInt32 {
    guard bitWidth >= 1 && bitWidth <= inlay_unpack_widest, count >= 16 else {
      return unpackPlainly(bytes, from: position, bitWidth: bitWidth, count: count, into: &room, at: start)
    }
    precondition(count >= 0 && position >= 0 && position + count * bitWidth <= bytes.byteCount * 8)
    precondition(start >= 0 && start + count <= room.count)
    // The kernel begins at a byte: at the latest the eighth value does.
    var before = 0
    while (position + before * bitWidth) & 7 != 0 { before += 1 }
    let groups = bytes.extracting(droppingFirst: (position + before * bitWidth) >> 3)
    var greatest: UInt32 = 0
    let taken = unsafe room.withUnsafeMutableBufferPointer { room in
      // Safe: the kernel writes eight values for each group, which the room has from `start + before` on, and reads no
      // more than the bytes.
      unsafe groups.withUnsafeBytes { groups in
        unsafe inlay_unpack_groups(
          groups.baseAddress?.assumingMemoryBound(to: UInt8.self), groups.count, UInt32(bitWidth),
          (count - before) / 8, room.baseAddress.map { unsafe $0 + start + before }, &greatest)
      }
    }
    let head = unpackPlainly(bytes, from: position, bitWidth: bitWidth, count: before, into: &room, at: start)
    let done = before + taken * 8
    let tail = unpackPlainly(
      bytes, from: position + done * bitWidth, bitWidth: bitWidth, count: count - done, into: &room,
      at: start + done)
    return Swift.max(head, greatest, tail)
  }

  /// Does the same one value after the other, for values of any type; what is too wide for it is cut off.
  @discardableResult
  static func unpackPlainly<Value: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: RawSpan, from position: Int, bitWidth: Int, count: Int, into room: inout MutableSpan<Value>,
    at start: Int
  ) -> Value {
    precondition(bitWidth >= 1 && bitWidth <= 32 && count >= 0 && position >= 0)
    precondition(position + count * bitWidth <= bytes.byteCount * 8)
    precondition(start >= 0 && start + count <= room.count)
    let mask = UInt64.max >> UInt64(64 - bitWidth)
    // A load takes eight bytes, so the last values are left to a slower one.
    let lastLoad = (bytes.byteCount - 8) * 8 + 7
    let wide = Swift.max(0, Swift.min(count, (lastLoad - position) / bitWidth + 1))
    let fast = bytes.byteCount < 8 || lastLoad < position ? 0 : wide
    var bit = position
    var greatest: Value = 0
    for index in 0..<fast {
      // Safe: value `index` begins at or before `lastLoad`, so eight bytes are left; the room was checked above.
      let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: bit >> 3, as: UInt64.self)
      let bits = UInt64(littleEndian: word) >> UInt64(truncatingIfNeeded: bit & 7) & mask
      let value = Value(truncatingIfNeeded: bits)
      unsafe room[unchecked: start &+ index] = value
      greatest = Swift.max(greatest, value)
      bit &+= bitWidth
    }
    for index in fast..<count {
      let value = Value(truncatingIfNeeded: tail(bytes, from: bit >> 3) >> UInt64(bit & 7) & mask)
      room[start + index] = value
      greatest = Swift.max(greatest, value)
      bit += bitWidth
    }
    return greatest
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
