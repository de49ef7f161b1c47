import InlayBytes
import InlayColumns

/// The hash of strings and binaries in a dictionary: of the words that a short value is, and of few overlapping words
/// of a long one.
enum ByteHash {
  /// Returns the hash of a value.
  @inline(__always)
  static func hash(_ view: ByteView, _ bytes: RawSpan) -> UInt64 {
    view.isInline ? Hash64.mix(view.low, view.high) : hash(long: bytes)
  }

  /// Returns the hash of a value of more than 12 bytes.
  @inline(__always)
  static func hash(long bytes: RawSpan) -> UInt64 {
    let count = bytes.byteCount
    precondition(count > ByteView.inlineCapacity)
    guard count <= 32 else { return Hash64.hash(bytes) }
    // Safe: there are more than 12 bytes, and more than 16 where the inner words are taken.
    let head = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt64.self)
    let tail = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 8, as: UInt64.self)
    let outer = Hash64.mix(head ^ UInt64(truncatingIfNeeded: count), tail)
    guard count > 16 else { return outer }
    let second = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 8, as: UInt64.self)
    let third = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 16, as: UInt64.self)
    return Hash64.mix(outer ^ second, third)
  }

  /// Returns whether two values of one length, more than 12 bytes, are equal.
  @inline(__always)
  static func isSame(long first: RawSpan, _ second: RawSpan) -> Bool {
    let count = first.byteCount
    precondition(count > ByteView.inlineCapacity && second.byteCount == count)
    guard count <= 32 else { return first.hasSameBytes(as: second) }
    var difference = difference(first, second, at: 0) | Self.difference(first, second, at: count &- 8)
    if count > 16 {
      difference |= Self.difference(first, second, at: 8) | Self.difference(first, second, at: count &- 16)
    }
    return difference == 0
  }

  /// The bits in which two words differ; the caller made sure that both have eight bytes from `offset` on.
  @inline(__always)
  private static func difference(_ first: RawSpan, _ second: RawSpan, at offset: Int) -> UInt64 {
    // Safe: see above.
    unsafe first.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      ^ second.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
  }
}
