/// Pages to begin with: a few contents under every type, encoding, codec and form of page.
enum PageSeeds {
  static var all: [[UInt8]] {
    var seeds: [[UInt8]] = []
    for type in 0..<8 as Range<UInt8> {
      for encoding in 0..<10 as Range<UInt8> {
        let contents = contents(encoding)
        for flags in [0, 1, 4, 5, 9, 20] as [UInt8] {
          seeds.append(form(type, encoding, 0, flags) + levels(flags) + contents)
        }
        seeds.append(form(type, encoding, 1, 2) + snappy(contents))
      }
      for codec in 0..<8 as Range<UInt8> { seeds.append(form(type, 0, codec, 0) + snappy(contents(0))) }
    }
    return seeds
  }

  private static func form(_ type: UInt8, _ encoding: UInt8, _ codec: UInt8, _ flags: UInt8) -> [UInt8] {
    [type, encoding, codec, flags, 4, 8, 64, 0, flags & 1 == 1 ? 2 : 0, flags & 16 != 0 ? 64 : 0]
  }

  /// Eight values that are there, as definition levels of either form of page.
  private static func levels(_ flags: UInt8) -> [UInt8] {
    if flags & 12 == 0 { return [] }
    return flags & 1 == 1 ? [16, 1] : [2, 0, 0, 0, 16, 1]
  }

  /// Contents that some encoding has.
  private static func contents(_ encoding: UInt8) -> [UInt8] {
    switch encoding {
    case 1, 7: [3] + [16, 0] + Array(repeating: 0x88, count: 16)
    case 2: [2, 0, 0, 0, 16, 1]
    // 8 values in blocks of 128 in 4 miniblocks, the first 0, the least difference 1, of 3 bits.
    case 4: [128, 1, 4, 8, 0, 2, 3, 0, 0, 0] + Array(repeating: 0x53, count: 12)
    // Lengths of 8 texts, all 1.
    case 5: [128, 1, 4, 8, 2, 0, 0, 0, 0, 0] + Array("abcdefgh".utf8)
    case 6: [128, 1, 4, 8, 0, 0, 0, 0, 0, 0, 128, 1, 4, 8, 2, 0, 0, 0, 0, 0] + Array("abcdefgh".utf8)
    default: (0..<8).flatMap { [1, 0, 0, 0, 0x61 + $0, 1, 2, 3] }
    }
  }

  /// The bytes as one literal of Snappy.
  private static func snappy(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8(bytes.count & 0x7F), UInt8((min(bytes.count, 60) - 1) << 2)] + bytes
  }
}
