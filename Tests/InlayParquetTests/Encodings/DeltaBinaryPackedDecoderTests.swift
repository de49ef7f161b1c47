import InlayBytes
import Testing

@testable import InlayParquet

@Suite("Decoding differences")
struct DeltaBinaryPackedDecoderTests {
  /// Reads values in pieces of any size, of which some are passed over, and compares those that are read.
  private static func check<Value: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: [Value], _ form: ReferenceEncodings.DeltaForm, piece: Int
  ) throws {
    let encoded = ReferenceEncodings.delta(values, form: form)
    let bytes = Values(encoded + [0xA5, 0x5A])
    var decoder = try DeltaBinaryPackedDecoder(bytes.rawSpan, bitWidth: Value.bitWidth)
    let end = try decoder.end()
    if form.hasPadding { #expect(end == encoded.count) }
    var position = 0
    while position < values.count {
      let count = Int.random(in: 1...min(piece, values.count - position))
      if Int.random(in: 0..<3) > 0 {
        var output = ValueBuilder<Value>()
        try output.append(count: count) { room in try decoder.read(count, into: &room) }
        let read = (0..<count).map { output[$0] }
        #expect(read == Array(values[position..<position + count]))
      } else {
        try decoder.skip(count)
      }
      position += count
    }
    #expect(decoder.left == 0)
  }

  /// Values whose differences have up to `bitWidth` bits.
  private static func values<Value: FixedWidthInteger>(_ count: Int, bitWidth: Int) -> [Value] {
    var value = Value.random(in: .min ... .max)
    return (0..<count).map { _ in
      if bitWidth > 0 {
        value &+= Value(truncatingIfNeeded: UInt64.random(in: 0...UInt64.max) >> UInt64(64 - bitWidth))
      }
      return value &- 3
    }
  }

  @Test("Every width of 64 bits", arguments: 0...64)
  func wide(bitWidth: Int) throws {
    for count in [1, 2, 32, 33, 129, 300, 1_000] {
      try Self.check(Self.values(count, bitWidth: bitWidth) as [Int64], .init(), piece: 200)
    }
  }

  @Test("Every width of 32 bits", arguments: 0...32)
  func narrow(bitWidth: Int) throws {
    for count in [1, 2, 32, 33, 129, 300, 1_000] {
      try Self.check(Self.values(count, bitWidth: bitWidth) as [Int32], .init(), piece: 90)
    }
  }

  @Test("Blocks of other forms, widths that mean nothing, and no padding", arguments: [false, true])
  func forms(hasPadding: Bool) throws {
    for (blockSize, miniblockCount) in [(128, 1), (128, 2), (256, 8), (1_024, 32), (2_048, 8), (3_840, 5)] {
      let form = ReferenceEncodings.DeltaForm(
        blockSize: blockSize, miniblockCount: miniblockCount, isWidthOfUnusedGarbage: true,
        hasPadding: hasPadding)
      for count in [1, 100, 1_025, 5_000] {
        try Self.check(Self.values(count, bitWidth: 11) as [Int32], form, piece: 3_000)
        try Self.check((0..<count).map { _ in Int64.random(in: .min ... .max) }, form, piece: 3_000)
      }
    }
  }

  @Test("The ends of the range follow each other")
  func extremes() throws {
    try Self.check([Int64.min, .max, .min, 0, .max, -1, .min, .min], .init(), piece: 3)
    try Self.check([Int32.min, .max, .min, 0, .max, -1, .min, .min], .init(), piece: 3)
  }

  @Test("The example of the specification, in blocks of a legal size")
  func example() throws {
    // 7, 5, 3, 1, 2, 3, 4, 5: the least difference is -2, and the others take two bits.
    let bytes = Values<UInt8>([128, 1, 4, 8, 14, 3, 2, 0, 0, 0, 0b1100_0000, 0b1111_1111])
    let error = #expect(throws: InlayError.self) {
      _ = try DeltaBinaryPackedDecoder(bytes[2..<12].rawSpan, bitWidth: 32)
    }
    #expect(error?.message == "blocks of differences cannot have this form: 4 values in 8 parts")
    var decoder = try DeltaBinaryPackedDecoder(bytes.rawSpan, bitWidth: 32)
    var output = ValueBuilder<Int32>()
    try output.append(count: 8) { room in try decoder.read(8, into: &room) }
    let values = (0..<8).map { output[$0] }
    #expect(values == [7, 5, 3, 1, 2, 3, 4, 5])
  }

  @Test(
    "Broken headers and blocks are errors",
    arguments: [
      ([], "the page's bytes end before its values do"),
      ([0x80, 0x01, 4, 5], "the page's bytes end before its values do"),
      ([0, 4, 5, 0], "blocks of differences cannot have this form: 0 values in 4 parts"),
      ([0x80, 0x01, 0, 5, 0], "blocks of differences cannot have this form: 128 values in 0 parts"),
      ([0x80, 0x01, 3, 5, 0], "blocks of differences cannot have this form: 128 values in 3 parts"),
      ([0x80, 0x01, 8, 5, 0], "blocks of differences cannot have this form: 128 values in 8 parts"),
      ([0xC0, 0x01, 1, 5, 0], "blocks of differences cannot have this form: 192 values in 1 parts"),
      ([0x80, 0x01, 4, 1, 0], "the page's bytes end before its values do"),
      ([0x80, 0x01, 4, 5, 0], "the page's bytes end before its values do"),
      ([0x80, 0x01, 4, 5, 0, 0, 1, 1], "the page's bytes end before its values do"),
      ([0x80, 0x01, 4, 5, 0, 0, 9, 0, 0, 0, 1, 2], "the page's bytes end before its values do"),
      ([0x80, 0x01, 4, 5, 0, 0, 33, 0, 0, 0], "differences of 32-bit integers have too many bits: 33"),
      ([0x80, 0x80, 0x80, 0x80, 0x10, 1, 5, 0], "a number of differences is out of range: 4294967296"),
      (
        [0x80, 0x01, 4, 5] + [UInt8](repeating: 0xFF, count: 9) + [0x02],
        "an integer of variable length has more than 64 bits"
      ),
    ] as [([UInt8], String)])
  func broken(bytes: [UInt8], message: String) {
    let bytes = Values(bytes)
    let error = #expect(throws: InlayError.self) {
      var decoder = try DeltaBinaryPackedDecoder(bytes.rawSpan, bitWidth: 32)
      try decoder.skip(2)
    }
    #expect(error?.message == message)
    #expect(error?.code == .corrupt)
  }

  @Test("Very many values in no bits are passed over without memory for them")
  func many() throws {
    let header = ReferenceEncodings.varint(1 << 31) + [1] + ReferenceEncodings.varint(1 << 31)
    let bytes = Values(header + [0, 2, 0])
    var decoder = try DeltaBinaryPackedDecoder(bytes.rawSpan, bitWidth: 64)
    try decoder.skip((1 << 31) - 1)
    var last = ValueBuilder<Int64>()
    try last.append(count: 1) { room in try decoder.read(1, into: &room) }
    let value = last[0]
    #expect(value == (1 << 31) - 1)
  }

  @Test("Every prefix and every changed bit gives values or an error")
  func hostile() throws {
    let whole = ReferenceEncodings.delta((0..<200).map { _ in Int64.random(in: -900...900) })
    func read(_ bytes: [UInt8]) {
      let bytes = Values(bytes)
      for bitWidth in [32, 64] {
        do {
          var decoder = try DeltaBinaryPackedDecoder(bytes.rawSpan, bitWidth: bitWidth)
          let end = try decoder.end()
          #expect(end <= bytes.count)
          var output = ValueBuilder<Int64>()
          try decoder.skip(70)
          try output.append(count: 130) { room in try decoder.read(130, into: &room) }
        } catch {
          #expect(error is InlayError)
        }
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
