import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Decoding run lengths and packed bits")
struct HybridDecoderTests {
  /// A stream of runs, made value by value.
  private struct Stream {
    let bitWidth: Int
    var bytes: [UInt8] = []
    var values: [UInt32] = []

    mutating func header(_ number: Int) {
      var number = number
      while number >= 0x80 {
        bytes.append(UInt8(number & 0x7F) | 0x80)
        number >>= 7
      }
      bytes.append(UInt8(number))
    }

    mutating func repeated(_ value: UInt32, _ count: Int) {
      header(count << 1)
      for index in 0..<(bitWidth + 7) / 8 { bytes.append(UInt8(value >> UInt32(index * 8) & 0xFF)) }
      values += [UInt32](repeating: value, count: count)
    }

    mutating func packed(_ group: [UInt32]) {
      header((group.count / 8) << 1 | 1)
      var bits: [Bool] = []
      for value in group { for bit in 0..<bitWidth { bits.append(value >> UInt32(bit) & 1 == 1) } }
      for start in stride(from: 0, to: bits.count, by: 8) {
        bytes.append((0..<8).reduce(0) { $0 | (bits[start + $1] ? 1 << UInt8($1) : 0) })
      }
      values += group
    }

    static func random(bitWidth: Int) -> Stream {
      var stream = Stream(bitWidth: bitWidth)
      let limit = UInt32((UInt64(1) << UInt64(bitWidth)) - 1)
      for _ in 0..<30 {
        if Bool.random() {
          stream.repeated(.random(in: 0...limit), .random(in: 0...300))
        } else {
          stream.packed((0..<8 * Int.random(in: 0...20)).map { _ in .random(in: 0...limit) })
        }
      }
      return stream
    }
  }

  private static func read(_ decoder: inout HybridDecoder, _ count: Int) throws -> [UInt32] {
    var output = ValueBuilder<UInt32>()
    try output.append(count: count) { room in try decoder.read(count, into: &room) }
    return (0..<count).map { output[$0] }
  }

  @Test("Every width, taken and skipped in pieces of any size", arguments: 1...32)
  func widths(bitWidth: Int) throws {
    for _ in 0..<10 {
      let stream = Stream.random(bitWidth: bitWidth)
      let bytes = Values(stream.bytes)
      var decoder = HybridDecoder(bytes.rawSpan, bitWidth: bitWidth)
      var position = 0
      while position < stream.values.count {
        let count = Int.random(in: 0...min(100, stream.values.count - position))
        if Bool.random() {
          let values = try Self.read(&decoder, count)
          #expect(values == Array(stream.values[position..<position + count]))
        } else {
          try decoder.skip(count)
        }
        position += count
      }
    }
  }

  @Test("Single bits go into a bitmap, or are counted")
  func bits() throws {
    for _ in 0..<50 {
      let stream = Stream.random(bitWidth: 1)
      let bytes = Values(stream.bytes)
      var decoder = HybridDecoder(bytes.rawSpan, bitWidth: 1)
      let skipped = Int.random(in: 0...stream.values.count)
      let ones = try decoder.countOnes(skipped)
      #expect(ones == stream.values[..<skipped].count { $0 == 1 })
      var builder = BitmapBuilder()
      builder.append(repeating: true, count: skipped % 9)
      try decoder.read(stream.values.count - skipped, into: &builder)
      let bitmap = builder.freeze()
      let expected = stream.values[skipped...].map { $0 == 1 }
      #expect((skipped % 9..<bitmap.count).map { bitmap[$0] } == expected)
    }
  }

  @Test("A page without nulls is seen at its first run")
  func ones() throws {
    var stream = Stream(bitWidth: 1)
    stream.repeated(1, 20)
    stream.repeated(0, 1)
    let bytes = Values(stream.bytes)
    var decoder = HybridDecoder(bytes.rawSpan, bitWidth: 1)
    let answers = try [
      decoder.takeOnes(0), decoder.takeOnes(15), decoder.takeOnes(6), decoder.takeOnes(5),
      decoder.takeOnes(1),
    ]
    #expect(answers == [true, true, false, true, false])
  }

  @Test("Values of no bits are 0, with runs or without")
  func noBits() throws {
    let bytes = Values<UInt8>([])
    var decoder = HybridDecoder(bytes.rawSpan, bitWidth: 0)
    let values = try Self.read(&decoder, 3)
    #expect(values == [0, 0, 0])
  }

  @Test("The padding of the last packed run may be missing")
  func noPadding() throws {
    // Two groups of 3 bits announced, bytes for 10 values there.
    let bytes = Values<UInt8>([0x05, 0x88, 0xC6, 0xFA, 0x08])
    var decoder = HybridDecoder(bytes.rawSpan, bitWidth: 3)
    let values = try Self.read(&decoder, 10)
    #expect(values == [0, 1, 2, 3, 4, 5, 6, 7, 0, 1])
  }

  @Test(
    "Broken runs are errors",
    arguments: [
      ([], 3, "the runs of levels or indices end before the values do"),
      ([0x03], 3, "the runs of levels or indices end before the values do"),
      ([0x10], 3, "the runs of levels or indices end before the values do"),
      ([0x80], 3, "the runs of levels or indices end before the values do"),
      ([0x00, 0x01], 3, "the runs of levels or indices end before the values do"),
      ([0x10, 0x08], 3, "a run's value has more bits than its width: 8"),
      ([0x80, 0x80, 0x80, 0x80, 0x80, 0x01], 3, "the length of a run is longer than 32 bits"),
    ] as [([UInt8], Int, String)])
  func broken(bytes: [UInt8], bitWidth: Int, message: String) {
    let bytes = Values(bytes)
    let error = #expect(throws: InlayError.self) {
      var decoder = HybridDecoder(bytes.rawSpan, bitWidth: bitWidth)
      try decoder.skip(1)
    }
    #expect(error?.message == message)
  }
}
