public import InlayBytes

/// Immutable bits over a shared buffer, the least significant first, as in Arrow.
public struct Bitmap: Sendable {
  /// The memory that holds the bits.
  public let buffer: Buffer
  /// The position of the first bit in the buffer, in bits.
  public let bitOffset: Int
  /// The number of bits.
  public let count: Int

  /// Views `count` bits of a buffer from its bit `bitOffset` on; bits beyond the buffer trap.
  public init(buffer: Buffer, bitOffset: Int = 0, count: Int) {
    precondition(bitOffset >= 0 && count >= 0 && bitOffset + count <= buffer.count * 8)
    self.buffer = buffer
    self.bitOffset = bitOffset
    self.count = count
  }

  /// Copies the bits of an array.
  public init(_ bits: [Bool]) {
    var builder = BitmapBuilder()
    for bit in bits { builder.append(bit) }
    self = builder.freeze()
  }

  /// The bit at an index.
  @inlinable
  public subscript(index: Int) -> Bool {
    precondition(index >= 0 && index < count)
    let position = bitOffset &+ index
    return buffer.bytes.byte(at: position >> 3) >> UInt8(truncatingIfNeeded: position & 7) & 1 == 1
  }

  /// The bits of a range, sharing the memory; O(1).
  public subscript(range: Range<Int>) -> Bitmap {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return Bitmap(buffer: buffer, bitOffset: bitOffset + range.lowerBound, count: range.count)
  }

  /// Returns the 64 bits from `index` on in one word; those beyond the end are 0.
  @inlinable
  public func word(at index: Int) -> UInt64 {
    let length = Swift.min(64, count - index)
    precondition(index >= 0 && length > 0)
    let position = bitOffset &+ index
    let first = position >> 3
    let shift = UInt64(position & 7)
    let bytes = buffer.bytes
    var word: UInt64 = 0
    let available = Swift.min(8, bytes.byteCount - first)
    if available == 8 {
      // Safe: eight bytes are left from `first` on.
      word =
        unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: first, as: UInt64.self).littleEndian
        >> shift
    } else {
      for byte in 0..<available { word |= UInt64(bytes.byte(at: first + byte)) << UInt64(byte * 8) }
      word >>= shift
    }
    if shift > 0 && first + 8 < bytes.byteCount { word |= UInt64(bytes.byte(at: first + 8)) << (64 - shift) }
    return length == 64 ? word : word & (1 << UInt64(length) - 1)
  }

  /// Counts the bits that are 1; O(count / 64).
  public func countOnes() -> Int {
    var ones = 0
    for index in stride(from: 0, to: count, by: 64) { ones += word(at: index).nonzeroBitCount }
    return ones
  }

  /// Returns the bits at `indices`, each less than `count`, in that order.
  public func gathered(_ indices: Values<UInt32>) -> Bitmap {
    indices.requireAll(below: count)
    var builder = BitmapBuilder(capacity: indices.count)
    let (chosen, bytes) = (indices.span, buffer.bytes)
    for start in stride(from: 0, to: chosen.count, by: 64) {
      var word: UInt64 = 0
      let length = Swift.min(64, chosen.count - start)
      for place in 0..<length {
        // Safe: `requireAll(below:)` compared the greatest index with the number of bits, which the buffer has.
        let position = unsafe bitOffset &+ Int(chosen[unchecked: start &+ place])
        let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: position >> 3, as: UInt8.self)
        word |=
          UInt64(byte >> UInt8(truncatingIfNeeded: position & 7) & 1) << UInt64(truncatingIfNeeded: place)
      }
      builder.append(word: word, count: length)
    }
    return builder.freeze()
  }
}

extension Bitmap {
  /// Returns the bits that are 1 in both; the lengths must be equal. O(count / 64).
  public func intersection(_ other: Bitmap) -> Bitmap {
    precondition(count == other.count)
    var builder = BitmapBuilder(capacity: count)
    for index in stride(from: 0, to: count, by: 64) {
      builder.append(word: word(at: index) & other.word(at: index), count: Swift.min(64, count - index))
    }
    return builder.freeze()
  }
}
