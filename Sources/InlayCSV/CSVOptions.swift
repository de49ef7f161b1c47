public import InlayBytes
public import InlayColumns

/// How delimited text is to be understood.
///
/// Records end with LF or CRLF, the last one also with CR or with nothing; any other carriage return is data. A quote
/// opens a field only at its first byte, and may then enclose separators, line ends and, doubled, quotes; anywhere else
/// it is data. A byte-order mark at the start of a file is passed over. An empty line is no record, in a file with one
/// column too: there an empty value is written as two quotes. (This is what Spark and pyarrow do.)
public struct CSVOptions: Hashable, Sendable {
  /// The byte between fields.
  public var separator = UInt8(ascii: ",")
  /// The byte around fields that hold a separator, a line end or a quote; nil when quotes mean nothing.
  public var quote: UInt8? = UInt8(ascii: "\"")
  /// A byte that takes their meaning from a separator, a quote, a CR, an LF or another escape after it; before any
  /// other byte it is data. Nil, the default, when there is none; equal to the quote means the same as nil.
  public var escape: UInt8?
  /// Whether the first record holds the names of the columns. Without one they are named `_c0`, `_c1` and so on; with
  /// one, an empty name becomes `_c` and its position from 0, as in Spark.
  public var hasHeader = true
  /// The number of lines to pass over at the start of each file, before the header.
  public var skippedLineCount = 0
  /// Whether the first record of each file is passed over, after the header if there is one.
  public var skipsFirstRecord = false
  /// The byte that makes a line a comment when it is its first; nil when there are no comments.
  public var comment: UInt8?
  /// The texts of unquoted fields that stand for null.
  public var nullTexts: [String] = []
  /// Whether spaces and tabs around an unquoted value, and around the quotes of a quoted one, are passed over.
  public var trimsBlanks = false
  /// Whether a text that a spreadsheet would take for a formula is written with an apostrophe before it; reading is not
  /// changed by it, so that such texts do not come back as they were.
  ///
  /// Formulas begin with `=`, `+`, `-`, `@`, a tab or a carriage return, or with the wide form of a sign; numbers are none.
  public var neutralisesFormulas = false
  /// What becomes of a row that breaks the rules.
  public var onBadRow = BadRowPolicy.fail
  /// How files are compressed.
  public var compression = Compression.automatic
  /// The types of the columns.
  public var types = Types.strings
  /// The most bytes that a record may have, its line end included; at most 2³¹ - 1.
  public var maxRecordBytes = 64 << 20
  /// The most bytes that a field may have, its quotes included.
  public var maxFieldBytes = 16 << 20
  /// The most bytes that a compressed file may hold when it is decompressed.
  public var maxDecompressedBytes = 1 << 40
  /// The most bytes of text that a compressed file may hold for each of its own, where it holds more than 64 MiB.
  public var maxDecompressionRatio = 250

  /// The number of bytes that a worker is given at a time.
  package var chunkByteCount = 1 << 20
  /// Whether the vector instructions of the machine are used.
  package var usesVectors = true

  /// Makes the options of plain CSV: commas, double quotes, a header, all columns strings.
  public init() {}

  /// What becomes of a row with too many or too few fields, a faulty quote, bytes that are not UTF-8, or a value that
  /// is not of its column's type.
  public typealias BadRowPolicy = InlayColumns.BadRowPolicy

  /// How a file is compressed.
  public typealias Compression = TextCompression

  /// Where the columns' types come from.
  public enum Types: Hashable, Sendable {
    /// Every column is a string, and an empty field is the empty string.
    case strings
    /// Every column is declared. With a header columns are found by name, without one by position. An empty field
    /// is null, quoted or not, except in string and binary columns; binary values are hexadecimal digits.
    case schema(Schema)
    /// Every column gets the narrowest type that all its values in all files have; each file is read twice.
    ///
    /// That is boolean (`true` and `false`, not 0 and 1), int64, decimal (only with `decimals`), double, date,
    /// timestamp, or else string; an empty unquoted field is no value, and a column without values is one of strings.
    /// Nothing is lost by it: whole numbers with leading zeros or a plus stay strings, and so do those that 64 bits do
    /// not hold, unless `decimals` has room for them, and timestamps of which only some have a zone. Timestamps count
    /// microseconds, or nanoseconds where the texts have so many digits.
    case inferred(decimals: Bool)
  }
}
