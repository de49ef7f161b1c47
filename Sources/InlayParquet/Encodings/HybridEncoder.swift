import InlayBytes

/// Writes the RLE / bit-packing hybrid of dictionary indices (Encodings.md, "RLE"): runs of equal values, and groups
/// of 8 bit-packed ones.
enum HybridEncoder {
  /// Appends values, without the width or a length before them.
  ///
  /// Only the last bit-packed group is filled up, to 8 values: readers differ in how much padding they take.
  ///
  /// - Parameters:
  ///   - values: Numbers that each fit in `bitWidth` bits.
  ///   - bitWidth: 1 to 32.
  static func encode(_ values: Span<UInt32>, bitWidth: Int, into output: inout ValueBuilder<UInt8>) {
    let shortestRun = shortestRun(bitWidth: bitWidth)
    var literals = 0
    var position = 0
    while values.count &- position >= 8 {
      guard isUniform(values, at: position) else {
        position &+= 8
        continue
      }
      let end = endOfRun(values, from: position)
      guard end - position >= shortestRun else {
        position += (end - position) / 8 * 8
        continue
      }
      appendLiterals(values.extracting(literals..<position), bitWidth: bitWidth, into: &output)
      appendRun(of: values[position], count: end - position, bitWidth: bitWidth, into: &output)
      literals = end
      position = end
    }
    appendLiterals(values.extracting(literals..<values.count), bitWidth: bitWidth, into: &output)
  }

  /// Returns the number of equal values from which on a run takes less room than bit-packed groups.
  ///
  /// A run takes a header and its value, and makes another header for what follows it necessary.
  static func shortestRun(bitWidth: Int) -> Int {
    ((bitWidth + 7) / 8 + 2) / bitWidth * 8 + 8
  }

  /// Appends a run of one value.
  static func appendRun(
    of value: UInt32, count: Int, bitWidth: Int, into output: inout ValueBuilder<UInt8>
  ) {
    output.append(varint: UInt64(count) << 1)
    for byte in 0..<(bitWidth + 7) / 8 { output.append(UInt8(truncatingIfNeeded: value >> UInt32(byte * 8))) }
  }

  /// Appends the header of `groups` bit-packed groups.
  static func appendLiteralHeader(groups: Int, into output: inout ValueBuilder<UInt8>) {
    output.append(varint: UInt64(groups) << 1 | 1)
  }

  private static func appendLiterals(
    _ values: Span<UInt32>, bitWidth: Int, into output: inout ValueBuilder<UInt8>
  ) {
    guard !values.isEmpty else { return }
    appendLiteralHeader(groups: (values.count + 7) / 8, into: &output)
    BitPacker.pack(values, bitWidth: bitWidth, into: &output)
  }

  /// Returns whether the 8 values from `position` on are equal; the caller made sure that there are 8.
  @inline(__always)
  private static func isUniform(_ values: Span<UInt32>, at position: Int) -> Bool {
    let first = unsafe values[unchecked: position]
    var difference: UInt32 = 0
    for index in 1..<8 {
      // Safe: eight values are left from `position` on.
      difference |= unsafe values[unchecked: position &+ index] ^ first
    }
    return difference == 0
  }

  private static func endOfRun(_ values: Span<UInt32>, from position: Int) -> Int {
    let value = values[position]
    var end = position + 8
    while values.count &- end >= 8 && values[end] == value && isUniform(values, at: end) { end &+= 8 }
    while end < values.count && values[end] == value { end &+= 1 }
    return end
  }
}
