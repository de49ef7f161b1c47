/// A page of a column chunk: where it is, and what its header says.
public struct Page: Hashable, Sendable {
  /// The file offset of the header.
  public var offset: Int
  /// The bytes of the header.
  public var headerByteCount: Int
  /// The header.
  public var header: PageHeader

  /// Makes the struct from its parts.
  public init(offset: Int, headerByteCount: Int, header: PageHeader) {
    self.offset = offset
    self.headerByteCount = headerByteCount
    self.header = header
  }

  /// The bytes in the file, header counted.
  public var byteCount: Int { headerByteCount + Int(header.compressedByteCount) }
  /// Where the page's contents are in the file.
  public var contents: Range<Int> { offset + headerByteCount..<offset + byteCount }
  /// Whether the page holds values of rows.
  public var isData: Bool { header.type == .data || header.type == .dataV2 }

  /// The number of values, nulls counted; nil where the header lacks what its type asks for.
  public var valueCount: Int? {
    switch header.type {
    case .data: header.data.map { Int($0.valueCount) }
    case .dataV2: header.dataV2.map { Int($0.valueCount) }
    case .dictionary: header.dictionary.map { Int($0.valueCount) }
    default: nil
    }
  }

  /// The number of rows, which only data pages of the second version say.
  public var rowCount: Int? { header.type == .dataV2 ? header.dataV2.map { Int($0.rowCount) } : nil }

  /// The encoding of the values.
  public var encoding: Encoding? {
    switch header.type {
    case .data: header.data?.encoding
    case .dataV2: header.dataV2?.encoding
    case .dictionary: header.dictionary?.encoding
    default: nil
    }
  }

  /// What the header says of the values.
  public var statistics: Statistics? { header.data?.statistics ?? header.dataV2?.statistics }
}
