@testable import InlayParquet

/// Decodes encodings value by value and bit by bit, as Encodings.md describes them, for bytes that are right.
struct EncodingReference {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes that are left.
  var rest: [UInt8] { Array(bytes[position...]) }

  mutating func varint() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  mutating func zigzag() -> Int64 {
    let value = varint()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// DELTA_BINARY_PACKED: blocks of miniblocks, of which the last ones may be left out.
  mutating func deltaBinaryPacked<Number: FixedWidthInteger>(_: Number.Type) -> [Number] {
    let blockSize = Int(varint())
    let miniblockCount = Int(varint())
    let count = Int(varint())
    var values = [Number(truncatingIfNeeded: zigzag())]
    while values.count < count {
      let least = Number(truncatingIfNeeded: zigzag())
      for width in bytes(miniblockCount) where values.count < count {
        for offset in packed(blockSize / miniblockCount, bitWidth: Int(width)) where values.count < count {
          values.append(values[values.count - 1] &+ least &+ Number(truncatingIfNeeded: offset))
        }
      }
    }
    return Array(values.prefix(count))
  }

  private mutating func packed(_ count: Int, bitWidth: Int) -> [UInt64] {
    let packed = bytes(count * bitWidth / 8)
    return (0..<count).map { index in
      (0..<bitWidth).reduce(0) { value, bit in
        let place = index * bitWidth + bit
        return value | UInt64(packed[place / 8] >> UInt8(place % 8) & 1) << UInt64(bit)
      }
    }
  }

  mutating func deltaLengthByteArray() -> [[UInt8]] {
    deltaBinaryPacked(Int32.self).map { bytes(Int($0)) }
  }

  mutating func deltaByteArray() -> [[UInt8]] {
    let prefixes = deltaBinaryPacked(Int32.self)
    var previous: [UInt8] = []
    return zip(prefixes, deltaLengthByteArray()).map { prefix, suffix in
      previous = previous.prefix(Int(prefix)) + suffix
      return previous
    }
  }

  /// BYTE_STREAM_SPLIT: the values, put together again.
  mutating func byteStreamSplit(byteWidth: Int) -> [[UInt8]] {
    let all = rest
    let count = all.count / byteWidth
    return (0..<count).map { index in (0..<byteWidth).map { all[$0 * count + index] } }
  }
}
