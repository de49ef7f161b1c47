public import InlayBytes

extension ViewValues {
  /// Returns the hash of the value at an index: equal for equal bytes, wherever they lie.
  @inlinable @inline(__always)
  public func hash(at index: Int) -> UInt64 {
    let view = views[index]
    return view.isInline ? Hash64.mix(view.low, view.high) : Hash64.hash(bytes(at: index))
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
