/// A bloom filter of a column chunk: where it is, and what its header says.
public struct LocatedBloomFilter: Hashable, Sendable {
  /// The file offset of the header.
  public var offset: Int
  /// The bytes of the header.
  public var headerByteCount: Int
  /// The header.
  public var header: BloomFilterHeader

  /// The bytes in the file, header counted.
  public var byteCount: Int { headerByteCount + Int(header.byteCount) }
  /// Where the bits are in the file.
  public var bits: Range<Int> { offset + headerByteCount..<offset + byteCount }
  /// The number of blocks.
  public var blockCount: Int { Int(header.byteCount) / BloomFilter.bytesPerBlock }
  /// Whether the filter is of the one kind that the format has.
  public var isKnown: Bool { header.isSplitBlock && header.isXXHash && header.isUncompressed }
}
