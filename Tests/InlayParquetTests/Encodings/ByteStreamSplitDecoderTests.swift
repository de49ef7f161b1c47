import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Decoding split byte streams")
struct ByteStreamSplitDecoderTests {
  private static func values(_ bytes: [UInt8], skipping: Int, _ count: Int) -> EncodedValues {
    // The streams lie somewhere in the buffer.
    let buffer = Values([9, 9, 9] + bytes + [9]).buffer
    return EncodedValues(
      buffer: buffer, byteRange: 3..<3 + bytes.count, type: .fixedLengthByteArray,
      encoding: .byteStreamSplit, skippedCount: skipping, count: count, limits: ParquetLimits())
  }

  private static func random(_ count: Int, width: Int) -> [[UInt8]] {
    (0..<count).map { _ in (0..<width).map { _ in UInt8.random(in: 0...255) } }
  }

  @Test("Numbers of four and eight bytes", arguments: [0, 1, 7, 64, 1_001])
  func numbers(count: Int) throws {
    for skipped in [0, count / 3, count] {
      let wide = Self.random(count, width: 8)
      var output = ValueBuilder<UInt64>()
      try output.append(count: count - skipped) { room in
        try ByteStreamSplitDecoder.read(
          Self.values(ReferenceEncodings.split(wide), skipping: skipped, count - skipped), into: &room)
      }
      let read = (0..<output.count).map { output[$0] }
      #expect(read == wide[skipped...].map { UInt64($0) })

      let narrow = Self.random(count, width: 4)
      var half = ValueBuilder<UInt32>()
      try half.append(count: count - skipped) { room in
        try ByteStreamSplitDecoder.read(
          Self.values(ReferenceEncodings.split(narrow), skipping: skipped, count - skipped), into: &room)
      }
      let halves = (0..<half.count).map { half[$0] }
      #expect(halves == narrow[skipped...].map { UInt32(UInt64($0)) })
    }
  }

  @Test("Fixed lengths of any width", arguments: [1, 2, 3, 4, 5, 8, 11, 12, 13, 16, 40])
  func fixedLength(width: Int) throws {
    for (count, skipped) in [(0, 0), (1, 0), (100, 0), (100, 33), (100, 100)] {
      let values = Self.random(count, width: width)
      let encoded = Self.values(ReferenceEncodings.split(values), skipping: skipped, count - skipped)
      let read = try ByteStreamSplitDecoder.read(encoded, width: width)
      var arrays: [[UInt8]] = []
      try read.forEach { bytes in arrays.append((0..<bytes.byteCount).map { bytes.byte(at: $0) }) }
      #expect(arrays == Array(values[skipped...]))
    }
  }

  @Test("Streams of unequal length, and too few values")
  func broken() {
    let unequal = #expect(throws: InlayError.self) {
      _ = try ByteStreamSplitDecoder.read(Self.values([1, 2, 3, 4], skipping: 0, 1), width: 3)
    }
    #expect(unequal?.message == "the page's bytes cannot be split into 3 equal streams: 4")
    let short = #expect(throws: InlayError.self) {
      _ = try ByteStreamSplitDecoder.read(Self.values([1, 2, 3, 4], skipping: 1, 2), width: 2)
    }
    #expect(short?.message == "the page's bytes end before its values do")
  }
}

extension UInt64 {
  /// The number that has these bytes, the least significant first.
  fileprivate init(_ bytes: [UInt8]) {
    self = 0
    for byte in bytes.reversed() { self = self << 8 | UInt64(byte) }
  }
}
