public import InlayBytes

/// Collects bits into a ``Bitmap``.
public struct BitmapBuilder: ~Copyable {
  @usableFromInline var bytes: ValueBuilder<UInt8>
  @usableFromInline var used = 0

  /// The number of bits.
  @inlinable public var count: Int { used }

  /// Makes an empty builder with room for `capacity` bits.
  public init(capacity: Int = 0) { bytes = ValueBuilder(capacity: (capacity + 7) / 8) }

  /// Adds a bit.
  @inlinable
  public mutating func append(_ bit: Bool) {
    let position = used & 7
    if position == 0 { bytes.append(0) }
    if bit { bytes[bytes.count &- 1] |= 1 << UInt8(truncatingIfNeeded: position) }
    used &+= 1
  }

  /// Adds a bit `times` times; O(times / 8).
  public mutating func append(repeating bit: Bool, count times: Int) {
    var left = times
    while left > 0 && used & 7 != 0 {
      append(bit)
      left -= 1
    }
    bytes.append(repeating: bit ? 0xFF : 0, count: left / 8)
    used += left / 8 * 8
    for _ in 0..<left % 8 { append(bit) }
  }

  /// Adds the low `length` bits of a word, 0 to 64, the least significant first; O(length / 8).
  @inlinable
  public mutating func append(word: UInt64, count length: Int) {
    precondition(length >= 0 && length <= 64)
    guard length > 0 else { return }
    var word = word & (UInt64.max >> UInt64(64 &- length))
    var left = length
    let position = used & 7
    if position != 0 {
      // What the last byte has room for.
      bytes[bytes.count &- 1] |= UInt8(truncatingIfNeeded: word << UInt64(position))
      word >>= UInt64(8 &- position)
      left &-= 8 &- position
    }
    while left > 0 {
      bytes.append(UInt8(truncatingIfNeeded: word))
      word >>= 8
      left &-= 8
    }
    used &+= length
  }

  /// Adds all bits of a bitmap; O(count / 8).
  public mutating func append(_ bits: Bitmap) {
    for index in stride(from: 0, to: bits.count, by: 64) {
      append(word: bits.word(at: index), count: Swift.min(64, bits.count - index))
    }
  }

  /// Hands the bits over as a bitmap.
  public consuming func freeze() -> Bitmap {
    let count = used
    return Bitmap(buffer: bytes.freeze().buffer, count: count)
  }
}
