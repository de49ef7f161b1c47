import InlayBytes
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Codecs")
struct CodecTests {
  @Test(
    "What was compressed comes back", arguments: CodecPages.builtIn, [0, 1, 11, 12, 13, 14, 100, 100_000])
  func roundTrip(codec: Compression, count: Int) throws {
    let bytes = CodecPages.sample(count)
    #expect(try CodecPages.decompress(CodecPages.compress(bytes, codec), codec, count: count) == bytes)
  }

  @Test("Random bytes come back", arguments: CodecPages.builtIn)
  func randomRoundTrip(codec: Compression) throws {
    var random = SeededGenerator(11)
    for _ in 0..<60 {
      let bytes = CodecPages.random(.random(in: 0...5_000, using: &random), using: &random)
      let compressed = try CodecPages.compress(bytes, codec)
      #expect(try CodecPages.decompress(compressed, codec, count: bytes.count) == bytes)
    }
  }

  @Test("Every level gives the bytes back, and the highest makes less of them than the lowest")
  func levels() throws {
    var random = SeededGenerator(3)
    let bytes = CodecPages.random(60_000, using: &random)
    for codec in CodecPages.builtIn {
      guard let levels = codec.levels else { continue }
      var counts: [Int] = []
      for level in levels {
        let compressed = try CodecPages.compress(bytes, codec, level: level)
        #expect(try CodecPages.decompress(compressed, codec, count: bytes.count) == bytes)
        counts.append(compressed.count)
      }
      #expect(counts.last! < counts.first!)
    }
  }

  @Test("A level that the codec does not have is refused")
  func wrongLevels() {
    func message(_ codec: Compression, _ level: Int) -> String? {
      #expect(throws: InlayError.self) { _ = try PageCompressor(codec, level: level) }?.message
    }
    #expect(message(.gzip, 0) == "GZIP has the levels 1 to 9, not this one: 0")
    #expect(message(.gzip, 10) == "GZIP has the levels 1 to 9, not this one: 10")
    #expect(message(.snappy, 1) == "the codec has no levels; leave the level out: SNAPPY")
    #expect(message(.lz4Raw, 1) == "the codec has no levels; leave the level out: LZ4_RAW")
  }

  @Test("Several gzip members are one page")
  func members() throws {
    let (first, second) = (CodecPages.sample(10), CodecPages.sample(30))
    let bytes = try CodecPages.compress(first, .gzip) + CodecPages.compress(second, .gzip)
    #expect(try CodecPages.decompress(bytes, .gzip, count: 40) == first + second)
  }

  @Test("zlib's framing passes for gzip's")
  func zlib() throws {
    let bytes = CodecPages.vector("eJxLTEpOSU1Lz8jMys7JzcsvKCwqLiktK6+orEqkqgwACYMsfQ==")
    let text = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    #expect(try CodecPages.decompress(bytes, .gzip, count: 104) == text + text + text + text)
  }

  @Test("Nothing may be left out, or compressed", arguments: CodecPages.builtIn)
  func nothing(codec: Compression) throws {
    #expect(try CodecPages.decompress([], codec, count: 0) == [])
    #expect(try CodecPages.decompress(CodecPages.compress([], codec), codec, count: 0) == [])
  }

  @Test("False sizes and truncated bytes are errors", arguments: CodecPages.builtIn)
  func broken(codec: Compression) throws {
    let bytes = try CodecPages.compress(CodecPages.sample(500), codec)
    for count in [0, 499, 501, Int(Int32.max)] {
      let error = #expect(throws: InlayError.self) { try CodecPages.decompress(bytes, codec, count: count) }
      #expect(error?.code == .corrupt)
    }
    for length in 0..<bytes.count {
      let error = #expect(throws: InlayError.self) {
        try CodecPages.decompress(Array(bytes.prefix(length)), codec, count: 500)
      }
      #expect(error?.code == .corrupt)
    }
  }

  @Test("Flipped bits give as many bytes as asked for, or an error", arguments: CodecPages.builtIn)
  func flipped(codec: Compression) throws {
    let bytes = try CodecPages.compress(CodecPages.text, codec)
    for bit in 0..<8 * bytes.count {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      do {
        #expect(
          try CodecPages.decompress(damaged, codec, count: CodecPages.text.count).count
            == CodecPages.text.count)
      } catch let error as InlayError {
        #expect(error.code == .corrupt)
      }
    }
  }

  @Test(
    "A codec that Inlay does not have is named",
    arguments: [(Compression.lzo, "LZO"), (.init(rawValue: 9), "codec 9")])
  func unknown(codec: Compression, name: String) {
    let error = #expect(throws: InlayError.self) { _ = try PageDecompressor(codec) }
    #expect(error?.message == "pages are compressed with a codec that Inlay does not have: \(name)")
    #expect(error?.code == .unsupported)
  }
}
