public import InlayBytes
public import InlayColumns

/// How JSON data is to be understood.
///
/// A record is an object; the elements of an array are records too, and a null is a record without values. A file holds
/// one value after another, with any white space between them: one a line, one array of all, or objects over several
/// lines. A byte-order mark at its start is passed over. Beside RFC 8259 the words `NaN`, `Infinity` and `-Infinity`
/// are numbers. Half of a surrogate pair in an escape becomes U+FFFD. Of members with one name the last one counts.
public struct JSONOptions: Hashable, Sendable {
  /// How the records lie in a file.
  public var layout = Layout.automatic
  /// Where the records are in each value of a file; the value itself when there are no steps.
  public var path = JSONPath()
  /// Where the columns come from.
  public var types = Types.inferred
  /// What becomes of a record that is not JSON, is no object, or holds a value that is not of its column's type.
  ///
  /// Where a line is a record, the whole line is left out.
  public var onBadRow = BadRowPolicy.fail
  /// How files are compressed.
  public var compression = TextCompression.automatic
  /// The most bytes that a record may have, or a line; at most 2²⁸ - 1.
  public var maxRecordBytes = 64 << 20
  /// How deep arrays and objects of a record may nest.
  public var maxDepth = 128
  /// The most columns that may be inferred, those within others included.
  public var maxInferredColumns = 65_536
  /// The most bytes that a compressed file may hold when it is decompressed.
  public var maxDecompressedBytes = 1 << 40
  /// The most bytes of text that a compressed file may hold for each of its own, where it holds more than 64 MiB.
  public var maxDecompressionRatio = 250

  /// The number of bytes that a worker is given at a time.
  package var chunkByteCount = 1 << 20

  /// Makes the options that most files need: layout and types are found out.
  public init() {}

  /// How records lie in a file.
  public enum Layout: String, Hashable, Sendable, CaseIterable {
    /// Lines when the first line is a whole value that is followed by others, else values.
    case automatic
    /// Each line holds whole values; what is wrong in one line does not touch the next.
    case lines
    /// Values with any white space between and within them.
    case values
  }

  /// Where columns come from.
  public enum Types: Hashable, Sendable {
    /// All members of all records, in the order in which they are first seen; each file is read twice.
    ///
    /// A column is boolean, int64, decimal(p, 0) where a whole number does not fit 64 bits, double where one has a
    /// point, an exponent or more than 38 digits, string, a list or a structure. Where records hold values of
    /// different kinds the column is of strings, which are the values as they stand in the file; a member that is
    /// always null is of strings too, and one that is always an empty object is no column. The empty string says
    /// nothing of a type. (These are Spark's rules; it orders the columns by name.)
    case inferred
    /// The members that are named here; others are passed over, and those that are missing are null.
    ///
    /// Binary values are in base64, dates and times texts in the forms of `ValueText`. A string column takes any
    /// value as it stands in the file; in a column of another type the empty string is null.
    case schema(Schema)
  }
}

extension JSONOptions {
  /// Checks that the limits make sense.
  ///
  /// - Throws: ``InlayError/Code/invalidInput``.
  public func check() throws {
    try Self.require(
      (1...(1 << 28 - 1)).contains(maxRecordBytes),
      "maxRecordBytes must be from 1 to 268435455: \(maxRecordBytes)")
    try Self.require((1...1_000).contains(maxDepth), "maxDepth must be from 1 to 1000: \(maxDepth)")
    try Self.require(maxInferredColumns >= 1, "maxInferredColumns must be at least 1: \(maxInferredColumns)")
    try Self.require(
      maxDecompressedBytes >= 0, "maxDecompressedBytes cannot be negative: \(maxDecompressedBytes)")
    try Self.require(
      maxDecompressionRatio >= 1, "maxDecompressionRatio must be at least 1: \(maxDecompressionRatio)")
    try Self.require(chunkByteCount >= 1, "a chunk has at least one byte: \(chunkByteCount)")
  }

  private static func require(_ condition: Bool, _ message: @autoclosure () -> String) throws {
    if !condition { throw InlayError(.invalidInput, message()) }
  }

  var decompressionLimits: DecompressionLimits {
    DecompressionLimits(byteCount: maxDecompressedBytes, ratio: maxDecompressionRatio)
  }

  /// The whole text of a file.
  func text(of path: String) throws -> any TextInput {
    try compression.text(of: MappedFile(path: path), limits: decompressionLimits)
  }

  /// What tells the lines of a file.
  func lineCounter(_ path: String) -> LineCounter {
    LineCounter(path: path) { try text(of: path) }
  }
}
