import InlayBytes

/// Writes the definition levels of an optional flat column: the RLE / bit-packing hybrid at a width of one bit, in
/// which a bit-packed group is a byte of the validity bitmap.
enum LevelEncoder {
  /// Appends the levels of `count` values that are all there.
  static func encodeAllPresent(count: Int, into output: inout ValueBuilder<UInt8>) {
    guard count > 0 else { return }
    HybridEncoder.appendRun(of: 1, count: count, bitWidth: 1, into: &output)
  }

  /// Appends levels.
  ///
  /// - Parameters:
  ///   - bits: A 1 for each value that is there, a 0 for each null, the least significant bit first; zeros fill the
  ///     last byte.
  ///   - count: The number of values.
  static func encode(_ bits: Span<UInt8>, count: Int, into output: inout ValueBuilder<UInt8>) {
    precondition(bits.count == (count + 7) / 8)
    let shortestRun = HybridEncoder.shortestRun(bitWidth: 1) / 8
    var literals = 0
    var position = 0
    // The last byte takes part in a run only when all its bits count.
    let wholeBytes = count / 8
    while position < wholeBytes {
      let byte = bits[position]
      var end = position + 1
      if byte == 0 || byte == 0xFF {
        while end < wholeBytes && bits[end] == byte { end += 1 }
      }
      if (byte == 0 || byte == 0xFF) && end - position >= shortestRun {
        appendLiterals(bits.extracting(literals..<position), into: &output)
        HybridEncoder.appendRun(
          of: UInt32(byte & 1), count: (end - position) * 8, bitWidth: 1, into: &output)
        literals = end
      }
      position = end
    }
    appendLiterals(bits.extracting(literals..<bits.count), into: &output)
  }

  private static func appendLiterals(_ bits: Span<UInt8>, into output: inout ValueBuilder<UInt8>) {
    guard !bits.isEmpty else { return }
    HybridEncoder.appendLiteralHeader(groups: bits.count, into: &output)
    output.append(contentsOf: bits)
  }
}
