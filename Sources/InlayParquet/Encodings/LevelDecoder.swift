import InlayBytes
import InlayColumns

/// Reads repetition or definition levels into bytes, and refuses those that the schema does not have.
struct LevelDecoder: ~Escapable {
  private var decoder: HybridDecoder
  private let greatest: UInt8

  /// Begins to read levels of 0 to `greatest`, which is at most 255.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, greatest: Int) {
    self.greatest = UInt8(greatest)
    decoder = HybridDecoder(bytes, bitWidth: Self.bitWidth(greatest: greatest))
  }

  /// The bits of each of the levels 0 to `greatest`.
  static func bitWidth(greatest: Int) -> Int { Int.bitWidth - greatest.leadingZeroBitCount }

  /// Adds `count` levels.
  mutating func read(_ count: Int, into levels: inout ValueBuilder<UInt8>) throws {
    let start = levels.count
    try decoder.read(count, into: &levels)
    let added = levels.span.extracting(start..<start + count)
    var found: UInt8 = 0
    for index in added.indices { found = Swift.max(found, added[index]) }
    guard found <= greatest else {
      throw InlayError(
        .corrupt, "a level is greater than the schema's nodes allow, which is \(greatest): \(found)")
    }
  }

  /// Passes over `count` levels, and returns how many are the greatest one.
  mutating func countGreatest(_ count: Int) throws -> Int {
    var levels = ValueBuilder<UInt8>()
    var found = 0
    var left = count
    while left > 0 {
      let step = Swift.min(left, 4096)
      levels.truncate(to: 0)
      try read(step, into: &levels)
      let span = levels.span
      for index in span.indices { found &+= span[index] == greatest ? 1 : 0 }
      left -= step
    }
    return found
  }
}
