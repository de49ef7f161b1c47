import InlayBytes

/// A split block bloom filter: tells for certain that a value is not among those of a column chunk (BloomFilter.md).
///
/// Values are known by the xxHash of their plain encoding.
public struct BloomFilter: Sendable {
  /// The blocks of eight words of 32 bits, each with its least significant byte first.
  let bits: Buffer

  static let wordsPerBlock = 8
  static let bytesPerBlock = 32

  /// Takes the bits of one block or more.
  init(bits: Buffer) {
    precondition(bits.count > 0 && bits.count % Self.bytesPerBlock == 0, "a bloom filter has whole blocks")
    self.bits = bits
  }

  /// The size of the bits in bytes.
  public var byteCount: Int { bits.count }

  /// Returns false when no value with this hash was added; true says nothing for certain. O(1).
  public func mightContain(hash: UInt64) -> Bool {
    let start = Self.block(of: hash, blockCount: bits.count / Self.bytesPerBlock) * Self.bytesPerBlock
    let key = UInt32(truncatingIfNeeded: hash)
    let bytes = bits.bytes
    for lane in 0..<Self.wordsPerBlock {
      let word = bytes.littleEndian32(at: start + lane * 4)
      if word & Self.bit(key, lane: lane) == 0 { return false }
    }
    return true
  }

  /// The block that a hash belongs to, by its upper half.
  static func block(of hash: UInt64, blockCount: Int) -> Int {
    Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(blockCount)) >> 32)
  }

  /// The one bit of a block's word that stands for the lower half of a hash.
  static func bit(_ key: UInt32, lane: Int) -> UInt32 { 1 << ((key &* salts[lane]) >> 27) }

  private static let salts: InlineArray<8, UInt32> = [
    0x47b6_137b, 0x4497_4d91, 0x8824_ad5b, 0xa2b7_289d, 0x7054_95c7, 0x2df1_424b, 0x9efc_4947, 0x5c6b_fb31,
  ]
}

extension BloomFilter {
  /// Makes a filter of a size and adds values by their hashes.
  init(blockCount: Int, hashes: Span<UInt64>) {
    var words = ValueBuilder<UInt32>()
    words.append(repeating: 0, count: blockCount * Self.wordsPerBlock)
    for index in hashes.indices {
      let start = Self.block(of: hashes[index], blockCount: blockCount) * Self.wordsPerBlock
      let key = UInt32(truncatingIfNeeded: hashes[index])
      for lane in 0..<Self.wordsPerBlock { words[start + lane] |= Self.bit(key, lane: lane) }
    }
    for index in 0..<words.count { words[index] = words[index].littleEndian }
    self.init(bits: words.freeze().buffer)
  }
}
