import Inlay

/// Delimited text with options that the first eight bytes choose.
enum CSVEntry {
  static func test(_ bytes: [UInt8]) throws {
    var choices = Choices(bytes)
    let options = options(&choices)
    try InputFile.with(choices.rest()) { try read($0, options) }
  }

  static func read(_ path: String, _ options: CSVOptions) throws {
    let source = try CSVSource(path: path, options: options, workers: Workers(count: 1))
    let rows = try Rows(source, limit: readRowLimit)
    guard source.schema.count > 0 else { return }
    let kept = try Rows(source, filter: .isNotNull(column: 0))
    if rows.values.count < 1_000 {
      try require(
        kept.values == rows.values.filter { $0[0] != nil }, "a filter gives other rows than a look at all")
    }
  }

  static func options(_ choices: inout Choices) -> CSVOptions {
    var options = CSVOptions()
    options.separator = choices.one(of: Array(",;\t| ,,".utf8) + [0xE9])
    options.quote = choices.one(of: [UInt8(ascii: "\""), UInt8(ascii: "'"), nil, UInt8(ascii: "\"")])
    options.escape = choices.one(of: [nil, UInt8(ascii: "\\"), UInt8(ascii: "\""), nil])
    let flags = choices.byte()
    options.hasHeader = flags & 1 == 0
    options.skipsFirstRecord = flags & 2 != 0
    options.trimsBlanks = flags & 4 != 0
    options.onBadRow = flags & 8 == 0 ? .fail : .skip
    options.comment = flags & 16 == 0 ? nil : UInt8(ascii: "#")
    options.skippedLineCount = flags & 32 == 0 ? 0 : 2
    options.nullTexts = choices.one(of: [[], [""], ["NULL"], ["", "NA"], ["\"\""]])
    options.types = types(&choices)
    options.maxRecordBytes = choices.one(of: [64 << 20, 1, 16, 100])
    options.compression = .none
    return options
  }

  private static func types(_ choices: inout Choices) -> CSVOptions.Types {
    switch choices.number(below: 4) {
    case 0: .strings
    case 1: .inferred(decimals: false)
    case 2: .inferred(decimals: true)
    default:
      .schema(Schema([Field("a", .int64), Field("b", choices.one(of: declared)), Field("c", .string)]))
    }
  }

  /// Types that text may be declared to have.
  static let declared: [DataType] = [
    .boolean, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float, .double, .string,
    .binary,
    .date, .timestamp(.millis, isUTC: true), .timestamp(.micros, isUTC: false),
    .timestamp(.nanos, isUTC: true),
    .time(.millis), .time(.nanos), .decimal(precision: 9, scale: 2), .decimal(precision: 38, scale: 38),
  ]
}

/// A gzip file of delimited text; its bytes are the file's.
enum GzipEntry {
  static func test(_ bytes: [UInt8]) throws {
    var options = CSVOptions()
    options.compression = .gzip
    options.onBadRow = .skip
    options.maxDecompressedBytes = 4 << 20
    try InputFile.with(bytes) { path in
      let source = try CSVSource(path: path, options: options, workers: Workers(count: 1))
      _ = try Rows(source, limit: readRowLimit)
    }
  }
}
