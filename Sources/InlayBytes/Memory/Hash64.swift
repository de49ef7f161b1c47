/// A 64-bit hash for join keys and dictionaries: fast on short inputs, the same in every process.
///
/// Each step multiplies two words to 128 bits and folds the halves, so that every input bit reaches every output bit.
/// It does not resist an attacker who chooses keys to collide; tables that use it compare keys in full and bound
/// their probes.
public enum Hash64 {
  /// Folds two words into one.
  @inlinable @inline(__always)
  public static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: second ^ 0xD6E8_FEB8_6659_FD93)
    return product.low ^ product.high
  }

  /// Hashes the bytes of a span; O(byteCount), 16 bytes a step.
  @inlinable
  public static func hash(_ bytes: RawSpan) -> UInt64 {
    let count = bytes.byteCount
    var state = mix(UInt64(truncatingIfNeeded: count), 0xA076_1D64_78BD_642F)
    guard count >= 16 else { return mix(state ^ word(bytes, at: 0, count: min(count, 8)), upperWord(bytes)) }
    var offset = 0
    while count &- offset > 16 {
      // Safe: more than 16 bytes are left, by the loop's condition.
      let low = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      let high = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 8, as: UInt64.self)
      state = mix(state ^ low, high)
      offset &+= 16
    }
    // Safe: there are at least 16 bytes; the last 16 may overlap those that were taken before, which does no harm.
    let low = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 16, as: UInt64.self)
    let high = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 8, as: UInt64.self)
    return mix(state ^ low, high)
  }

  /// The bytes from the eighth on, of fewer than 16.
  @inlinable
  static func upperWord(_ bytes: RawSpan) -> UInt64 {
    let count = bytes.byteCount
    guard count > 8 else { return 0 }
    // The last eight bytes, without those that the first eight have too.
    let last = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count &- 8, as: UInt64.self).littleEndian
    return last >> UInt64(truncatingIfNeeded: (16 &- count) &* 8)
  }

  /// Up to eight bytes as one word, the first the least significant.
  @inlinable
  static func word(_ bytes: RawSpan, at offset: Int, count: Int) -> UInt64 {
    if count == 8 {
      return unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }
    var word: UInt64 = 0
    for index in 0..<count { word |= UInt64(bytes.byte(at: offset &+ index)) << UInt64(index &* 8) }
    return word
  }
}
