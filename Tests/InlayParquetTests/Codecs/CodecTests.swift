import InlayBytes
import Testing

@testable import InlayParquet

@Suite("Codecs")
struct CodecTests {
  private static let codecs: [Compression] = [.uncompressed, .snappy, .gzip]

  /// Bytes that compress somewhat.
  private static func sample(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(($0 * $0 >> 7) % 61) } }

  private static func compress(_ bytes: [UInt8], _ codec: Compression) throws -> [UInt8] {
    var compressor = try PageCompressor(codec)
    var output = ValueBuilder<UInt8>()
    // A first page leaves nothing behind that the second one would show.
    compressor.compress(Values(sample(1000)).rawSpan, into: &output)
    let first = output.count
    compressor.compress(Values(bytes).rawSpan, into: &output)
    return (first..<output.count).map { output[$0] }
  }

  private static func decompress(_ bytes: [UInt8], _ codec: Compression, count: Int) throws -> [UInt8] {
    var decompressor = try PageDecompressor(codec)
    var output = ValueBuilder<UInt8>()
    output.append(0xAA)
    try decompressor.decompress(Values(bytes).rawSpan, count: count, into: &output)
    return (1..<output.count).map { output[$0] }
  }

  @Test("What was compressed comes back", arguments: codecs, [0, 1, 100, 100_000])
  func roundTrip(codec: Compression, count: Int) throws {
    let bytes = Self.sample(count)
    #expect(try Self.decompress(Self.compress(bytes, codec), codec, count: count) == bytes)
  }

  @Test("Several gzip members are one page")
  func members() throws {
    let bytes = try Self.compress(Self.sample(10), .gzip) + Self.compress(Self.sample(30), .gzip)
    #expect(try Self.decompress(bytes, .gzip, count: 40) == Self.sample(10) + Self.sample(30))
  }

  @Test("Broken bytes and false sizes are errors", arguments: codecs)
  func broken(codec: Compression) throws {
    let bytes = try Self.compress(Self.sample(500), codec)
    for count in [0, 499, 501, Int(Int32.max)] {
      let error = #expect(throws: InlayError.self) { try Self.decompress(bytes, codec, count: count) }
      #expect(error?.code == .corrupt)
    }
    for length in 0..<bytes.count {
      #expect(throws: InlayError.self) {
        try Self.decompress(Array(bytes.prefix(length)), codec, count: 500)
      }
    }
  }

  @Test("A codec that is not built in is named")
  func unsupported() {
    let error = #expect(throws: InlayError.self) { _ = try PageDecompressor(.zstd) }
    #expect(
      error?.message
        == "pages are compressed with a codec that is not built in; write the file with SNAPPY or GZIP: ZSTD")
    #expect(error?.code == .unsupported)
    #expect("\(Compression(rawValue: 9))" == "codec 9")
  }
}
