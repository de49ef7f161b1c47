public import InlayBytes

extension Bitmap {
  /// Makes `count` equal bits.
  public init(repeating bit: Bool, count: Int) {
    var builder = BitmapBuilder(capacity: count)
    builder.append(repeating: bit, count: count)
    self = builder.freeze()
  }

  /// Makes `count` bits, each as `bit` says of its index.
  @inline(__always)
  init(count: Int, _ bit: (Int) -> Bool) {
    var builder = BitmapBuilder(capacity: count)
    for start in stride(from: 0, to: count, by: 64) {
      let length = Swift.min(64, count &- start)
      var word: UInt64 = 0
      for index in 0..<length { word |= (bit(start &+ index) ? 1 : 0) << UInt64(truncatingIfNeeded: index) }
      builder.append(word: word, count: length)
    }
    self = builder.freeze()
  }

  /// Makes one bit a value, as `bit` says of it.
  @inline(__always)
  init<Value: BitwiseCopyable>(_ values: Span<Value>, _ bit: (Value) -> Bool) {
    // Safe: the initialiser above asks for indices below the count.
    self.init(count: values.count) { bit(unsafe values[unchecked: $0]) }
  }

  /// Returns the bits that are 1 in one of both; the lengths must be equal. O(count / 64).
  public func union(_ other: Bitmap) -> Bitmap {
    precondition(count == other.count)
    var builder = BitmapBuilder(capacity: count)
    for index in stride(from: 0, to: count, by: 64) {
      builder.append(word: word(at: index) | other.word(at: index), count: Swift.min(64, count - index))
    }
    return builder.freeze()
  }

  /// Returns a 1 for each 0 and a 0 for each 1; O(count / 64).
  public func inverted() -> Bitmap {
    var builder = BitmapBuilder(capacity: count)
    for index in stride(from: 0, to: count, by: 64) {
      builder.append(word: ~word(at: index), count: Swift.min(64, count - index))
    }
    return builder.freeze()
  }

  /// The indices of the bits that are 1, in order; there must be fewer than 2³² bits.
  public func positionsOfOnes() -> Values<UInt32> {
    var positions = ValueBuilder<UInt32>(capacity: countOnes())
    for start in stride(from: 0, to: count, by: 64) {
      var word = word(at: start)
      while word != 0 {
        positions.append(UInt32(start + word.trailingZeroBitCount))
        word &= word &- 1
      }
    }
    return positions.freeze()
  }
}
