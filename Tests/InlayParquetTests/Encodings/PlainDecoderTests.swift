import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Decoding plain values")
struct PlainDecoderTests {
  private static func page(_ values: [[UInt8]]) -> Values<UInt8> {
    Values(values.flatMap { value in [UInt8(value.count & 0xFF), UInt8(value.count >> 8), 0, 0] + value })
  }

  private static func views(_ page: Values<UInt8>, skipping: Int, _ count: Int) throws -> [[UInt8]] {
    var views = ValueBuilder<ByteView>()
    var decoder = PlainByteArrayDecoder(page.rawSpan, fixedLength: nil)
    try decoder.skip(skipping)
    try views.append(count: count) { room in try decoder.read(count, into: &room, buffer: 0, base: 0) }
    let values = ViewValues(views: views.freeze(), buffers: [page.buffer])
    return (0..<count).map { index in
      let bytes = values.bytes(at: index)
      return (0..<bytes.byteCount).map { bytes.byte(at: $0) }
    }
  }

  @Test("Byte arrays of every length near that of a view's own bytes, first and last in the page")
  func byteArrays() throws {
    let values = (0...30).map { length in (0..<length).map { UInt8($0 * 7 & 0xFF) } }
    for order in [values, values.reversed()] {
      let page = Self.page(order)
      for skipped in [0, 3, 31] {
        #expect(try Self.views(page, skipping: skipped, 31 - skipped) == Array(order[skipped...]))
      }
    }
  }

  @Test("A page that ends too early is an error")
  func tooShort() {
    let page = Self.page([[1, 2, 3], [4, 5]])
    for length in 0..<page.count {
      let error = #expect(throws: InlayError.self) { try Self.views(page[0..<length], skipping: 0, 2) }
      #expect(error?.message == "the page's bytes end before its values do")
    }
    let room = #expect(throws: InlayError.self) {
      var numbers = ValueBuilder<Int32>()
      try numbers.append(count: 2) { room in
        try PlainDecoder.read(
          2, after: 1, of: Values<UInt8>([UInt8](repeating: 0, count: 11)).rawSpan, into: &room)
      }
    }
    #expect(room?.message == "the page's bytes end before its values do")
  }

  @Test("Text is checked value by value where a length could be mistaken for a part of a character")
  func text() throws {
    func check(_ values: [[UInt8]]) throws {
      let page = Self.page(values)
      let start = PlainByteArrayDecoder(page.rawSpan, fixedLength: nil)
      var end = start
      try end.skip(values.count)
      try start.requireUTF8(values.count, upTo: end)
    }
    let long = [UInt8](repeating: 0x61, count: 0x80)
    try check([[0xC3, 0xA9], [], long, Array("日本語".utf8)])
    // The first value ends within a character, and the next length, 0x80, looks like the rest of it.
    for values in [[[0xC3], long], [[0xFF]], [[0xE6, 0x97], [0xA5]], [long, [0x80]]] {
      let error = #expect(throws: InlayError.self) { try check(values) }
      #expect(error?.message == "a value of a text column is not UTF-8; read it as binary elsewhere")
    }
  }

  @Test("Decimals of any length, of both signs")
  func decimals() {
    func number(_ bytes: [UInt8]) -> Int128? { DecimalBytes.number(Values(bytes).rawSpan) }
    #expect(number([]) == nil)
    #expect(number([0x7F]) == 127)
    #expect(number([0xFF]) == -1)
    #expect(number([0x80, 0x00]) == -32_768)
    #expect(number([0x00, 0x80, 0x00]) == 32_768)
    #expect(number([0x80] + [UInt8](repeating: 0, count: 15)) == .min)
    #expect(number([0xFF, 0xFF, 0x80] + [UInt8](repeating: 0, count: 15)) == .min)
    #expect(number([0x01] + [UInt8](repeating: 0, count: 16)) == nil)
    #expect(number([0x00, 0x80] + [UInt8](repeating: 0, count: 15)) == nil)
  }

  @Test("Values move to where the bitmap has ones")
  func spreading() {
    for count in [0, 1, 63, 64, 65, 200] {
      let bits = (0..<count).map { _ in Bool.random() }
      var values = ValueBuilder<Int32>()
      let present = bits.count { $0 }
      for index in 0..<count { values.append(index < present ? Int32(index) : 99) }
      var room = values.mutableSpan
      NullSpreading.spread(&room, by: Bitmap(bits), valueCount: present, filler: -1)
      var next: Int32 = -1
      let expected = bits.map { isThere -> Int32 in
        if isThere { next += 1 }
        return isThere ? next : -1
      }
      #expect((0..<count).map { values[$0] } == expected)
    }
  }
}
