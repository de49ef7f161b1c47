import InlayBytes
import InlayCSV
import InlayColumns
import Testing

@Suite("CSV writer")
struct CSVWriterTests {
  /// What is written for string columns `a`, `b`, …; nil is a null.
  private func written(
    _ rows: [[String?]], _ options: CSVOptions = CSVOptions(), lineEnd: CSVWriter.LineEnd = .lf
  ) throws -> String {
    let columns = (0..<(rows.first?.count ?? 1)).map { index in
      Column(
        type: .string, storage: .views(ViewValues(rows.map { $0[index] ?? "" })),
        validity: rows.allSatisfy { $0[index] != nil } ? nil : Bitmap(rows.map { $0[index] != nil }))
    }
    let fields = columns.indices.map { Field(["a", "b", "c"][$0], .string) }
    return try written(
      RecordBatch(schema: Schema(fields), columns: columns, rowCount: rows.count), options, lineEnd)
  }

  private func written(
    _ batch: RecordBatch, _ options: CSVOptions = CSVOptions(), _ lineEnd: CSVWriter.LineEnd = .lf
  ) throws -> String {
    let sink = MemorySink()
    let writer = try CSVWriter(output: sink, schema: batch.schema, options: options, lineEnd: lineEnd)
    try writer.write(batch)
    try writer.finishAndClose()
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  private func options(_ change: (inout CSVOptions) -> Void) -> CSVOptions {
    var options = CSVOptions()
    change(&options)
    return options
  }

  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: InlayError.self, performing: body)?.description
  }

  @Test("Only what would be misread is quoted")
  func quoting() throws {
    let text = try written([
      ["plain", "with, comma"], ["say \"hi\"", "two\nlines"], ["back\\slash", " blank "],
      ["\r", "#no comment"],
    ])
    #expect(
      text == """
        a,b
        plain,"with, comma"
        "say ""hi""\","two
        lines"
        back\\slash, blank\u{20}
        "\r",#no comment

        """)
  }

  @Test("Texts that a spreadsheet would compute get an apostrophe, where that is asked for; numbers do not")
  func formulas() throws {
    let texts = [
      "=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "\u{FF1D}1", "\u{FF20}a", "=a,b", "-",
      "+.", "-1e",
      "-1.5.2",
    ]
    let plain = ["-5", "+1.5", "-.5", "-2e10", "+1.0E-5", "1=2", "a@b", "", "\u{FF0F}x", "'=", "\u{20AC}"]
    let options = options { $0.neutralisesFormulas = true }
    for text in texts {
      let written = try written([[text]], options)
      #expect(written.contains("'" + text), "\(written)")
      let same = try self.written([[text]])
      #expect(!same.contains("'" + text))
    }
    for text in plain {
      #expect(try written([["x", text]], options) == self.written([["x", text]]), "\(text)")
    }
    #expect(try written([["=a,b", "=c"]], options) == "a,b\n\"'=a,b\",'=c\n")
  }

  @Test("Names of columns are neutralised too")
  func formulaNames() throws {
    let column = Column(type: .string, storage: .views(ViewValues(["x"])))
    let batch = RecordBatch(schema: Schema([Field("=cmd()", .string)]), columns: [column], rowCount: 1)
    #expect(try written(batch, options { $0.neutralisesFormulas = true }) == "'=cmd()\nx\n")
  }

  @Test("A null and an empty string are two things where the empty text stands for null")
  func nulls() throws {
    #expect(try written([[nil, ""], ["", nil]], options { $0.nullTexts = [""] }) == "a,b\n,\"\"\n\"\",\n")
    #expect(try written([[nil, ""]]) == "a,b\n,\n")
    let named = options { $0.nullTexts = ["NULL", ""] }
    #expect(try written([[nil, ""], ["NULL", "null"]], named) == "a,b\nNULL,\"\"\n\"NULL\",null\n")
  }

  @Test("In a table of one column no line is empty")
  func oneColumn() throws {
    #expect(try written([[""], ["x"]]) == "a\n\"\"\nx\n")
    #expect(try written([[nil], ["x"]]) == "a\n\"\"\nx\n")
    #expect(
      message { _ = try written([[nil]], options { $0.quote = nil }) }
        == "column a: a null would make an empty line, which is no row; give a text for null")
    #expect(try written([[nil]], options { $0.nullTexts = ["-"] }) == "a\n-\n")
  }

  @Test("The options of reading are those of writing")
  func dialects() throws {
    let tabs = options {
      $0.separator = UInt8(ascii: "\t")
      $0.quote = UInt8(ascii: "'")
      $0.hasHeader = false
      $0.comment = UInt8(ascii: "#")
      $0.trimsBlanks = true
    }
    #expect(
      try written([["#1", "it's"], [" x", "#2"], ["a,b", "c"]], tabs, lineEnd: .crlf)
        == "'#1'\t'it''s'\r\n' x'\t#2\r\na,b\tc\r\n")
    let escaped = options { $0.escape = UInt8(ascii: "\\") }
    #expect(
      try written([["a\"b", "c\\"], ["d,e", "f"]], escaped) == "a,b\n\"a\\\"b\",\"c\\\\\"\n\"d,e\",f\n")
  }

  @Test("Without quotes an escape helps, or the value is refused")
  func noQuotes() throws {
    let bare = options { $0.quote = nil }
    #expect(try written([["a\"b", ""]], bare) == "a,b\na\"b,\n")
    let refusal =
      "column a: a value needs quotes to be read back, and there are none; give a quote or another separator"
    #expect(message { _ = try written([["a,b", ""]], bare) } == refusal)
    #expect(
      message { _ = try written([["-", ""]], options { ($0.quote, $0.nullTexts) = (nil, ["-"]) }) } == refusal
    )
    let escaping = options { ($0.quote, $0.escape, $0.trimsBlanks) = (nil, UInt8(ascii: "\\"), true) }
    #expect(try written([["a,b", "c\\\n"]], escaping) == "a,b\na\\,b,c\\\\\\\n\n")
    #expect(message { _ = try written([[" a,b", ""]], escaping) } == refusal)
  }

  @Test("A null text that needs quotes is refused")
  func nullText() {
    #expect(
      message { _ = try written([["x"]], options { $0.nullTexts = ["n,a"] }) }
        == "the first null text is what nulls are written as, and would need quotes; give another: n,a")
  }

  @Test("A byte-order mark in the data stays data")
  func byteOrderMark() throws {
    let text = try written([["\u{FEFF}x", "\u{FEFF}y"]], options { $0.hasHeader = false })
    #expect(Array(text.utf8) == Array("\"\u{FEFF}x\",\u{FEFF}y\n".utf8))
  }

  @Test("Typed columns are written in the forms of their types, dictionary columns by value")
  func types() throws {
    let base = DictionaryBase(Column(type: .date, storage: .int32(Values([18_530, 0]))))
    let batch = RecordBatch(
      schema: Schema([
        Field("day", .date), Field("price", .decimal(precision: 5, scale: 2)), Field("ok", .boolean),
      ]),
      columns: [
        Column(type: .date, storage: .dictionary(DictionaryValues(base: base, indices: Values([1, 0, 0])))),
        Column(type: .decimal(precision: 5, scale: 2), storage: .int128(Values([-5, 100, 0]))),
        Column(
          type: .boolean, storage: .boolean(Bitmap([true, false, true])),
          validity: Bitmap([true, true, false])),
      ], rowCount: 3)
    #expect(
      try written(batch) == "day,price,ok\n1970-01-01,-0.05,true\n2020-09-25,1.00,false\n2020-09-25,0.00,\n")
    let decimalComma = options { $0.separator = UInt8(ascii: "-") }
    #expect(try written(batch, decimalComma).hasPrefix("day-price-ok\n\"1970-01-01\"-\"-0.05\"-true\n"))
  }
}
