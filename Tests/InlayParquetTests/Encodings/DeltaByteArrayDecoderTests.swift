import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Decoding byte arrays whose lengths are differences")
struct DeltaByteArrayDecoderTests {
  /// Values of which many begin like the one before; some are empty.
  static func random(_ count: Int) -> [[UInt8]] {
    var previous: [UInt8] = []
    return (0..<count).map { _ in
      let kept = previous.prefix(Int.random(in: 0...max(1, previous.count)))
      previous = kept + (0..<Int.random(in: 0...12)).map { _ in UInt8.random(in: 97...122) }
      return previous
    }
  }

  private static func encoded(
    _ bytes: [UInt8], _ encoding: Encoding, skipping: Int = 0, _ count: Int,
    limits: ParquetLimits = ParquetLimits(), type: PhysicalType = .byteArray
  ) -> EncodedValues {
    let buffer = Values([9, 9, 9] + bytes + [9]).buffer
    return EncodedValues(
      buffer: buffer, byteRange: 3..<3 + bytes.count, type: type, encoding: encoding,
      skippedCount: skipping, count: count, limits: limits)
  }

  private static func views(_ values: EncodedValues, fixedLength: Int? = nil) throws -> [[UInt8]] {
    var views = ValueBuilder<ByteView>()
    var buffers = PageBuffers()
    try views.append(count: values.count) { room in
      try values.readViews(fixedLength: fixedLength, isText: true, into: &room, &buffers)
    }
    let read = ViewValues(views: views.freeze(), buffers: buffers.all)
    return (0..<read.count).map { index in
      let bytes = read.bytes(at: index)
      return (0..<bytes.byteCount).map { bytes.byte(at: $0) }
    }
  }

  @Test("All values, or some of them, from any place", arguments: [1, 5, 128, 3_000])
  func values(count: Int) throws {
    let values = Self.random(count)
    for (start, end) in [(0, count), (count / 3, count / 2), (count / 2, count), (count, count)] {
      let expected = Array(values[start..<end])
      let lengths = ReferenceEncodings.deltaLength(values)
      let shared = ReferenceEncodings.deltaBytes(values)
      #expect(
        try Self.views(Self.encoded(lengths, .deltaLengthByteArray, skipping: start, end - start)) == expected
      )
      #expect(try Self.views(Self.encoded(shared, .deltaByteArray, skipping: start, end - start)) == expected)
    }
  }

  @Test("Fixed lengths, which every value must have")
  func fixedLength() throws {
    let values = (0..<50).map { row in (0..<7).map { UInt8(97 + (row * $0) % 9) } }
    let bytes = ReferenceEncodings.deltaBytes(values)
    #expect(try Self.views(Self.encoded(bytes, .deltaByteArray, 50), fixedLength: 7) == values)
    let error = #expect(throws: InlayError.self) {
      try Self.views(Self.encoded(bytes, .deltaByteArray, 50), fixedLength: 8)
    }
    #expect(error?.message == "a value has not the 8 bytes of its type: 7")
  }

  @Test("A page of nulls only has no bytes")
  func nothing() throws {
    for encoding in [Encoding.deltaLengthByteArray, .deltaByteArray] {
      #expect(try Self.views(Self.encoded([], encoding, 0)).isEmpty)
    }
  }

  private static func message(_ bytes: [UInt8], _ encoding: Encoding, _ count: Int) -> String? {
    let error = #expect(throws: InlayError.self) { try Self.views(Self.encoded(bytes, encoding, count)) }
    #expect(error?.code == .corrupt)
    return error?.message
  }

  @Test("Lengths that cannot be")
  func broken() {
    let delta = { (lengths: [Int32]) in ReferenceEncodings.delta(lengths) }
    #expect(
      Self.message(delta([3, -1]), .deltaLengthByteArray, 2) == "the length of a value is negative: -1")
    #expect(
      Self.message(delta([3, 2]) + [97, 97, 97, 97], .deltaLengthByteArray, 2)
        == "the page's bytes end before its values do")
    #expect(
      Self.message(delta([3]) + [97, 97, 97], .deltaLengthByteArray, 2)
        == "the page's bytes end before its values do")
    #expect(
      Self.message(delta([1]) + delta([1]) + [97], .deltaByteArray, 1)
        == "a value shares more bytes with the one before it than that one's 0: 1")
    #expect(
      Self.message(delta([0, 3]) + delta([2, 0]) + [97, 98], .deltaByteArray, 2)
        == "a value shares more bytes with the one before it than that one's 2: 3")
    #expect(
      Self.message(delta([0, -3]) + delta([2, 0]) + [97, 98], .deltaByteArray, 2)
        == "the length of a value is negative: -3")
    #expect(
      Self.message(delta([0, 1]) + delta([2, 2]) + [97, 98, 99], .deltaByteArray, 2)
        == "the page's bytes end before its values do")
  }

  @Test("A few bytes that would become very many are refused before they do")
  func expansion() {
    // A value of 1,000 bytes, and then 99,999 times the same.
    let prefixes = [0] + [Int32](repeating: 1_000, count: 99_999)
    let suffixes = [1_000] + [Int32](repeating: 0, count: 99_999)
    let bytes =
      ReferenceEncodings.delta(prefixes) + ReferenceEncodings.delta(suffixes)
      + [UInt8](repeating: 97, count: 1_000)
    var limits = ParquetLimits()
    limits.pageByteCount = 50_000_000
    let error = #expect(throws: InlayError.self) {
      try Self.views(Self.encoded(bytes, .deltaByteArray, 100_000, limits: limits))
    }
    #expect(error?.code == .limitExceeded)
    #expect(
      error?.message
        == "the page's values take more bytes than ParquetLimits.pageByteCount allows: over 50000000")
  }

  @Test("Text is checked where values meet, too")
  func text() throws {
    let encoders: [(Encoding, ([[UInt8]]) -> [UInt8])] = [
      (.deltaLengthByteArray, ReferenceEncodings.deltaLength),
      (.deltaByteArray, ReferenceEncodings.deltaBytes),
    ]
    for (encoding, encode) in encoders {
      let good = ["日本", "", "日本語", "é"].map { Array($0.utf8) }
      #expect(try Self.views(Self.encoded(encode(good), encoding, 4)) == good)
      for bad: [[UInt8]] in [[[0xE6, 0x97], [0xA5]], [[97], [0xFF]], [[0xC3], [], [0xA9]]] {
        #expect(
          Self.message(encode(bad), encoding, bad.count)
            == "a value of a text column is not UTF-8; read it as binary elsewhere")
      }
    }
  }

  @Test("Every prefix and every changed bit gives values or an error", arguments: [false, true])
  func hostile(sharesPrefixes: Bool) {
    let values = Self.random(40)
    let whole =
      sharesPrefixes ? ReferenceEncodings.deltaBytes(values) : ReferenceEncodings.deltaLength(values)
    let encoding: Encoding = sharesPrefixes ? .deltaByteArray : .deltaLengthByteArray
    func read(_ bytes: [UInt8]) {
      do {
        let values = try Self.views(Self.encoded(bytes, encoding, skipping: 10, 30))
        #expect(values.count == 30)
      } catch {
        #expect(error is InlayError)
      }
    }
    for count in whole.indices { read(Array(whole[..<count])) }
    var changed = whole
    for index in whole.indices {
      for bit in 0..<8 {
        changed[index] ^= 1 << bit
        read(changed)
        changed[index] ^= 1 << bit
      }
    }
  }
}
