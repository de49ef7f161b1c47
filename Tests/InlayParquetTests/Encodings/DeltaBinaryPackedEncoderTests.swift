import InlayBytes
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Writing integers as differences")
struct DeltaBinaryPackedEncoderTests {
  private static func encoded<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ values: [Number]
  ) -> [UInt8] {
    var plain = ValueBuilder<UInt8>()
    for value in values { plain.append(littleEndian: value) }
    var output = ValueBuilder<UInt8>()
    DeltaBinaryPackedEncoder.encode(plain.rawSpan, as: Number.self, into: &output)
    return output.array
  }

  private static func decoded<Number: FixedWidthInteger>(_ bytes: [UInt8], _: Number.Type) -> [Number] {
    var reference = EncodingReference(bytes)
    let values = reference.deltaBinaryPacked(Number.self)
    #expect(reference.rest.isEmpty)
    return values
  }

  @Test("The specification's examples")
  func examples() {
    // Encodings.md, "DELTA_BINARY_PACKED", example 1: the differences are all 1.
    #expect(Self.encoded([1, 2, 3, 4, 5] as [Int32]) == [128, 1, 4, 5, 2, 2, 0, 0, 0, 0])
    // Example 2: the least difference is -2, and the distances from it take two bits.
    let second = Self.encoded([7, 5, 3, 1, 2, 3, 4, 5] as [Int32])
    #expect(second == [128, 1, 4, 8, 14, 3, 2, 0, 0, 0, 0b1100_0000, 0b0011_1111, 0, 0, 0, 0, 0, 0])
  }

  @Test("No value and one value are a header alone")
  func headers() {
    #expect(Self.encoded([] as [Int64]) == [128, 1, 4, 0, 0])
    #expect(Self.encoded([-3] as [Int64]) == [128, 1, 4, 1, 5])
  }

  @Test("Numbers of every width come back, around the borders of miniblocks and blocks", arguments: 0...64)
  func widths(bitWidth: Int) {
    var random = SeededGenerator(UInt64(bitWidth))
    let mask = bitWidth == 0 ? 0 : UInt64.max >> UInt64(64 - bitWidth)
    for count in [2, 31, 32, 33, 34, 64, 65, 66, 128, 129, 130, 161, 257, 600] {
      let longs = (0..<count).map { _ in Int64(truncatingIfNeeded: random.next() & mask) }
      #expect(Self.decoded(Self.encoded(longs), Int64.self) == longs)
      let ints = longs.map { Int32(truncatingIfNeeded: $0) }
      #expect(Self.decoded(Self.encoded(ints), Int32.self) == ints)
    }
  }

  @Test("Differences that leave the type wrap around, within the width of the type")
  func overflow() {
    let longs: [Int64] = [.min, .max, .min, 0, .max, -1, .min]
    #expect(Self.decoded(Self.encoded(longs), Int64.self) == longs)
    let ints: [Int32] = [.min, .max, .min, 0, .max, -1, .min]
    let bytes = Self.encoded(ints)
    #expect(Self.decoded(bytes, Int32.self) == ints)
    // The header, the first value, the least difference, the widths, and a miniblock of 32 bits each at most.
    #expect(bytes.count <= 4 + 5 + 5 + 4 + 32 * 4)
  }
}
