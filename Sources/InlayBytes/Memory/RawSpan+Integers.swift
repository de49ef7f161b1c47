extension RawSpan {
  /// Returns the four bytes at an offset as a number; the caller has compared it with the bounds, else it traps.
  @inlinable @inline(__always)
  public func littleEndian32(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset <= byteCount - 4)
    // Safe: four bytes are there, by the line above.
    return unsafe UInt32(
      littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self))
  }
}
