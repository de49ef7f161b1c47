import InlayBytes
import Testing

@testable import InlayParquet

/// Codecs that stand behind a package trait, in a build with it and in one without.
@Suite("Codecs of package traits")
struct TraitTests {
  #if Zstd
  @Test("Frames of another compressor, with and without their size, several and skippable ones")
  func zstd() throws {
    let frame = CodecPages.vector(
      """
      KLUv/WBOAA0EAKQEbGl0ZXJhbHMgb2YgIGFuZCAsIHNlcXVlbmNlc21hdGNoIG9mLCAsIG9mIHoAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRob\
      HB0VAHBFogqQNGKkgYCKg5ku2IlQVQdwZlD0ABAIYOrAzwLUQRgtQEKamRnsRIAVATONhkVxAg==
      """)
    #expect(try CodecPages.decompress(frame, .zstd, count: 334) == CodecPages.text)
    let skippable: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 7, 7]
    #expect(
      try CodecPages.decompress(frame + skippable + frame, .zstd, count: 668) == CodecPages.text
        + CodecPages.text)
    // A frame that does not tell its size: one block of "inlay", stored.
    let unsized: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x48, 0x29, 0x00, 0x00] + Array("inlay".utf8)
    #expect(try CodecPages.decompress(unsized, .zstd, count: 5) == Array("inlay".utf8))
  }

  @Test("A small frame of zeros is read, and one that claims too many is refused before memory is taken")
  func zstdDensity() throws {
    let zeros = try CodecPages.compress([UInt8](repeating: 0, count: 1 << 22), .zstd)
    #expect(zeros.count < 1_000)
    #expect(try CodecPages.decompress(zeros, .zstd, count: 1 << 22).allSatisfy { $0 == 0 })
    let error = #expect(throws: InlayError.self) {
      try CodecPages.decompress([1, 2, 3], .zstd, count: 1 << 17)
    }
    #expect(error?.message == "the page's bytes are not Zstandard's, or hold more than its header says")
  }
  #else
  @Test("Zstandard names its trait")
  func zstd() {
    let error = #expect(throws: InlayError.self) { _ = try PageDecompressor(.zstd) }
    #expect(
      error?.message
        == "pages are compressed with a codec that is not built in; build Inlay with the package trait Zstd: ZSTD"
    )
    #expect(error?.code == .unsupported)
  }
  #endif

  #if Brotli
  @Test("A stream of another compressor")
  func brotli() throws {
    let stream = CodecPages.vector(
      """
      G00BAASqbaR/qD8MfWs2CYZrWu6Aubt1YRZB83b/7wk1T7cJ3h4i5jYk8C57L+j3Gu/wS8IlbmmacxSvCZiedQNfQUQFJlYOzSKIXakKUC9CqNc8\
      tVKzMT4QN344nA8x5VKXpdbm1vqYawM=
      """)
    #expect(try CodecPages.decompress(stream, .brotli, count: 334) == CodecPages.text)
    let error = #expect(throws: InlayError.self) {
      try CodecPages.decompress(stream + [0], .brotli, count: 334)
    }
    #expect(error?.message == "the page's bytes are not Brotli's, or hold more than its header says")
  }

  @Test("A small stream of zeros is read")
  func brotliDensity() throws {
    let zeros = try CodecPages.compress([UInt8](repeating: 0, count: 1 << 22), .brotli)
    #expect(zeros.count < 100)
    #expect(try CodecPages.decompress(zeros, .brotli, count: 1 << 22).allSatisfy { $0 == 0 })
  }
  #else
  @Test("Brotli names its trait")
  func brotli() {
    let error = #expect(throws: InlayError.self) { _ = try PageCompressor(.brotli) }
    #expect(
      error?.message
        == "pages are compressed with a codec that is not built in; build Inlay with the package trait Brotli: BROTLI"
    )
    #expect(error?.code == .unsupported)
  }
  #endif
}
