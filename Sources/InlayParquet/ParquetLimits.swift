/// How much a file may ask of the machine; what goes beyond is an error that names the limit.
///
/// The defaults let every real file pass.
public struct ParquetLimits: Hashable, Sendable {
  /// The greatest size of a footer in bytes.
  public var footerByteCount = 256 << 20
  /// The greatest size of a page's header in bytes.
  public var pageHeaderByteCount = 16 << 20
  /// The greatest size of a page in bytes, before compression; and of the values that are read of it at once where they
  /// are written as what they share with the value before (DELTA_BYTE_ARRAY), so that few bytes become many.
  public var pageByteCount = 256 << 20
  /// The greatest number of nodes of a schema.
  public var schemaElementCount = 1_000_000
  /// The greatest depth of a schema.
  public var schemaDepth = 100
  /// The greatest number of list elements of one leaf in a batch that need not take a bit each: runs of equal levels take a
  /// few bytes, however long they are.
  public var nestedEntryCount = 1 << 24

  /// Makes the default limits.
  public init() {}
}
