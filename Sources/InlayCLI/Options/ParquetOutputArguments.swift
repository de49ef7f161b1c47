public import ArgumentParser
public import Inlay

/// How Parquet is written.
struct ParquetOutputArguments: ParsableArguments {
  @Option(help: "How the pages are compressed.")
  var compression = PageCompression.snappy

  @Option(
    help: ArgumentHelp(
      "The time given to make pages smaller: gzip 1 to 9, zstd 1 to 22, brotli 0 to 11.", valueName: "n"))
  var compressionLevel: Int?

  @Option(
    help: ArgumentHelp(
      """
      How values are encoded: compatible, which every reader takes, automatic, which is smallest, or a name of the \
      format, such as PLAIN.
      """, valueName: "encoding"))
  var encoding = EncodingArgument(policy: .compatible)

  @Option(
    help: ArgumentHelp(
      "How the values of one column are encoded; can be given many times.", valueName: "name=encoding"))
  var columnEncoding: [ColumnEncodingArgument] = []

  @Option(help: ArgumentHelp("The form of data pages: 1, which every reader takes, or 2.", valueName: "n"))
  var dataPageVersion = DataPageVersion.v1

  @Option(
    help: ArgumentHelp(
      """
      A column whose values get a bloom filter, and how often that may fail, else 0.01; can be given many times.
      """, valueName: "column[:rate]"))
  var bloomFilter: [BloomFilterArgument] = []

  @Option(help: ArgumentHelp("The most rows of a row group. (default: 262144)", valueName: "n"))
  var rowGroupRows: Int?

  @Option(
    help: ArgumentHelp(
      """
      The bytes of a row group's values, before they are encoded and compressed, from which on it is full, such as \
      64MB or 64MiB.
      """, valueName: "size"))
  var rowGroupBytes: ByteCountArgument?

  /// The options of the library.
  var options: ParquetWriterOptions {
    var options = ParquetWriterOptions()
    options.compression = compression.codec
    options.compressionLevel = compressionLevel
    options.encoding = encoding.policy
    for column in columnEncoding { options.columnEncodings[column.name] = column.policy }
    options.dataPageVersion = dataPageVersion
    for column in bloomFilter { options.bloomFilters[column.name] = column.options }
    if let rowGroupRows { options.rowsPerGroup = rowGroupRows }
    options.bytesPerGroup = rowGroupBytes?.count
    return options
  }
}

/// A way to choose encodings.
struct EncodingArgument: ExpressibleByArgument {
  let policy: EncodingPolicy

  init(policy: EncodingPolicy) { self.policy = policy }

  init?(argument: String) {
    guard let policy = EncodingPolicy(argument) else { return nil }
    self.policy = policy
  }

  var defaultValueDescription: String { "compatible" }
}

/// A column and a way to choose its encoding, with `=` between them.
struct ColumnEncodingArgument: ExpressibleByArgument {
  let name: String
  let policy: EncodingPolicy

  init?(argument: String) {
    // A column's name may hold the sign too.
    guard let sign = argument.lastIndex(of: "="),
      let policy = EncodingPolicy(String(argument[argument.index(after: sign)...]))
    else { return nil }
    name = String(argument[..<sign])
    self.policy = policy
  }
}

extension DataPageVersion: ExpressibleByArgument {
  /// The number of the version.
  public var defaultValueDescription: String { "\(rawValue)" }
}
