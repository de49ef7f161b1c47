import InlayBytes

/// Encoders that go value by value and bit by bit, so that whoever reads them sees that they are right.
enum ReferenceEncodings {
  static func varint(_ value: UInt64) -> [UInt8] {
    value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7F) | 0x80] + varint(value >> 7)
  }

  static func zigzag(_ value: Int64) -> [UInt8] {
    varint(UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  /// Fills bytes with bits, the least significant first.
  static func bytes(_ bits: [Bool]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
    for (index, bit) in bits.enumerated() where bit { bytes[index / 8] |= 1 << UInt8(index % 8) }
    return bytes
  }

  static func bits(_ value: UInt64, bitWidth: Int) -> [Bool] {
    (0..<bitWidth).map { bit in value >> UInt64(bit) & 1 == 1 }
  }

  static func packed(_ values: [UInt64], bitWidth: Int) -> [UInt8] {
    bytes(values.flatMap { value in bits(value, bitWidth: bitWidth) })
  }

  /// How a stream of differences is divided, and what stands where nothing is looked at.
  struct DeltaForm {
    var blockSize = 128
    var miniblockCount = 4
    var isWidthOfUnusedGarbage = false
    var hasPadding = true
  }

  /// DELTA_BINARY_PACKED of values of `Value`'s width.
  static func delta<Value: FixedWidthInteger>(_ values: [Value], form: DeltaForm = DeltaForm()) -> [UInt8] {
    var output = varint(UInt64(form.blockSize)) + varint(UInt64(form.miniblockCount))
    output += varint(UInt64(values.count)) + zigzag(Int64(values.first ?? 0))
    let deltas = zip(values.dropFirst(), values).map { $0 &- $1 }
    for start in stride(from: 0, to: deltas.count, by: form.blockSize) {
      let isLast = start + form.blockSize >= deltas.count
      output += block(Array(deltas[start..<min(start + form.blockSize, deltas.count)]), form, isLast: isLast)
    }
    return output
  }

  private static func block<Value: FixedWidthInteger>(
    _ deltas: [Value], _ form: DeltaForm, isLast: Bool
  ) -> [UInt8] {
    let least = deltas.min()!
    let size = form.blockSize / form.miniblockCount
    var widths: [UInt8] = []
    var bodies: [UInt8] = []
    for start in stride(from: 0, to: form.blockSize, by: size) {
      guard start < deltas.count else {
        widths.append(form.isWidthOfUnusedGarbage ? 0xFF : 0)
        continue
      }
      let part = deltas[start..<min(start + size, deltas.count)].map { delta in
        UInt64(truncatingIfNeeded: delta &- least) & (UInt64.max >> UInt64(64 - Value.bitWidth))
      }
      let width = part.map { 64 - $0.leadingZeroBitCount }.max()!
      widths.append(UInt8(width))
      let isTail = isLast && start + size >= deltas.count
      let padding = form.hasPadding || !isTail ? size - part.count : 0
      bodies += packed(part + [UInt64](repeating: 0, count: padding), bitWidth: width)
    }
    return zigzag(Int64(least)) + widths + bodies
  }

  /// DELTA_LENGTH_BYTE_ARRAY.
  static func deltaLength(_ values: [[UInt8]]) -> [UInt8] {
    delta(values.map { Int32($0.count) }) + values.joined()
  }

  /// DELTA_BYTE_ARRAY; each value shares as many bytes with the one before as it can, or a part of them.
  static func deltaBytes(_ values: [[UInt8]]) -> [UInt8] {
    var prefixes: [Int32] = []
    var previous: [UInt8] = []
    for value in values {
      let shared = zip(previous, value).prefix { $0 == $1 }.count
      prefixes.append(Int32(Bool.random() ? shared : shared / 2))
      previous = value
    }
    let suffixes = zip(values, prefixes).map { Array($0.dropFirst(Int($1))) }
    return delta(prefixes) + deltaLength(suffixes)
  }

  /// BYTE_STREAM_SPLIT.
  static func split(_ values: [[UInt8]]) -> [UInt8] {
    guard let width = values.first?.count else { return [] }
    return (0..<width).flatMap { stream in values.map { $0[stream] } }
  }

  /// BIT_PACKED: the most significant bit first.
  static func bitPacked(_ values: [UInt32], bitWidth: Int) -> [UInt8] {
    let bits = values.flatMap { value -> [Bool] in
      ReferenceEncodings.bits(UInt64(value), bitWidth: bitWidth).reversed()
    }
    var bytes = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
    for (index, bit) in bits.enumerated() where bit { bytes[index / 8] |= 0x80 >> UInt8(index % 8) }
    return bytes
  }
}
