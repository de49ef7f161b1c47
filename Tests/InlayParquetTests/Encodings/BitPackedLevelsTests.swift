import InlayBytes
import Testing

@testable import InlayParquet

@Suite("Deprecated bit-packed levels")
struct BitPackedLevelsTests {
  @Test("Every width is read through the hybrid that replaced it", arguments: 1...32)
  func widths(bitWidth: Int) throws {
    for count in [0, 1, 7, 8, 9, 30, 64, 1_001] {
      let values = (0..<count).map { _ in UInt32.random(in: 0...UInt32.max) >> UInt32(32 - bitWidth) }
      let packed = Values(ReferenceEncodings.bitPacked(values, bitWidth: bitWidth))
      #expect(BitPackedLevels.byteCount(count, bitWidth: bitWidth) == packed.count)
      let hybrid = BitPackedLevels.hybrid(packed.rawSpan, count: count, bitWidth: bitWidth)
      var decoder = HybridDecoder(hybrid.bytes, bitWidth: bitWidth)
      var output = ValueBuilder<UInt32>()
      try output.append(count: count) { room in try decoder.read(count, into: &room) }
      let read = (0..<count).map { output[$0] }
      #expect(read == values)
    }
  }

  @Test("The specification's example")
  func example() {
    let bytes = ReferenceEncodings.bitPacked([0, 1, 2, 3, 4, 5, 6, 7], bitWidth: 3)
    #expect(bytes == [0b0000_0101, 0b0011_1001, 0b0111_0111])
    #expect(BitPackedLevels.byteCount(.max, bitWidth: 2) == nil)
  }
}
