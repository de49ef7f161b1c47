/// What a page holds. A number that is not known is kept: such a page is passed over.
public struct PageType: RawRepresentable, Hashable, Sendable {
  /// The number in the format.
  public let rawValue: Int32

  /// Makes a page type from its number.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Levels and values, compressed as one.
  public static let data = PageType(rawValue: 0)
  /// Defined by the format and never used.
  public static let index = PageType(rawValue: 1)
  /// The values that the data pages of the column chunk refer to.
  public static let dictionary = PageType(rawValue: 2)
  /// Levels, and values compressed apart from them.
  public static let dataV2 = PageType(rawValue: 3)
}

extension PageType: CustomStringConvertible {
  private static let names: [PageType: String] = [
    .data: "DATA_PAGE", .index: "INDEX_PAGE", .dictionary: "DICTIONARY_PAGE", .dataV2: "DATA_PAGE_V2",
  ]

  /// The name in the format, or the number when it is not known.
  public var description: String { Self.names[self] ?? "page type \(rawValue)" }
}
