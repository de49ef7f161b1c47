import InlayBytes

/// Writes integers as differences from the value before, bit-packed in blocks (Encodings.md, "DELTA_BINARY_PACKED").
///
/// A block has 128 values in 4 miniblocks, as parquet-java and Arrow write it.
enum DeltaBinaryPackedEncoder {
  private static var valuesPerBlock: Int { 128 }
  private static var valuesPerMiniblock: Int { 32 }

  /// Appends values.
  ///
  /// Differences wrap around in the width of the type, so that any two values have one.
  ///
  /// - Parameter plain: The values in their plain encoding, of the type's width each.
  static func encode<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ plain: RawSpan, as _: Number.Type, into output: inout ValueBuilder<UInt8>
  ) {
    let size = MemoryLayout<Number>.size
    let count = plain.byteCount / size
    output.append(varint: UInt64(valuesPerBlock))
    output.append(varint: UInt64(valuesPerBlock / valuesPerMiniblock))
    output.append(varint: UInt64(count))
    guard count > 0 else { return output.append(zigzag: 0) }
    output.append(zigzag: Int64(plain.number(0, as: Number.self)))
    var offsets = ValueBuilder<UInt64>(capacity: valuesPerBlock)
    for start in stride(from: 1, to: count, by: valuesPerBlock) {
      // Each difference needs the value before.
      let values = plain.extracting((start - 1) * size..<min(start + valuesPerBlock, count) * size)
      let least = subtract(values, as: Number.self, into: &offsets)
      output.append(zigzag: Int64(least))
      appendMiniblocks(offsets.span, into: &output)
    }
  }

  /// Puts the differences of a block into `offsets`, each as its distance from the least one; returns that.
  private static func subtract<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ values: RawSpan, as _: Number.Type, into offsets: inout ValueBuilder<UInt64>
  ) -> Number {
    let count = values.byteCount / MemoryLayout<Number>.size - 1
    var least = Number.max
    for index in 0..<count { least = min(least, values.difference(index, as: Number.self)) }
    let mask = UInt64.max >> UInt64(64 - Number.bitWidth)
    offsets.truncate(to: 0)
    offsets.append(count: count) { room in
      for index in 0..<count {
        let offset = values.difference(index, as: Number.self) &- least
        room[index] = UInt64(truncatingIfNeeded: offset) & mask
      }
    }
    return least
  }

  /// Appends the widths of a block's miniblocks, then the miniblocks. One without values has the width 0 and no bytes.
  private static func appendMiniblocks(
    _ offsets: Span<UInt64>, into output: inout ValueBuilder<UInt8>
  ) {
    let widths = output.count
    output.append(repeating: 0, count: valuesPerBlock / valuesPerMiniblock)
    for start in stride(from: 0, to: offsets.count, by: valuesPerMiniblock) {
      let values = offsets.extracting(start..<min(start + valuesPerMiniblock, offsets.count))
      var bits: UInt64 = 0
      for index in values.indices { bits |= values[index] }
      let bitWidth = 64 - bits.leadingZeroBitCount
      output[widths + start / valuesPerMiniblock] = UInt8(bitWidth)
      pack(values, bitWidth: bitWidth, into: &output)
    }
  }

  /// Appends a miniblock, the least significant bit first, filled up with zeros: 4 bytes for each bit of the width.
  private static func pack(_ values: Span<UInt64>, bitWidth: Int, into output: inout ValueBuilder<UInt8>) {
    let start = output.count
    var word: UInt64 = 0
    var filled = 0
    for index in values.indices {
      let value = values[index]
      word |= value &<< UInt64(filled)
      filled &+= bitWidth
      guard filled >= 64 else { continue }
      output.append(littleEndian: word)
      filled &-= 64
      // A shift by the whole width of a word would keep the word.
      word = filled == 0 ? 0 : value &>> UInt64(bitWidth &- filled)
    }
    if filled > 0 { output.append(littleEndian: word) }
    let count = valuesPerMiniblock / 8 * bitWidth
    let written = output.count - start
    if written < count {
      output.append(repeating: 0, count: count - written)
    } else {
      output.truncate(to: start + count)
    }
  }
}

extension RawSpan {
  /// The number at an index of plain values.
  @inline(__always)
  fileprivate func number<Number: FixedWidthInteger & BitwiseCopyable>(_ index: Int, as _: Number.Type)
    -> Number
  {
    let size = MemoryLayout<Number>.size
    precondition(index >= 0 && index < byteCount / size)
    // Safe: the index was compared with the number of values, and any bits are a number.
    return unsafe Number(
      littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: index &* size, as: Number.self))
  }

  /// How much larger the number behind an index is than the one at it, wrapped around.
  @inline(__always)
  fileprivate func difference<Number: FixedWidthInteger & BitwiseCopyable>(
    _ index: Int, as type: Number.Type
  ) -> Number {
    number(index + 1, as: type) &- number(index, as: type)
  }
}
