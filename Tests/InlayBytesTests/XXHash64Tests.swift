import InlayBytes
import Testing

@Suite("xxHash of 64 bits")
struct XXHash64Tests {
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    let values = Values(bytes)
    return XXHash64.hash(values.rawSpan)
  }

  @Test(
    "Vectors of the reference implementation",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999 as UInt64), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("xxhash", 0x32DD_3895_2C4B_C720), ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ])
  func vectors(text: String, expected: UInt64) {
    #expect(Self.hash(Array(text.utf8)) == expected)
  }

  @Test("A number has the hash of its bytes")
  func numbers() {
    for value in [0, 1, 0x0123_4567_89AB_CDEF, UInt64.max] {
      #expect(XXHash64.hash(value) == Self.hash((0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }))
      let half = UInt32(truncatingIfNeeded: value)
      #expect(XXHash64.hash(half) == Self.hash((0..<4).map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) }))
    }
  }
}
