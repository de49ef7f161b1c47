/// A string or binary value in 16 bytes, in Arrow's layout: the length, then either all bytes, when they are at most
/// 12, or the first four, the number of the buffer that holds them, and the offset in it.
///
/// Two views of short values are equal bit for bit exactly when the values are: unused bytes are zero.
@frozen
public struct ByteView: BitwiseCopyable, Sendable {
  /// The length in the low half and the first four bytes in the high half.
  public var low: UInt64
  /// Bytes 4 to 11 of a short value; of a long one the buffer's number in the low half and the offset in the high half.
  public var high: UInt64

  /// The most bytes that a view holds itself.
  @inlinable public static var inlineCapacity: Int { 12 }

  /// The view of the empty value.
  @inlinable public static var empty: ByteView { ByteView(low: 0, high: 0) }

  /// Makes a view from its two words.
  @inlinable @inline(__always)
  public init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Makes the view of a value of more than 12 bytes that lies in a buffer.
  @inlinable @inline(__always)
  public init(count: UInt32, prefix: UInt32, buffer: UInt32, offset: UInt32) {
    low = UInt64(count) | UInt64(prefix) << 32
    high = UInt64(buffer) | UInt64(offset) << 32
  }

  /// Makes the view of a value that lies in a buffer at an offset; a short value is taken in.
  ///
  /// - Parameter bytes: The value, of at most 2³² - 1 bytes.
  @inlinable
  public init(_ bytes: RawSpan, buffer: UInt32, offset: UInt32) {
    let count = bytes.byteCount
    guard count > Self.inlineCapacity else {
      self.init(short: bytes)
      return
    }
    let prefix = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
    self.init(count: UInt32(count), prefix: prefix.littleEndian, buffer: buffer, offset: offset)
  }

  /// Makes the view of a value of at most 12 bytes.
  @inlinable
  public init(short bytes: RawSpan) {
    let count = bytes.byteCount
    precondition(count <= Self.inlineCapacity)
    var low = UInt64(count)
    var high: UInt64 = 0
    for index in 0..<count {
      let byte = UInt64(unsafe bytes.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self))
      if index < 4 {
        low |= byte << UInt64(32 &+ index &* 8)
      } else {
        high |= byte << UInt64((index &- 4) &* 8)
      }
    }
    self.init(low: low, high: high)
  }

  /// The number of bytes of the value.
  @inlinable @inline(__always) public var count: Int { Int(truncatingIfNeeded: low & 0xFFFF_FFFF) }
  /// Whether the view holds the value itself.
  @inlinable @inline(__always) public var isInline: Bool { count <= Self.inlineCapacity }
  /// The number of the buffer that holds a long value.
  @inlinable @inline(__always) public var buffer: Int { Int(truncatingIfNeeded: high & 0xFFFF_FFFF) }
  /// The offset of a long value in its buffer.
  @inlinable @inline(__always) public var offset: Int { Int(truncatingIfNeeded: high >> 32) }

  /// Returns the view of the same value when its buffer is number `buffer`.
  @inlinable @inline(__always)
  public func rebased(buffer: UInt32) -> ByteView {
    isInline ? self : ByteView(low: low, high: high & 0xFFFF_FFFF_0000_0000 | UInt64(buffer))
  }
}
