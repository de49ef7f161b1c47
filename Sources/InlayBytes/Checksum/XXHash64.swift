/// The 64-bit hash of the xxHash family with seed 0: what Parquet's bloom filters are made of (BloomFilter.md, "Hash
/// Function").
public enum XXHash64 {
  @usableFromInline static var prime1: UInt64 { 0x9E37_79B1_85EB_CA87 }
  @usableFromInline static var prime2: UInt64 { 0xC2B2_AE3D_27D4_EB4F }
  @usableFromInline static var prime3: UInt64 { 0x1656_67B1_9E37_79F9 }
  @usableFromInline static var prime4: UInt64 { 0x85EB_CA77_C2B2_AE63 }
  @usableFromInline static var prime5: UInt64 { 0x27D4_EB2F_1656_67C5 }

  /// Hashes the bytes of a span; O(byteCount).
  public static func hash(_ bytes: RawSpan) -> UInt64 {
    let count = bytes.byteCount
    var offset = 0
    var state = prime5
    if count >= 32 { (state, offset) = stripes(bytes) }
    state &+= UInt64(truncatingIfNeeded: count)
    while count &- offset >= 8 {
      state ^= round(0, word(bytes, at: offset))
      state = rotated(state, 27) &* prime1 &+ prime4
      offset &+= 8
    }
    if count &- offset >= 4 {
      state ^= Hash64.word(bytes, at: offset, count: 4) &* prime1
      state = rotated(state, 23) &* prime2 &+ prime3
      offset &+= 4
    }
    while offset < count {
      state ^= UInt64(bytes.byte(at: offset)) &* prime5
      state = rotated(state, 11) &* prime1
      offset &+= 1
    }
    return avalanche(state)
  }

  /// Hashes the four bytes of a number, the least significant first.
  @inlinable
  public static func hash(_ value: UInt32) -> UInt64 {
    var state = (prime5 &+ 4) ^ (UInt64(value) &* prime1)
    state = rotated(state, 23) &* prime2 &+ prime3
    return avalanche(state)
  }

  /// Hashes the eight bytes of a number, the least significant first.
  @inlinable
  public static func hash(_ value: UInt64) -> UInt64 {
    var state = (prime5 &+ 8) ^ round(0, value)
    state = rotated(state, 27) &* prime1 &+ prime4
    return avalanche(state)
  }

  /// Takes all whole stripes of 32 bytes, in four states beside each other.
  private static func stripes(_ bytes: RawSpan) -> (state: UInt64, offset: Int) {
    var (first, second) = (prime1 &+ prime2, prime2)
    var (third, fourth) = (UInt64(0), 0 &- prime1)
    var offset = 0
    while bytes.byteCount &- offset >= 32 {
      first = round(first, word(bytes, at: offset))
      second = round(second, word(bytes, at: offset &+ 8))
      third = round(third, word(bytes, at: offset &+ 16))
      fourth = round(fourth, word(bytes, at: offset &+ 24))
      offset &+= 32
    }
    var state = rotated(first, 1) &+ rotated(second, 7) &+ rotated(third, 12) &+ rotated(fourth, 18)
    for part in [first, second, third, fourth] { state = (state ^ round(0, part)) &* prime1 &+ prime4 }
    return (state, offset)
  }

  @usableFromInline @inline(__always)
  static func round(_ state: UInt64, _ word: UInt64) -> UInt64 {
    rotated(state &+ word &* prime2, 31) &* prime1
  }

  @usableFromInline @inline(__always)
  static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 { word << count | word >> (64 &- count) }

  @usableFromInline @inline(__always)
  static func avalanche(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ hash >> 33) &* prime2
    hash = (hash ^ hash >> 29) &* prime3
    return hash ^ hash >> 32
  }

  private static func word(_ bytes: RawSpan, at offset: Int) -> UInt64 {
    Hash64.word(bytes, at: offset, count: 8)
  }
}
