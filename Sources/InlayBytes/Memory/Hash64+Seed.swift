extension Hash64 {
  /// Hashes the bytes of a span beginning with a seed; O(byteCount), 16 bytes a step.
  ///
  /// Who does not know the seed cannot choose bytes that collide.
  @inlinable
  public static func hash(_ bytes: RawSpan, seed: UInt64) -> UInt64 {
    let count = bytes.byteCount
    var state = mix(UInt64(truncatingIfNeeded: count), seed)
    guard count >= 16 else {
      return mix(state ^ word(bytes, at: 0, count: min(count, 8)), upperWord(bytes) ^ seed)
    }
    var offset = 0
    while count &- offset > 16 {
      // Safe: more than 16 bytes are left, by the loop's condition.
      let low = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      let high = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 8, as: UInt64.self)
      state = mix(state ^ low, high ^ seed)
      offset &+= 16
    }
    // Safe: there are at least 16 bytes; the last 16 may overlap those that were taken before, which does no harm.
    let low = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 16, as: UInt64.self)
    let high = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 8, as: UInt64.self)
    return mix(state ^ low, high ^ seed)
  }
}
