import InlayBytes
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Writing the RLE / bit-packing hybrid")
struct HybridEncoderTests {
  @Test("Packed bits are those of a naive packer, at every width and count", arguments: 1...32)
  func packing(bitWidth: Int) {
    var random = SystemRandomNumberGenerator()
    for count in 0...41 {
      let mask = UInt32.max >> UInt32(32 - bitWidth)
      let values = (0..<count).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) & mask }
      var output = ValueBuilder<UInt8>()
      output.append(0xAA)
      BitPacker.pack(values.span, bitWidth: bitWidth, into: &output)
      #expect(output.array == [0xAA] + Self.naivelyPacked(values, bitWidth: bitWidth))
    }
  }

  private static func naivelyPacked(_ values: [UInt32], bitWidth: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: (values.count + 7) / 8 * bitWidth)
    for (index, value) in values.enumerated() {
      for bit in 0..<bitWidth where value >> UInt32(bit) & 1 == 1 {
        let position = index * bitWidth + bit
        bytes[position / 8] |= 1 << UInt8(position % 8)
      }
    }
    return bytes
  }

  @Test("The width is the fewest bits that hold every code")
  func widths() {
    let expected = [(0, 0), (1, 0), (2, 1), (3, 2), (4, 2), (5, 3), (256, 8), (257, 9), (1 << 32, 32)]
    for (limit, width) in expected { #expect(BitPacker.bitWidth(ofNumbersBelow: limit) == width) }
  }

  @Test("Runs and groups of random lengths decode to the values, at every width", arguments: 1...32)
  func roundTrip(bitWidth: Int) throws {
    for seed in 0..<20 {
      let values = Self.runs(seed: seed, bitWidth: bitWidth)
      var output = ValueBuilder<UInt8>()
      HybridEncoder.encode(values.span, bitWidth: bitWidth, into: &output)
      #expect(try HybridReference.decode(output.array, bitWidth: bitWidth, count: values.count) == values)
    }
  }

  /// Values with runs, some of which begin and end within a group.
  private static func runs(seed: Int, bitWidth: Int) -> [UInt32] {
    var random = SeededGenerator(UInt64(seed * 100 + bitWidth))
    let mask = UInt32.max >> UInt32(32 - bitWidth)
    var values: [UInt32] = []
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let value = UInt32.random(in: 0...UInt32.max, using: &random) & mask
      let length = [1, 3, 7, 8, 9, 16, 40, 200].randomElement(using: &random) ?? 1
      values += Array(repeating: value, count: length)
    }
    return values
  }

  @Test("Eight and more equal values become a run where that is smaller; the tail is filled up to 8 only")
  func forms() {
    #expect(Self.encoded(Array(repeating: 5, count: 100), bitWidth: 3) == [200, 1, 5])
    #expect(Self.encoded([1, 2, 3], bitWidth: 2) == [3, 0b0011_1001, 0])
    #expect(Self.encoded(Array(0..<8) + Array(repeating: 300, count: 9), bitWidth: 9).count == 1 + 9 + 3)
    // Eight single bits are one byte; a run would be two.
    #expect(Self.encoded(Array(repeating: 1, count: 8), bitWidth: 1) == [3, 0xFF])
    #expect(Self.encoded([], bitWidth: 1) == [])
  }

  private static func encoded(_ values: [UInt32], bitWidth: Int) -> [UInt8] {
    var output = ValueBuilder<UInt8>()
    HybridEncoder.encode(values.span, bitWidth: bitWidth, into: &output)
    return output.array
  }

  @Test("Levels decode to the validity, whatever the pattern of nulls")
  func levels() throws {
    var random = SeededGenerator(7)
    for count in [0, 1, 7, 8, 9, 63, 64, 65, 1_000, 20_000] {
      for blockSize in [1, 5, 64, 700] {
        var bits: [Bool] = []
        while bits.count < count {
          let bit = Bool.random(using: &random)
          bits += Array(repeating: bit, count: Int.random(in: 1...blockSize, using: &random))
        }
        bits.removeLast(bits.count - count)
        let levels = bits.map { UInt32($0 ? 1 : 0) }
        var output = ValueBuilder<UInt8>()
        LevelEncoder.encode(Self.naivelyPacked(levels, bitWidth: 1).span, count: count, into: &output)
        #expect(try HybridReference.decode(output.array, bitWidth: 1, count: count) == levels)
      }
    }
  }

  @Test("Values that are all there take one run")
  func allPresent() {
    var output = ValueBuilder<UInt8>()
    LevelEncoder.encodeAllPresent(count: 20_000, into: &output)
    #expect(output.array == [0xC0, 0xB8, 0x02, 1])
  }
}

/// The hybrid encoding, decoded one value at a time, as strictly as the specification allows.
enum HybridReference {
  struct Malformed: Error {}

  static func decode(_ bytes: [UInt8], bitWidth: Int, count: Int) throws -> [UInt32] {
    var rest = bytes[...]
    var values: [UInt32] = []
    while values.count < count {
      let header = try varint(&rest)
      guard header > 1 else { throw Malformed() }
      if header & 1 == 0 {
        let width = (bitWidth + 7) / 8
        guard rest.count >= width else { throw Malformed() }
        let value = rest.prefix(width).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        rest = rest.dropFirst(width)
        values += Array(repeating: value, count: header >> 1)
        guard values.count <= count else { throw Malformed() }
      } else {
        let size = (header >> 1) * bitWidth
        guard rest.count >= size else { throw Malformed() }
        let packed = Array(rest.prefix(size))
        rest = rest.dropFirst(size)
        for index in 0..<(header >> 1) * 8 { values.append(value(packed, index, bitWidth)) }
        guard values.count - count < 8 else { throw Malformed() }
      }
    }
    guard rest.isEmpty else { throw Malformed() }
    return Array(values.prefix(count))
  }

  private static func value(_ packed: [UInt8], _ index: Int, _ bitWidth: Int) -> UInt32 {
    var value: UInt32 = 0
    for bit in 0..<bitWidth {
      let position = index * bitWidth + bit
      if packed[position / 8] >> UInt8(position % 8) & 1 == 1 { value |= 1 << UInt32(bit) }
    }
    return value
  }

  private static func varint(_ rest: inout ArraySlice<UInt8>) throws -> Int {
    var value = 0
    var shift = 0
    while let byte = rest.popFirst() {
      value |= Int(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { return value }
    }
    throw Malformed()
  }
}

extension ValueBuilder where Element == UInt8 {
  /// The bytes as an array.
  var array: [UInt8] { (0..<count).map { self[$0] } }
}
