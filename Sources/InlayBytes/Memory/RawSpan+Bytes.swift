extension RawSpan {
  /// Returns the byte at an offset; one beyond the end traps.
  @inlinable @inline(__always)
  public func byte(at offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < byteCount)
    // Safe: the offset was compared with the bounds.
    return unsafe unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }

  /// Returns whether two spans hold the same bytes; O(byteCount).
  @inlinable
  public func hasSameBytes(as other: RawSpan) -> Bool {
    guard byteCount == other.byteCount else { return false }
    var offset = 0
    while byteCount &- offset >= 8 {
      // Safe: eight bytes are left in both.
      let mine = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      let theirs = unsafe other.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      if mine != theirs { return false }
      offset &+= 8
    }
    if offset == byteCount { return true }
    if byteCount >= 8 {
      // Safe: the last eight bytes of both; some of them were compared before, which does no harm.
      let mine = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: byteCount &- 8, as: UInt64.self)
      return unsafe mine
        == other.unsafeLoadUnaligned(fromUncheckedByteOffset: byteCount &- 8, as: UInt64.self)
    }
    while offset < byteCount {
      if byte(at: offset) != other.byte(at: offset) { return false }
      offset &+= 1
    }
    return true
  }

  /// Returns whether these bytes come before others in the lexicographic order of unsigned bytes; O(byteCount).
  @inlinable
  public func precedes(_ other: RawSpan) -> Bool {
    let common = min(byteCount, other.byteCount)
    var offset = 0
    while common &- offset >= 8 {
      // Safe: eight bytes are left in both.
      let mine = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      let theirs = unsafe other.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      if mine != theirs { return mine.bigEndian < theirs.bigEndian }
      offset &+= 8
    }
    while offset < common {
      let (mine, theirs) = (byte(at: offset), other.byte(at: offset))
      if mine != theirs { return mine < theirs }
      offset &+= 1
    }
    return byteCount < other.byteCount
  }
}
