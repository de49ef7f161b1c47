import InlayBytes

/// At most five bytes that are looked for in values, eight bytes of a value at a time.
struct SpecialBytes: Sendable {
  /// Each of the bytes eight times over; those that are fewer than five repeat the first.
  private let first, second, third, fourth, fifth: UInt64
  /// A byte that is none of them, eight times over.
  private let filler: UInt64

  /// Looks for one byte at least, and five at most.
  init(_ bytes: [UInt8]) {
    precondition((1...5).contains(bytes.count))
    let patterns = (0..<5).map { Self.everywhere($0 < bytes.count ? bytes[$0] : bytes[0]) }
    (first, second, third, fourth, fifth) = (patterns[0], patterns[1], patterns[2], patterns[3], patterns[4])
    let others = (UInt8(ascii: "a")...UInt8(ascii: "z")).first { !bytes.contains($0) }
    filler = Self.everywhere(others ?? UInt8(ascii: "a"))
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  private static func everywhere(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// Whether a byte is one of them.
  func contains(_ byte: UInt8) -> Bool { matches(filler << 8 | UInt64(byte)) }

  /// Whether one of them is among a value's bytes; O(byteCount).
  func occurs(in bytes: RawSpan) -> Bool {
    let count = bytes.byteCount
    var offset = 0
    while count &- offset >= 8 {
      // Safe: eight bytes are left.
      if matches(unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)) {
        return true
      }
      offset &+= 8
    }
    var word = filler
    while offset < count {
      // Safe: the offset is less than the number of bytes.
      word = word << 8 | UInt64(unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self))
      offset &+= 1
    }
    return matches(word)
  }

  private func matches(_ word: UInt64) -> Bool {
    zeroBytes(word ^ first) | zeroBytes(word ^ second) | zeroBytes(word ^ third) | zeroBytes(word ^ fourth)
      | zeroBytes(word ^ fifth) != 0
  }

  /// Not zero when a byte of the word is zero (Mycroft, 1987).
  private func zeroBytes(_ word: UInt64) -> UInt64 { (word &- Self.ones) & ~word & (Self.ones << 7) }
}
