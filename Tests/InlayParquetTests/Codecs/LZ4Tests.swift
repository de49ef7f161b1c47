import InlayBytes
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("LZ4")
struct LZ4Tests {
  /// Blocks of `CodecPages.text` that liblz4 made.
  private static let block = CodecPages.vector(
    """
    9Q1saXRlcmFscyBvZiAgYW5kICwgc2VxdWVuY2VzCQBXbWF0Y2gQAAQ1AAwYAAMQAABMAAU8AAUJAAFeAAEFAAYTAAgpAAQ9AACFAAUiAAMVAAUQ\
    AABbAEwsICwgGAADEAADBwAPZgAQNG9mIMYAAS4AH3oBABTwDwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHQ==
    """)
  /// A frame of one block.
  private static let frame = CodecPages.vector(
    """
    BCJNGGBAgpcAAAD1DWxpdGVyYWxzIG9mICBhbmQgLCBzZXF1ZW5jZXMJAFdtYXRjaBAABDUADBgAAxAAAEwABTwABQkAAV4AAQUABhMACCkABD0A\
    AIUABSIAAxUABRAAAFsATCwgLCAYAAMQAAMHAA9mABA0b2YgxgABLgAfegEAFPAPAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdAAAAAA==
    """)
  /// A frame of blocks that repeat each other's bytes, with its size and all checksums.
  private static let linkedFrame = CodecPages.vector(
    """
    BCJNGFxATgEAAAAAAABSPQAAAPUNbGl0ZXJhbHMgb2YgIGFuZCAsIHNlcXVlbmNlcwkAV21hdGNoEAAENQAMGAADEAA0IG9mRQBQZXNzZXEU2i5j\
    KAAAAAJOAAFeAAEFAAVYAAkpAAQ9AAkiAAMVAAkyAEgsICwgGABQbmNlc23rdCoTIwAAAEVhdGNoLwAPZgAQom9mIGxpdGVyYWxyAB96AQALUHp6\
    enp6AARQniIAAIB6enp6AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdukStcwAAAAAp+6cO
    """)

  private static func bigEndian(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }

  @Test("A block of liblz4, as LZ4_RAW and as the deprecated codec without framing")
  func rawBlock() throws {
    for codec in [Compression.lz4Raw, .lz4] {
      #expect(try CodecPages.decompress(Self.block, codec, count: 334) == CodecPages.text)
    }
  }

  @Test("Frames of LZ4's own tools, one after the other, are the deprecated codec")
  func frames() throws {
    let skippable: [UInt8] = [0x5A, 0x2A, 0x4D, 0x18, 1, 0, 0, 0, 9]
    for (bytes, times) in [
      (Self.frame, 1), (Self.linkedFrame, 1), (Self.linkedFrame + skippable + Self.frame, 2),
    ] {
      let text = Array([[UInt8]](repeating: CodecPages.text, count: times).joined())
      #expect(try CodecPages.decompress(bytes, .lz4, count: text.count) == text)
    }
  }

  @Test(
    "A frame whose descriptor, block or content has another checksum is refused", arguments: [6, 14, 40, 220])
  func frameChecksums(offset: Int) {
    var damaged = Self.linkedFrame
    damaged[offset] ^= 1
    let error = #expect(throws: InlayError.self) { try CodecPages.decompress(damaged, .lz4, count: 334) }
    #expect(error?.message == "the page's bytes are not LZ4's, or hold another number than its header says")
  }

  @Test("Hadoop's framing is the deprecated codec: several counts, each with several blocks")
  func hadoop() throws {
    let block = Self.bigEndian(Self.block.count) + Self.block
    for (bytes, times) in [
      (Self.bigEndian(334) + block, 1), (Self.bigEndian(668) + block + block, 2),
      (Self.bigEndian(334) + block + Self.bigEndian(668) + block + block, 3),
    ] {
      let text = Array([[UInt8]](repeating: CodecPages.text, count: times).joined())
      #expect(try CodecPages.decompress(bytes, .lz4, count: text.count) == text)
      for length in 0..<bytes.count {
        #expect(throws: InlayError.self) {
          try CodecPages.decompress(Array(bytes.prefix(length)), .lz4, count: text.count)
        }
      }
    }
    #expect(try CodecPages.decompress(Self.bigEndian(0), .lz4, count: 0) == [])
  }

  @Test("The deprecated codec is written in Hadoop's framing")
  func writtenFraming() throws {
    let bytes = try CodecPages.compress(CodecPages.text, .lz4)
    #expect(Array(bytes.prefix(8)) == Self.bigEndian(334) + Self.bigEndian(bytes.count - 8))
    #expect(try CodecPages.compress(CodecPages.text, .lz4Raw) == Array(bytes.dropFirst(8)))
  }

  @Test("Long runs and long literals are written with their lengths in several bytes")
  func lengths() throws {
    var random = SeededGenerator(5)
    for count in [14, 15, 16, 269, 270, 271, 523, 524, 525, 70_000] {
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let bytes = noise + [UInt8](repeating: 7, count: count) + noise
      let compressed = try CodecPages.compress(bytes, .lz4Raw)
      #expect(try CodecPages.decompress(compressed, .lz4Raw, count: bytes.count) == bytes)
      #expect(Self.decode(compressed) == bytes)
    }
  }

  @Test("What compresses becomes small, and a block ends in literals, as decoders that copy widely ask for")
  func blockEnds() throws {
    for count in 13...60 {
      let compressed = try CodecPages.compress([UInt8](repeating: 1, count: count), .lz4Raw)
      #expect(compressed.suffix(5) == [1, 1, 1, 1, 1])
    }
    #expect(try CodecPages.compress([UInt8](repeating: 1, count: 100_000), .lz4Raw).count < 420)
  }

  @Test("Damaged blocks give what a plain decoder makes of them")
  func damaged() throws {
    var random = SeededGenerator(21)
    for _ in 0..<400 {
      let bytes = CodecPages.random(.random(in: 1...600, using: &random), using: &random)
      var block = try CodecPages.compress(bytes, .lz4Raw)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        block[.random(in: block.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      let plain = Self.decode(block)
      let count = plain?.count ?? bytes.count
      #expect((try? CodecPages.decompress(block, .lz4Raw, count: count)) == plain)
      #expect((try? CodecPages.decompress(block, .lz4Raw, count: count + 1)) == nil)
    }
  }

  /// Decodes a block a byte at a time; nil when it is broken.
  private static func decode(_ block: [UInt8]) -> [UInt8]? {
    var rest = block[...]
    var output: [UInt8] = []
    func length(_ code: UInt8) -> Int? {
      var length = Int(code)
      guard code == 15 else { return length }
      while let byte = rest.popFirst() {
        length += Int(byte)
        if byte < 255 { return length }
      }
      return nil
    }
    while let token = rest.popFirst() {
      guard let literals = length(token >> 4), literals <= rest.count else { return nil }
      output += rest.prefix(literals)
      rest = rest.dropFirst(literals)
      if rest.isEmpty { return output }
      guard let low = rest.popFirst(), let high = rest.popFirst() else { return nil }
      let offset = Int(low) | Int(high) << 8
      guard let count = length(token & 15), offset > 0, offset <= output.count else { return nil }
      for _ in 0..<count + 4 { output.append(output[output.count - offset]) }
    }
    return nil
  }
}
