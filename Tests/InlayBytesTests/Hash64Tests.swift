import InlayBytes
import Testing

@Suite("Hash")
struct Hash64Tests {
  private func hash(_ bytes: [UInt8]) -> UInt64 { Hash64.hash(Values(bytes).rawSpan) }

  @Test("Every length and every changed byte gives another hash")
  func sensitivity() {
    var seen: Set<UInt64> = []
    var expected = 0
    for count in 0..<80 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
      seen.insert(hash(bytes))
      expected += 1
      for position in 0..<count {
        var changed = bytes
        changed[position] ^= 1
        seen.insert(hash(changed))
        expected += 1
      }
    }
    #expect(seen.count == expected)
  }

  @Test("Both halves of the hashes of numbered keys spread over a table")
  func spread() {
    for shift: UInt64 in [0, 32] {
      var buckets = [Int](repeating: 0, count: 1024)
      for number in 0..<65_536 {
        buckets[Int(hash(Array("key number \(number)".utf8)) >> shift & 1023)] += 1
      }
      // 64 are expected in each, give or take 8; six times that does not happen by chance.
      #expect(buckets.allSatisfy { (16...112).contains($0) })
    }
  }
}
