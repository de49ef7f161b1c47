import InlayBytes
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Encoding the values of a page")
struct ValueEncoderTests {
  /// Encodes values behind 16 bytes that do not belong to them, as a page has room for its levels.
  private static func encoded(
    _ plain: [UInt8], count: Int, _ physical: PhysicalType, byteWidth: Int? = nil, _ encoding: Encoding
  ) -> [UInt8] {
    var page = ValueBuilder<UInt8>()
    page.append(repeating: 0xEE, count: 16)
    page.append(contentsOf: plain.span)
    var output = ValueBuilder<UInt8>()
    output.append(0xAA)
    ValueEncoder(physical: physical, byteWidth: byteWidth)
      .encode(page, from: 16, count: count, as: encoding, into: &output)
    #expect(output[0] == 0xAA)
    return Array(output.array.dropFirst())
  }

  private static func withLengths(_ values: [[UInt8]]) -> [UInt8] {
    values.flatMap { value in
      (0..<4).map { UInt8(truncatingIfNeeded: value.count >> ($0 * 8)) } + value
    }
  }

  private static func values(seed: Int, count: Int, length: ClosedRange<Int>) -> [[UInt8]] {
    var random = SeededGenerator(UInt64(seed))
    var values: [[UInt8]] = []
    for _ in 0..<count {
      let kept = values.last.map { $0.prefix(Int.random(in: 0...$0.count, using: &random)) } ?? []
      let length = Int.random(in: length, using: &random)
      let fresh = (0..<length).map { _ in UInt8.random(in: 0...3, using: &random) }
      values.append(Array((kept + fresh).prefix(length)))
    }
    return values
  }

  @Test("The specification's example of lengths as differences")
  func lengths() {
    let words = ["Hello", "World", "Foobar", "ABCDEF"].map { Array($0.utf8) }
    let bytes = Self.encoded(Self.withLengths(words), count: 4, .byteArray, .deltaLengthByteArray)
    var reference = EncodingReference(bytes)
    #expect(reference.deltaBinaryPacked(Int32.self) == [5, 5, 6, 6])
    #expect(reference.rest == Array("HelloWorldFoobarABCDEF".utf8))
  }

  @Test("The specification's example of prefixes shared with the value before")
  func prefixes() {
    let words = ["axis", "axle", "babble", "babyhood"].map { Array($0.utf8) }
    let bytes = Self.encoded(Self.withLengths(words), count: 4, .byteArray, .deltaByteArray)
    var reference = EncodingReference(bytes)
    #expect(reference.deltaBinaryPacked(Int32.self) == [0, 2, 0, 3])
    #expect(reference.deltaBinaryPacked(Int32.self) == [4, 2, 6, 5])
    #expect(reference.rest == Array("axislebabbleyhood".utf8))
  }

  @Test("Byte arrays of any length come back", arguments: [0, 1, 2, 33, 129, 500])
  func byteArrays(count: Int) {
    let values = Self.values(seed: count, count: count, length: 0...40)
    let plain = Self.withLengths(values)
    var lengths = EncodingReference(Self.encoded(plain, count: count, .byteArray, .deltaLengthByteArray))
    #expect(lengths.deltaLengthByteArray() == values)
    var prefixes = EncodingReference(Self.encoded(plain, count: count, .byteArray, .deltaByteArray))
    #expect(prefixes.deltaByteArray() == values)
    #expect(lengths.rest.isEmpty && prefixes.rest.isEmpty)
  }

  @Test("Values of one length come back", arguments: [1, 2, 4, 8, 9, 12, 16, 17], [0, 1, 2, 130])
  func fixedLengths(byteWidth: Int, count: Int) {
    let values = Self.values(seed: byteWidth, count: count, length: byteWidth...byteWidth)
    let plain = values.flatMap { $0 }
    let type = PhysicalType.fixedLengthByteArray
    var prefixes = EncodingReference(
      Self.encoded(plain, count: count, type, byteWidth: byteWidth, .deltaByteArray))
    #expect(prefixes.deltaByteArray() == values)
    var streams = EncodingReference(
      Self.encoded(plain, count: count, type, byteWidth: byteWidth, .byteStreamSplit))
    #expect(streams.byteStreamSplit(byteWidth: byteWidth) == values)
  }

  @Test("The specification's example of split bytes")
  func streams() {
    let plain: [UInt8] = [0xAA, 0xBB, 0xCC, 0xDD, 0x00, 0x11, 0x22, 0x33, 0xA3, 0xB4, 0xC5, 0xD6]
    #expect(
      Self.encoded(plain, count: 3, .float, byteWidth: 4, .byteStreamSplit)
        == [0xAA, 0x00, 0xA3, 0xBB, 0x11, 0xB4, 0xCC, 0x22, 0xC5, 0xDD, 0x33, 0xD6])
  }

  @Test("Booleans are runs and groups behind their length")
  func booleans() throws {
    for count in [0, 1, 7, 8, 9, 64, 100, 1_000] {
      var random = SeededGenerator(UInt64(count))
      let bits = (0..<count).map { $0 < 500 ? UInt32.random(in: 0...1, using: &random) : 1 }
      var plain = [UInt8](repeating: 0, count: (count + 7) / 8)
      for (index, bit) in bits.enumerated() { plain[index / 8] |= UInt8(bit) << UInt8(index % 8) }
      let bytes = Self.encoded(plain, count: count, .boolean, .rle)
      let length = (0..<4).reduce(0) { $0 | Int(bytes[$1]) << ($1 * 8) }
      #expect(length == bytes.count - 4)
      #expect(try HybridReference.decode(Array(bytes.dropFirst(4)), bitWidth: 1, count: count) == bits)
    }
  }
}
