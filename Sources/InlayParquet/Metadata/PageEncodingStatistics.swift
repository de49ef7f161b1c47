/// How many pages of one kind and encoding a column chunk has.
public struct PageEncodingStatistics: Hashable, Sendable {
  /// The kind of page.
  public var pageType: PageType
  /// The encoding of the values.
  public var encoding: Encoding
  /// The number of pages.
  public var count: Int32

  /// Makes the struct from its fields.
  public init(
    pageType: PageType, encoding: Encoding, count: Int32
  ) {
    self.pageType = pageType
    self.encoding = encoding
    self.count = count
  }
}

extension PageEncodingStatistics: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var pageType: PageType?
    var encoding: Encoding?
    var count: Int32?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: pageType = try reader.int32(field).map(PageType.init(rawValue:))
      case 2: encoding = try reader.int32(field).map(Encoding.init(rawValue:))
      case 3: count = try reader.int32(field)
      default: try reader.skip(field)
      }
    }
    self.pageType = try reader.require(pageType, "PageEncodingStats.page_type")
    self.encoding = try reader.require(encoding, "PageEncodingStats.encoding")
    self.count = try reader.require(count, "PageEncodingStats.count")
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, pageType.rawValue)
    writer.field(2, encoding.rawValue)
    writer.field(3, count)
    writer.endStruct()
  }
}
