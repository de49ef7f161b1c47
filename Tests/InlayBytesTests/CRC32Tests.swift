import Testing

@testable import InlayBytes

@Suite("CRC-32")
struct CRC32Tests {
  @Test("The check value of the catalogue, and the empty input")
  func known() {
    #expect(CRC32.checksum(Values(Array("123456789".utf8)).rawSpan) == 0xCBF4_3926)
    #expect(CRC32.checksum(Values<UInt8>([]).rawSpan) == 0)
  }

  @Test("The processor's kernel and the plain twin agree, at every alignment and many lengths")
  func twins() {
    var random = SystemRandomNumberGenerator()
    let bytes = Values((0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) })
    for start in 0..<17 {
      for length in Array(0..<200) + [1_000, 1_023, 4_096, 4_983] {
        let slice = bytes[start..<start + length]
        let seed = UInt32.random(in: 0 ... .max, using: &random)
        #expect(CRC32.checksum(slice.rawSpan, continuing: seed) == ~CRC32.update(~seed, slice.rawSpan))
      }
    }
  }

  @Test("A checksum continues where the last one ended")
  func continuing() {
    let bytes = Values((0..<300).map { UInt8($0 & 0xFF) })
    let whole = CRC32.checksum(bytes.rawSpan)
    for split in [0, 1, 64, 150, 300] {
      let head = CRC32.checksum(bytes[0..<split].rawSpan)
      #expect(CRC32.checksum(bytes[split..<300].rawSpan, continuing: head) == whole)
    }
  }
}
