import InlayBytes
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Bit unpacking")
struct BitUnpackerTests {
  @Test("Groups of eight and single values are the same, from any bit on", arguments: 1...32)
  func twins(bitWidth: Int) {
    var random = SeededGenerator(UInt64(bitWidth))
    for _ in 0..<20 {
      let count = Int.random(in: 0...200, using: &random)
      let position = Int.random(in: 0...3, using: &random) * bitWidth
      let spare = Int.random(in: 0...40, using: &random)
      let bytes = Values(
        (0..<(position + count * bitWidth + 7) / 8 + spare).map { _ in random.next() as UInt8 })
      var found = ValueBuilder<UInt32>()
      var expected = ValueBuilder<UInt32>()
      var (greatest, plainGreatest): (UInt32, UInt32) = (0, 0)
      found.append(count: count + 3) { room in
        for index in 0..<room.count { room[index] = 7 }
        greatest = BitUnpacker.unpack(
          bytes.rawSpan, from: position, bitWidth: bitWidth, count: count, into: &room, at: 2)
      }
      expected.append(count: count + 3) { room in
        for index in 0..<room.count { room[index] = 7 }
        plainGreatest = BitUnpacker.unpackPlainly(
          bytes.rawSpan, from: position, bitWidth: bitWidth, count: count, into: &room, at: 2)
      }
      #expect((0..<found.count).map { found[$0] } == (0..<expected.count).map { expected[$0] })
      #expect(greatest == plainGreatest)
      #expect(greatest == (0..<count).map { found[$0 + 2] }.max() ?? 0)
    }
  }
}

extension SeededGenerator {
  fileprivate mutating func next() -> UInt8 { .random(in: 0...255, using: &self) }
}
