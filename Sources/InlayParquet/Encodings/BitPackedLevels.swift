import InlayBytes

/// The deprecated form of levels: packed bits only, the most significant first (Encodings.md, Bit-packed).
enum BitPackedLevels {
  /// Returns the number of bytes that `count` levels of `bitWidth` bits take; nil when that is beyond all memory.
  static func byteCount(_ count: Int, bitWidth: Int) -> Int? {
    let (bits, isOverflowing) = count.multipliedReportingOverflow(by: bitWidth)
    return isOverflowing ? nil : (bits / 8) + (bits % 8 == 0 ? 0 : 1)
  }

  /// Returns the same levels as one packed run of the hybrid that replaced this form, so that whoever reads levels
  /// has only that to know.
  ///
  /// - Parameters:
  ///   - bytes: As many as `count` levels take; anything else traps.
  ///   - bitWidth: 1 to 32.
  static func hybrid(_ bytes: RawSpan, count: Int, bitWidth: Int) -> Buffer {
    precondition(bitWidth >= 1 && bitWidth <= 32 && bytes.byteCount == byteCount(count, bitWidth: bitWidth))
    let groups = (count + 7) / 8
    var output = ValueBuilder<UInt8>(capacity: groups * bitWidth + 8)
    HybridEncoder.appendLiteralHeader(groups: groups, into: &output)
    if bitWidth == 1 {
      for index in 0..<bytes.byteCount { output.append(reversed(bytes.byte(at: index))) }
    } else {
      repack(bytes, bitWidth: bitWidth, into: &output)
    }
    return output.freeze().buffer
  }

  /// Takes the levels out one after the other, and packs them from the least significant bit on.
  private static func repack(_ bytes: RawSpan, bitWidth: Int, into output: inout ValueBuilder<UInt8>) {
    let mask = UInt64.max >> UInt64(64 - bitWidth)
    // `input` ends with the bits that are not taken yet, `packed` begins with those that are not written yet.
    var (input, inputCount) = (UInt64(0), 0)
    var (packed, packedCount) = (UInt64(0), 0)
    for index in 0..<bytes.byteCount {
      input = input << 8 | UInt64(bytes.byte(at: index))
      inputCount += 8
      while inputCount >= bitWidth {
        inputCount -= bitWidth
        packed |= (input >> UInt64(inputCount) & mask) << UInt64(packedCount)
        packedCount += bitWidth
        while packedCount >= 8 {
          output.append(UInt8(truncatingIfNeeded: packed))
          packed >>= 8
          packedCount -= 8
        }
      }
    }
    output.append(UInt8(truncatingIfNeeded: packed))
  }

  private static func reversed(_ byte: UInt8) -> UInt8 {
    var byte = byte
    byte = byte << 4 | byte >> 4
    byte = (byte & 0x33) << 2 | (byte & 0xCC) >> 2
    return (byte & 0x55) << 1 | (byte & 0xAA) >> 1
  }
}
