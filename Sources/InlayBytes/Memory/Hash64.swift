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

  /// Hashes the bytes of a span; O(byteCount), 8 bytes a step.
  @inlinable
  public static func hash(_ bytes: RawSpan) -> UInt64 {
    let count = bytes.byteCount
    var state = mix(UInt64(truncatingIfNeeded: count), 0xA076_1D64_78BD_642F)
    var offset = 0
    while count - offset >= 16 {
      // Safe: 16 bytes are left, by the loop's condition.
      let low = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      let high = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 8, as: UInt64.self)
      state = mix(state ^ low, high)
      offset &+= 16
    }
    if count - offset >= 8 {
      state = mix(state, unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    var tail: UInt64 = 0
    while offset < count {
      tail = tail << 8 | UInt64(unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self))
      offset &+= 1
    }
    return mix(state, tail)
  }
}
