import Testing

@testable import InlayBytes

@Suite("xxHash of 32 bits")
struct XXHash32Tests {
  @Test(
    "The values of the reference implementation",
    arguments: [
      ("", 0x02CC_5D05), ("a", 0x550D_7456), ("abc", 0x32D1_53FF),
      ("Nobody inspects the spammish repetition", 0xE229_3B2F),
    ] as [(String, UInt32)])
  func known(text: String, hash: UInt32) {
    #expect(XXHash32.hash(Values(Array(text.utf8)).rawSpan) == hash)
  }
}
