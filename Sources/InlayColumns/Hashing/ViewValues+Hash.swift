public import InlayBytes

extension ViewValues {
  /// Returns the hash of the value at an index: equal for equal bytes, wherever they lie.
  @inlinable @inline(__always)
  public func hash(at index: Int) -> UInt64 {
    let view = views[index]
    return view.isInline ? Hash64.mix(view.low, view.high) : Hash64.hash(bytes(at: index))
  }

  /// Returns the hash of the value at an index, beginning with a seed: who does not know it cannot choose values that
  /// collide.
  @inlinable @inline(__always)
  public func hash(at index: Int, seed: UInt64) -> UInt64 {
    let view = views[index]
    guard view.isInline else { return Hash64.hash(bytes(at: index), seed: seed) }
    return Hash64.mix(Hash64.mix(view.low, seed) ^ view.high, seed &+ 0x9FB2_1C65_1E98_DF25)
  }

  /// Returns where the bytes of a long value lie, or 0 for a short one: for prefetching, nothing is checked.
  @inlinable @inline(__always)
  public func address(at index: Int) -> UInt {
    let view = views[index]
    return view.isInline ? 0 : regions[view.buffer].address &+ UInt(bitPattern: view.offset)
  }

  /// Returns whether the value at `index` has the same bytes as the one at `otherIndex` of `other`.
  @inlinable @inline(__always)
  public func isSame(at index: Int, as other: ViewValues, at otherIndex: Int) -> Bool {
    let mine = views[index]
    let theirs = other.views[otherIndex]
    // The length and the first four bytes decide nearly always.
    guard mine.low == theirs.low else { return false }
    if mine.isInline { return mine.high == theirs.high }
    return bytes(at: index).hasSameBytes(as: other.bytes(at: otherIndex))
  }
}
