import Foundation
import InlayBytes

@testable import InlayParquet

/// Pages for the tests of codecs.
enum CodecPages {
  /// Every codec that pages can be compressed and decompressed with in this build.
  static var builtIn: [Compression] {
    [.uncompressed, .snappy, .gzip, .lz4, .lz4Raw, .zstd, .brotli].filter {
      (try? $0.checkIsBuiltIn()) != nil
    }
  }

  /// What the vectors of other compressors hold: words, a run of one byte, and bytes that do not compress.
  static let text: [UInt8] =
    Array(
      """
      literals of  and , sequencessequencesmatchessequencesliteralsmatchessequencesmatches of sequencessequences and  \
      and sequences of sequencesmatches and sequencesmatchessequences of , , matchessequencesmatchesmatches and \
      sequences of sequencesmatches of literals and zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz
      """.utf8) + Array(0..<30)

  /// Bytes that compress somewhat.
  static func sample(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(($0 * $0 >> 7) % 61) } }

  /// Random bytes between copies of what was before, of all lengths and distances.
  static func random(_ count: Int, using random: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let length = 1 << Int.random(in: 0...9, using: &random) + Int.random(in: 0...20, using: &random)
      if bytes.isEmpty || Int.random(in: 0..<3, using: &random) == 0 {
        for _ in 0..<length { bytes.append(.random(in: 0...255, using: &random)) }
      } else {
        let distances = [8, 40, 300, bytes.count].map { Swift.min($0, bytes.count) }
        let distance = Int.random(in: 1...distances.randomElement(using: &random)!, using: &random)
        for _ in 0..<length { bytes.append(bytes[bytes.count - distance]) }
      }
    }
    return Array(bytes.prefix(count))
  }

  static func compress(_ bytes: [UInt8], _ codec: Compression, level: Int? = nil) throws -> [UInt8] {
    var compressor = try PageCompressor(codec, level: level)
    var output = ValueBuilder<UInt8>()
    // A first page leaves nothing behind that the second one would show.
    try compressor.compress(Values(sample(1000)).rawSpan, into: &output)
    let first = output.count
    try compressor.compress(Values(bytes).rawSpan, into: &output)
    return (first..<output.count).map { output[$0] }
  }

  static func decompress(_ bytes: [UInt8], _ codec: Compression, count: Int) throws -> [UInt8] {
    var decompressor = try PageDecompressor(codec)
    var output = ValueBuilder<UInt8>()
    output.append(0xAA)
    try decompressor.decompress(Values(bytes).rawSpan, count: count, into: &output)
    return (1..<output.count).map { output[$0] }
  }

  /// Bytes that another program made.
  static func vector(_ base64: String) -> [UInt8] { Array(Data(base64Encoded: base64)!) }
}
