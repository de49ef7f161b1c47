public import InlayBytes

/// A place where a Parquet file breaks the format's rules, or says something of itself that is not so.
public struct ParquetFinding: Hashable, Sendable {
  /// Which rule is broken.
  public var rule: Rule
  /// What is wrong, the values that show it last.
  public var message: String
  /// Where: the file, and as much of row group, column, page and byte as is known.
  public var location: InlayError.Location

  /// The rules, by the names under which findings are shown. They do not change between versions.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// The magic numbers, the footer's length, and that its metadata can be read.
    case footer
    /// The names and texts of the footer are UTF-8.
    case text
    /// The schema tree: names, repetitions, lengths, and annotations that go with their types (LogicalTypes.md).
    case schema
    /// `created_by` has the form that readers take apart.
    case createdBy = "created-by"
    /// No name occurs twice among the key-value metadata.
    case keyValues = "key-values"
    /// There is a column order for each leaf, and a known one.
    case columnOrders = "column-orders"
    /// The row groups' rows add up, and so do their numbers.
    case rowCount = "row-count"
    /// The sizes of a row group are the sums of those of its chunks.
    case rowGroupSize = "row-group-size"
    /// Chunks, indexes and filters lie within the file, and none over another.
    case place
    /// A chunk is one of its leaf: type, path and number of values.
    case chunk
    /// A chunk's sizes are the sums of those of its pages.
    case chunkSize = "chunk-size"
    /// The dictionary page stands first, and where the footer says.
    case dictionaryPage = "dictionary-page"
    /// The encodings that the footer lists are those of the pages.
    case encodings
    /// The pages counted by kind and encoding.
    case encodingStatistics = "encoding-statistics"
    /// Page headers can be read, and say possible things.
    case pageHeader = "page-header"
    /// A page's checksum is that of its bytes.
    case checksum
    /// A page's contents have the size that its header says.
    case compression
    /// Levels are there for each value, and none is beyond the schema's.
    case levels
    /// Values can be decoded.
    case values
    /// The numbers of nulls.
    case nullCount = "null-count"
    /// The bounds hold all values, and are values where they are said to be exact.
    case bounds
    /// The numbers of distinct values.
    case distinctCount = "distinct-count"
    /// The sizes of byte arrays and the histograms of levels.
    case sizeStatistics = "size-statistics"
    /// The offset index says where the pages are.
    case offsetIndex = "offset-index"
    /// The column index goes with the pages, and its bounds have the order that it says.
    case columnIndex = "column-index"
    /// The bloom filter has the form that the footer and its header say, and holds all values.
    case bloomFilter = "bloom-filter"
    /// Rows are sorted by the columns that the footer names.
    case sorting
  }
}

extension ParquetFinding: CustomStringConvertible {
  /// The place, the message, and the rule's name in brackets.
  public var description: String {
    InlayError(.corrupt, "\(message) [\(rule.rawValue)]", at: location).description
  }
}
