/// xxHash of 32 bits with seed 0 (xxhash_spec.md, "XXH32 Algorithm Description"), which LZ4's frames carry.
public enum XXHash32 {
  private static let primes: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D, 0x27D4_EB2F, 0x1656_67B1
  )

  /// Returns the hash of all bytes; O(byteCount).
  public static func hash(_ bytes: RawSpan) -> UInt32 {
    let whole = bytes.byteCount & ~15
    var state = primes.4
    if whole > 0 { state = stripes(bytes.extracting(first: whole)) }
    state &+= UInt32(truncatingIfNeeded: bytes.byteCount)
    return mixed(tail(state, bytes.extracting(droppingFirst: whole)))
  }

  /// Takes 16 bytes at a time into four lanes, and brings these together.
  private static func stripes(_ bytes: RawSpan) -> UInt32 {
    var lanes = SIMD4<UInt32>(primes.0 &+ primes.1, primes.1, 0, 0 &- primes.0)
    var offset = 0
    while bytes.byteCount &- offset >= 16 {
      // Safe: 16 bytes are left, by the loop's condition.
      let words = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD4<UInt32>.self)
      let sums = lanes &+ words &* primes.1
      lanes = (sums &<< 13 | sums &>> 19) &* primes.0
      offset &+= 16
    }
    return rotated(lanes[0], 1) &+ rotated(lanes[1], 7) &+ rotated(lanes[2], 12) &+ rotated(lanes[3], 18)
  }

  /// Takes the last bytes, less than 16, into the state.
  private static func tail(_ state: UInt32, _ bytes: RawSpan) -> UInt32 {
    var state = state
    var offset = 0
    while bytes.byteCount - offset >= 4 {
      let word = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes.byte(at: offset + $1)) << UInt32(8 * $1) }
      state = rotated(state &+ word &* primes.2, 17) &* primes.3
      offset += 4
    }
    while offset < bytes.byteCount {
      state = rotated(state &+ UInt32(bytes.byte(at: offset)) &* primes.4, 11) &* primes.0
      offset += 1
    }
    return state
  }

  private static func mixed(_ state: UInt32) -> UInt32 {
    var state = state
    state = (state ^ state >> 15) &* primes.1
    state = (state ^ state >> 13) &* primes.2
    return state ^ state >> 16
  }

  @inline(__always)
  private static func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value &<< count | value &>> (32 &- count)
  }
}
