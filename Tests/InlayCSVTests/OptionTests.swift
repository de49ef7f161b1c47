import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayCSV

@Suite("CSV options")
struct OptionTests {
  /// The rows of a text under options.
  private func rows(_ text: String, _ change: (inout CSVOptions) -> Void = { _ in }) throws -> [[String?]] {
    let folder = TestFolder()
    var options = CSVOptions()
    change(&options)
    let source = try CSVSource(path: try folder.write(text, to: "a.csv"), options: options)
    return try InlayTesting.rows(of: source)
  }

  /// The names of the columns of a text under options.
  private func names(_ text: String, _ change: (inout CSVOptions) -> Void = { _ in }) throws -> [String] {
    let folder = TestFolder()
    var options = CSVOptions()
    change(&options)
    return try CSVSource(path: try folder.write(text, to: "a.csv"), options: options).schema.names
  }

  @Test("The separator and the quote can be any bytes")
  func bytes() throws {
    #expect(
      try rows("a\tb\n1,2\t'x\t''y'''\n") { ($0.separator, $0.quote) = (9, UInt8(ascii: "'")) } == [
        ["1,2", "x\t'y'"]
      ])
    #expect(try rows("a\u{1}b\n1\u{1}2\n") { $0.separator = 1 } == [["1", "2"]])
    #expect(try rows("a,b\n\"1,2\"\n") { $0.quote = nil } == [["\"1", "2\""]])
    #expect(try rows("a\0b\n1\0\n") { $0.separator = 0 } == [["1", ""]])
  }

  @Test("A quote within an unquoted field is data")
  func innerQuotes() throws {
    #expect(try rows("a,b\n5\" pipe,x\"y\"z\n") == [["5\" pipe", "x\"y\"z"]])
    #expect(try rows("a,b\n ,\"\"\n") == [[" ", ""]])
  }

  @Test("An escape protects delimiters, quotes and line ends, and is data before other bytes")
  func escape() throws {
    let escape: (inout CSVOptions) -> Void = { $0.escape = UInt8(ascii: "\\") }
    #expect(try rows("a,b\nx\\,y,\"q\\\"r\"\n", escape) == [["x,y", "q\"r"]])
    #expect(try rows("a,b\nC:\\new,\\\\\n", escape) == [["C:\\new", "\\"]])
    #expect(try rows("a,b\n1\\\n2,\"3\\\n4\"\n", escape) == [["1\n2", "3\n4"]])
    #expect(try rows("a,b\n1,2\\\r\n", escape) == [["1", "2\r"]])
    #expect(try rows("a,b\n1,\\", escape) == [["1", "\\"]])
    #expect(try rows("a,b\n1,\"x\"\"y\"\n", escape) == [["1", "x\"y"]])
    #expect(try rows("a,b\n1,\"x\"\"y\"\n") { $0.escape = $0.quote } == [["1", "x\"y"]])
  }

  @Test("Without a header, columns are named by their position")
  func noHeader() throws {
    #expect(try names("1,2,3\n") { $0.hasHeader = false } == ["_c0", "_c1", "_c2"])
    #expect(try rows("1,2\n3,4\n") { $0.hasHeader = false } == [["1", "2"], ["3", "4"]])
  }

  @Test("A header's names are unquoted, and an empty one is named by its position")
  func header() throws {
    #expect(try names("\"a \"\"x\"\"\",,\"c\nd\"\r\n1,2,3\n") == ["a \"x\"", "_c1", "c\nd"])
    #expect(try names(" a , b \n") { $0.trimsBlanks = true } == ["a", "b"])
  }

  @Test("Lines are skipped as lines, before the header")
  func skippedLines() throws {
    let text = "made by \"us\n\na,b\n1,2\n"
    #expect(try names(text) { $0.skippedLineCount = 1 } == ["a", "b"])
    #expect(try rows(text) { $0.skippedLineCount = 2 } == [["1", "2"]])
    #expect(try rows(text) { $0.skippedLineCount = 9 } == [])
    #expect(try rows(text) { $0.skippedLineCount = .max } == [])
    let long = String(repeating: "x", count: 10_000) + "\na\n1\n"
    #expect(try rows(long) { $0.skippedLineCount = 1 } == [["1"]])
  }

  @Test("Comments are lines, also before the header, and not within quotes")
  func comments() throws {
    let text = "#one \"\na,b\n#two,\n1,#\n\"\n#3\",4\n"
    #expect(try rows(text) { $0.comment = UInt8(ascii: "#") } == [["1", "#"], ["\n#3", "4"]])
  }

  @Test("Null texts are null where they are not quoted")
  func nullTexts() throws {
    let text = "a,b\nNULL,\"NULL\"\n,x\n"
    #expect(try rows(text) { $0.nullTexts = ["NULL"] } == [[nil, "NULL"], ["", "x"]])
    #expect(try rows(text) { $0.nullTexts = ["", "NULL"] } == [[nil, "NULL"], [nil, "x"]])
    #expect(try rows(text) == [["NULL", "NULL"], ["", "x"]])
  }

  @Test("Blanks around values and quotes are trimmed where asked")
  func trimming() throws {
    let text = "a,b\n x y\t, \" z \" \n NA ,\"\"\n"
    #expect(
      try rows(text) { ($0.trimsBlanks, $0.nullTexts) = (true, ["NA"]) } == [["x y", " z "], [nil, ""]])
    #expect(try rows(text) == [[" x y\t", " \" z \" "], [" NA ", ""]])
    #expect(try rows("a\tb\n 1 \t 2 \n") { ($0.trimsBlanks, $0.separator) = (true, 9) } == [["1", "2"]])
  }

  @Test("Line ends are LF or CRLF, the last may be missing, and a CR alone is data")
  func lineEnds() throws {
    #expect(try rows("a,b\r\n1,2\r\n3,\"4\"\r\n") == [["1", "2"], ["3", "4"]])
    #expect(try rows("a,b\n1,2\r\n3,4") == [["1", "2"], ["3", "4"]])
    #expect(try rows("a,b\n1,\"2\"") == [["1", "2"]])
    #expect(try rows("a,b\n1,") == [["1", ""]])
    #expect(try rows("a,b\n1\r2,\r3\n") == [["1\r2", "\r3"]])
    #expect(try rows("a,b\n1,\"2\r\n3\"\n") == [["1", "2\r\n3"]])
    #expect(try rows("a,b\n1,2\r") == [["1", "2"]])
  }

  @Test("A byte-order mark is passed over, and empty lines are no rows")
  func marks() throws {
    #expect(try names("\u{FEFF}a,b\n1,2\n") == ["a", "b"])
    #expect(try rows("\n\r\na,b\n\n1,2\n\r\n\n") == [["1", "2"]])
    #expect(try rows("a\n\n1\n\r\n\"\"\n2\n\n") == [["1"], [""], ["2"]])
  }

  @Test("A file of no bytes or of a header alone has no rows")
  func emptyFiles() throws {
    #expect(try names("") == [])
    #expect(try rows("") == [])
    #expect(try rows("a,b") == [])
    #expect(try names("a,b\n") == ["a", "b"])
    #expect(try rows("a,b\n") == [])
    #expect(try rows("a,b\r\n\r\n") == [])
    #expect(try rows("\u{FEFF}") == [])
    #expect(try rows("") { $0.types = .schema(Schema([Field("a", .int64)])) } == [])
    #expect(try rows("a,b\n") { $0.types = .inferred(decimals: false) } == [])
  }

  @Test("A schema's columns are found by name, and without a header by position")
  func schema() throws {
    let schema = Schema([
      Field("b", .int16), Field("a", .date), Field("c", .boolean),
      Field("d", .decimal(precision: 5, scale: 2)),
    ])
    let text = "a,b,c,d\n1970-01-02,7,true,1.5\n,,,\n\"1970-01-03\",\"8\",\"\",-1\n"
    #expect(
      try rows(text) { $0.types = .schema(schema) }
        == [["7", "1", "true", "150"], [nil, nil, nil, nil], ["8", "2", nil, "-100"]])
    #expect(
      try rows("7,1970-01-02,FALSE,0.01\n") {
        $0.types = .schema(schema)
        $0.hasHeader = false
      } == [["7", "1", "false", "1"]])
  }

  @Test("Every type is read")
  func types() throws {
    let types: [(DataType, String, String)] = [
      (.boolean, "True", "true"), (.int8, "-128", "-128"), (.int16, "32767", "32767"), (.int32, "1", "1"),
      (.int64, "-9", "-9"), (.uint8, "255", "255"), (.uint16, "65535", "65535"),
      (.uint32, "4294967295", "4294967295"),
      (.uint64, "18446744073709551615", "18446744073709551615"), (.float, "0.5", "0.5"),
      (.double, "1e3", "1000.0"),
      (.string, "x", "x"), (.binary, "4142", "AB"), (.date, "1970-01-11", "10"),
      (.timestamp(.millis, isUTC: true), "1970-01-01T00:00:01Z", "1000"),
      (.timestamp(.nanos, isUTC: false), "1970-01-01 00:00:00.000000001", "1"),
      (.time(.millis), "00:00:01", "1000"), (.time(.micros), "00:00:01", "1000000"),
      (
        .decimal(precision: 38, scale: 0), "99999999999999999999999999999999999999",
        "99999999999999999999999999999999999999"
      ),
    ]
    let schema = Schema(types.enumerated().map { Field("c\($0)", $1.0) })
    let header = schema.names.joined(separator: ",")
    let text = header + "\n" + types.map(\.1).joined(separator: ",") + "\n"
    #expect(try rows(text) { $0.types = .schema(schema) } == [types.map { $0.2 as String? }])
  }

  @Test("Files with the same columns are read one after the other, empty ones too")
  func files() throws {
    let folder = TestFolder()
    let paths = [
      try folder.write("a,b\n1,2\n", to: "1.csv"), try folder.write("", to: "2.csv"),
      try folder.write("\"a\",b\r\n3,4\n5,6", to: "3.csv"),
    ]
    let source = try CSVSource(paths: paths)
    #expect(source.estimate.byteCount == 8 + 14)
    let (batches, progress) = try InlayTesting.batches(of: source)
    #expect(batches.map(\.rowCount) == [1, 2])
    #expect(progress.byteCount == 22)
    #expect(progress.rowCount == 3)
    #expect(try InlayTesting.rows(of: source) == [["1", "2"], ["3", "4"], ["5", "6"]])
  }

  @Test("A batch outlives its scan and its file")
  func lifetime() throws {
    let folder = TestFolder()
    let value = "a text that is longer than a view holds"
    var batch: RecordBatch?
    do {
      let path = try folder.write("a\n\(value)\n", to: "a.csv")
      batch = try InlayTesting.batches(of: try CSVSource(path: path)).batches.first
    }
    #expect(batch?.columns[0].testText(at: 0) == value)
  }
}
