import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayCSV

@Suite("CSV round trip")
struct RoundTripTests {
  /// Texts with every byte that could be misread, alone and together.
  private static let texts = [
    "", "a", " ", " a ", "\t", ",", "\"", "\"\"", "'", "\\", "\\\\", "\\\"", "#", "#a", "\n", "\r", "\r\n",
    "a\nb", "a,b",
    "\"a\"", "a\"", "|", ";", "NULL", "\u{FEFF}", "ä", "日本", "🙂", "a\\,b", "x\\", "--", "null",
  ]

  private struct Dialect: CustomTestStringConvertible {
    let testDescription: String
    let options: CSVOptions

    init(_ name: String, _ change: (inout CSVOptions) -> Void) {
      testDescription = name
      var options = CSVOptions()
      change(&options)
      self.options = options
    }
  }

  private static let dialects = [
    Dialect("default") { _ in },
    Dialect("empty null") { $0.nullTexts = [""] },
    Dialect("null texts") { $0.nullTexts = ["NULL", "", "null"] },
    Dialect("trimming") { ($0.trimsBlanks, $0.nullTexts) = (true, ["NULL"]) },
    Dialect("comment") { ($0.comment, $0.nullTexts) = (UInt8(ascii: "#"), ["--"]) },
    Dialect("escape") { ($0.escape, $0.nullTexts) = (UInt8(ascii: "\\"), ["NULL"]) },
    Dialect("single quote, pipe") { ($0.quote, $0.separator) = (UInt8(ascii: "'"), UInt8(ascii: "|")) },
    Dialect("all") {
      $0.separator = UInt8(ascii: ";")
      $0.escape = UInt8(ascii: "\\")
      $0.comment = UInt8(ascii: "#")
      $0.trimsBlanks = true
      $0.nullTexts = ["NULL"]
      $0.hasHeader = false
    },
  ]

  private func readBack(_ batch: RecordBatch, _ options: CSVOptions, _ lineEnd: CSVWriter.LineEnd) throws
    -> [[String?]]
  {
    let sink = MemorySink()
    let writer = try CSVWriter(output: sink, schema: batch.schema, options: options, lineEnd: lineEnd)
    try writer.write(batch)
    try writer.finishAndClose()
    let folder = TestFolder()
    let path = try folder.write(sink.bytes, to: "a.csv")
    return try rows(of: CSVSource(path: path, options: options))
  }

  @Test("Every text comes back beside and below every other", arguments: dialects)
  private func texts(dialect: Dialect) throws {
    let options = dialect.options
    let pairs = Self.texts.flatMap { first in Self.texts.map { [first, $0] as [String?] } }
    let rows = options.nullTexts.isEmpty ? pairs : pairs + [[nil, ""], ["", nil], [nil, nil], ["a", nil]]
    let columns = (0..<2).map { index in
      Column(
        type: .string, storage: .views(ViewValues(rows.map { $0[index] ?? "" })),
        validity: Bitmap(rows.map { $0[index] != nil }))
    }
    let schema = Schema([Field("_c0", .string), Field("_c1", .string)])
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: rows.count)
    for lineEnd in CSVWriter.LineEnd.allCases {
      #expect(try readBack(batch, options, lineEnd) == rows)
    }
    let single = RecordBatch(
      schema: Schema([Field("_c0", .string)]),
      columns: [Column(type: .string, storage: .views(ViewValues(Self.texts)))], rowCount: Self.texts.count)
    #expect(try readBack(single, options, .lf) == Self.texts.map { [$0] })
  }

  @Test("Without quotes an escape brings back all that it can")
  func escapeOnly() throws {
    var options = CSVOptions()
    options.quote = nil
    options.escape = UInt8(ascii: "\\")
    let texts = Self.texts.filter { !$0.isEmpty && $0 != "\u{FEFF}" }
    let batch = RecordBatch(
      schema: Schema([Field("a", .string), Field("b", .string)]),
      columns: [
        Column(type: .string, storage: .views(ViewValues(texts))),
        Column(type: .string, storage: .views(ViewValues(texts.reversed()))),
      ], rowCount: texts.count)
    #expect(try readBack(batch, options, .lf) == zip(texts, texts.reversed()).map { [$0, $1] })
  }

  @Test("Typed columns come back with their types declared")
  func types() throws {
    let validity = Bitmap([true, false, true])
    let columns = [
      Column(type: .boolean, storage: .boolean(Bitmap([true, true, false])), validity: validity),
      Column(type: .int64, storage: .int64(Values([.min, 0, .max])), validity: validity),
      Column(type: .double, storage: .double(Values([0.1, 0, -.infinity])), validity: validity),
      Column(type: .date, storage: .int32(Values([-800_000, 0, 18_530])), validity: validity),
      Column(
        type: .timestamp(.micros, isUTC: true), storage: .int64(Values([-1, 0, 1])), validity: validity),
      Column(type: .time(.nanos), storage: .int64(Values([0, 0, 1])), validity: validity),
      Column(
        type: .decimal(precision: 38, scale: 5), storage: .int128(Values([-1, 0, 12_345_678])),
        validity: validity),
      Column(type: .binary, storage: .views(ViewValues(["\0\u{1}", "", "a,b"]))),
    ]
    let schema = Schema(columns.enumerated().map { Field("c\($0.offset)", $0.element.type) })
    var options = CSVOptions()
    options.types = .schema(schema)
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: 3)
    let expected = (0..<3).map { row in columns.map { $0.testText(at: row) } }
    #expect(try readBack(batch, options, .crlf) == expected)
  }
}
