import InlayBytes

/// Unpacks differences of 0 to 64 bits, which lie bit after bit from the least significant on, and sums them up.
enum DeltaUnpacker {
  /// Differences of equal width.
  struct Run {
    /// Where the first begins, in bits.
    let bitPosition: Int
    let bitWidth: Int
    let count: Int
  }

  /// Writes the values that the run's differences, each more than `leastDelta` by what is packed, make of the value
  /// before them, to `room` from `start` on; returns the last.
  ///
  /// The run lies within the bytes and the room; anything else is a fault of the caller and traps.
  static func unpack<Value: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: RawSpan, _ run: Run, from last: UInt64, leastDelta: UInt64,
    into room: inout MutableSpan<Value>, at start: Int
  ) -> UInt64 {
    precondition(run.count >= 0 && start >= 0 && start + run.count <= room.count)
    var sum = last
    forEach(bytes, run) { index, delta in
      sum &+= leastDelta &+ delta
      // Safe: the index is below the run's count, and the room has as many values from `start` on.
      unsafe room[unchecked: start &+ index] = Value(truncatingIfNeeded: sum)
    }
    return sum
  }

  /// Returns the last value of a run, as `unpack` does, without keeping the others.
  static func sum(_ bytes: RawSpan, _ run: Run, from last: UInt64, leastDelta: UInt64) -> UInt64 {
    var sum = last &+ leastDelta &* UInt64(run.count)
    guard run.bitWidth > 0 else { return sum }
    forEach(bytes, run) { _, delta in sum &+= delta }
    return sum
  }

  /// Calls `body` with the index and the bits of each difference.
  @inline(__always)
  private static func forEach(_ bytes: RawSpan, _ run: Run, _ body: (Int, UInt64) -> Void) {
    let (width, count) = (run.bitWidth, run.count)
    precondition(width >= 0 && width <= 64 && run.bitPosition >= 0)
    precondition(run.bitPosition + count * width <= bytes.byteCount * 8)
    guard width > 0 else {
      for index in 0..<count { body(index, 0) }
      return
    }
    let mask = UInt64.max >> UInt64(64 - width)
    let fast = fastCount(run, byteCount: bytes.byteCount)
    var bit = run.bitPosition
    if width <= 57 {
      for index in 0..<fast {
        // Safe: `fastCount` left out the values that begin in the last eight bytes.
        let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: bit &>> 3, as: UInt64.self)
        body(index, UInt64(littleEndian: word) &>> UInt64(truncatingIfNeeded: bit & 7) & mask)
        bit &+= width
      }
    } else {
      for index in 0..<fast {
        // Safe: as above, and the ninth byte is there too.
        let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: bit &>> 3, as: UInt64.self)
        let spill = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: (bit &>> 3) &+ 8, as: UInt8.self)
        let shift = UInt64(truncatingIfNeeded: bit & 7)
        // Two shifts, since one by 64 would be none.
        let high = (UInt64(spill) &<< (63 &- shift)) &<< 1
        body(index, (UInt64(littleEndian: word) &>> shift | high) & mask)
        bit &+= width
      }
    }
    for index in fast..<count {
      body(index, slowWord(bytes, at: bit) & mask)
      bit &+= width
    }
  }

  /// The number of values from the first on behind whose begin there are nine bytes.
  private static func fastCount(_ run: Run, byteCount: Int) -> Int {
    let lastStart = (byteCount - 9) * 8 + 7
    guard lastStart >= run.bitPosition else { return 0 }
    return Swift.min(run.count, (lastStart - run.bitPosition) / run.bitWidth + 1)
  }

  /// The 64 bits from a position on; those beyond the end are 0.
  private static func slowWord(_ bytes: RawSpan, at position: Int) -> UInt64 {
    let first = position >> 3
    let shift = UInt64(position & 7)
    var word: UInt64 = 0
    for index in 0..<Swift.min(8, bytes.byteCount - first) {
      word |= UInt64(bytes.byte(at: first + index)) << UInt64(index * 8)
    }
    word >>= shift
    if shift > 0 && first + 8 < bytes.byteCount { word |= UInt64(bytes.byte(at: first + 8)) << (64 - shift) }
    return word
  }
}
