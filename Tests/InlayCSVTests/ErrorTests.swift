import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayCSV

@Suite("CSV errors")
struct ErrorTests {
  private let folder = TestFolder()
  private static let skip = "or leave rows like it out with --on-bad-row skip"

  /// The error that reading a text ends with, without the file's path.
  private func error(
    _ bytes: [UInt8], _ change: (inout CSVOptions) -> Void = { _ in }
  ) throws -> String {
    let path = try folder.write(bytes, to: "a.csv")
    var texts: Set<String> = []
    for size in [1, 1 << 20] {
      var options = CSVOptions()
      change(&options)
      options.chunkByteCount = Swift.min(size, options.maxRecordBytes)
      let error = #expect(throws: InlayError.self) { try rows(of: CSVSource(path: path, options: options)) }
      texts.insert(error?.description.replacing(folder.path + "/", with: "") ?? "")
    }
    #expect(texts.count == 1, "the error does not depend on how the file is cut")
    return texts.first ?? ""
  }

  private func error(_ text: String, _ change: (inout CSVOptions) -> Void = { _ in }) throws -> String {
    try error(Array(text.utf8), change)
  }

  private func schema(_ fields: Field...) -> (inout CSVOptions) -> Void {
    { $0.types = .schema(Schema(fields)) }
  }

  @Test("Too few or too many fields")
  func fieldCounts() throws {
    #expect(
      try error("a,b\n1,2\n3\n")
        == "a.csv, line 3, column b, byte 8: the row has 1 field and the table 2 columns; correct the row, \(Self.skip)"
    )
    #expect(
      try error("a,b\n\"x\ny\",2\n3,4,5\n")
        == "a.csv, line 4, column b, byte 12: the row has 3 fields and the table 2 columns; correct the row, \(Self.skip)"
    )
    #expect(
      try error("a\n1,2\n")
        == "a.csv, line 2, column a, byte 2: the row has 2 fields and the table 1 column; correct the row, \(Self.skip)"
    )
    #expect(
      try error("a,b\n1,2\n3")
        == "a.csv, line 3, column b, byte 8: the row has 1 field and the table 2 columns; correct the row, \(Self.skip)"
    )
  }

  @Test("A quote that is never closed, where it opens")
  func unclosedQuote() throws {
    let message =
      "the quote that opens this field is never closed, so the field runs to the end of the file; close it, or turn "
      + "quotes off, \(Self.skip)"
    #expect(try error("a,b\n1,2\n3,\"4\n5,6\n") == "a.csv, line 3, column b, byte 10: \(message)")
    #expect(try error("a,b\n1,\"") == "a.csv, line 2, column b, byte 6: \(message)")
  }

  @Test("Text after a closing quote")
  func textAfterQuote() throws {
    let message =
      "text follows the quote that closes this field; double the quotes within a quoted field, \(Self.skip)"
    #expect(try error("a,b\n1,2\n\"x\"y,3\n") == "a.csv, line 3, column a, byte 8: \(message)")
    #expect(try error("a,b\n1,\"x\" \n") == "a.csv, line 2, column b, byte 6: \(message)")
    #expect(try error("a,b\n1,\"x\"\ry\n") == "a.csv, line 2, column b, byte 6: \(message)")
  }

  @Test("Bytes that are not UTF-8")
  func notUTF8() throws {
    let message = "the bytes of this field are not UTF-8; convert the file to UTF-8, \(Self.skip)"
    #expect(
      try error(Array("a,b\n1,2\n3,".utf8) + [0xE9, 0x0A]) == "a.csv, line 3, column b, byte 10: \(message)")
    // The columns need not be asked for.
    let path = try folder.write(Array("a,b\n1,".utf8) + [0xE9, 0x0A], to: "b.csv")
    let error = #expect(throws: InlayError.self) { try rows(of: CSVSource(path: path), columns: [0]) }
    #expect(error?.location.column == "b")
  }

  @Test("Values that are not of their declared type")
  func values() throws {
    #expect(
      try error("a,b\n1,2\n3,x\n", schema(Field("a", .int64), Field("b", .int64)))
        == "a.csv, line 3, column b, byte 10: the text is no value of the type int64: \"x\"; correct it, or declare "
        + "another type, \(Self.skip)")
    #expect(
      try error("a,b\n1,2020-13-01\n", schema(Field("a", .int8), Field("b", .date)))
        == "a.csv, line 2, column b, byte 6: the text is no value of the type date: \"2020-13-01\"; correct it, or "
        + "declare another type, \(Self.skip)")
    #expect(
      try error("a,b\n1,\n", schema(Field("a", .int8), Field("b", .date, isNullable: false)))
        == "a.csv, line 2, column b, byte 6: the field is empty and its column is declared to have a value in every "
        + "row; give one, or declare the column nullable, \(Self.skip)")
    #expect(
      try error("a,b\n1,NA\n") {
        $0.nullTexts = ["NA"]
        $0.types = .schema(Schema([Field("a", .int8), Field("b", .string, isNullable: false)]))
      }.hasPrefix("a.csv, line 2, column b, byte 6: the field is empty and its column"))
  }

  @Test("The first fault in the file comes first, whatever its kind and column")
  func order() throws {
    let types = schema(Field("a", .int64), Field("b", .int64))
    #expect(try error("a,b\n1,x\n2\ny,3\n", types).hasPrefix("a.csv, line 2, column b"))
    #expect(try error("a,b\n1,2\nz,x\n2\n", types).hasPrefix("a.csv, line 3, column a"))
    #expect(
      try error("a,b\n1,2\n2\n1,x\n", types).hasPrefix("a.csv, line 3, column b, byte 8: the row has 1 field")
    )
  }

  @Test("A record longer than the limit, and one at the limit")
  func recordLimit() throws {
    let row = String(repeating: "x", count: 98) + ",\n"
    #expect(
      try error("a,b\n" + row + "y" + row) { $0.maxRecordBytes = 100 }
        == "a.csv, line 3, byte 104: the record that begins here has more bytes than maxRecordBytes allows; look for a "
        + "quote in it that is never closed, or raise that option: 100")
    #expect(
      try error("a,b\n1,\"" + String(repeating: "2,2\n", count: 100)) { $0.maxRecordBytes = 100 }
        .hasPrefix("a.csv, line 2, byte 4: the record that begins here has more bytes"))
    for text in ["a,b\n" + row + row, "a,b\n" + row + String(row.dropLast()) + "x"] {
      var options = CSVOptions()
      options.maxRecordBytes = 100
      let path = try folder.write(text, to: "limit.csv")
      #expect(try rows(of: CSVSource(path: path, options: options)).count == 2)
    }
  }

  @Test("A field longer than the limit is a bad row, and one at the limit is not")
  func fieldLimit() throws {
    let text = "a,b\n1,\(String(repeating: "x", count: 20))\n2,\(String(repeating: "y", count: 21))\n3,z\n"
    #expect(
      try error(text) { $0.maxFieldBytes = 20 }
        == "a.csv, line 3, column b, byte 29: the field has more bytes than maxFieldBytes allows, which is 20; raise "
        + "that option, or leave rows like it out with --on-bad-row skip")
    #expect(
      try error("a,\(String(repeating: "x", count: 9))\n1,2\n") { $0.maxFieldBytes = 8 }.contains("line 1"))
    var options = CSVOptions()
    options.maxFieldBytes = 20
    options.onBadRow = .skip
    let path = try folder.write(text, to: "limit.csv")
    #expect(try rows(of: CSVSource(path: path, options: options)).map { $0[0] } == ["1", "3"])
  }

  @Test("A damaged header")
  func header() throws {
    #expect(
      try error("\n a,b, a\n")
        == "a.csv, line 2, byte 1: columns 1 and 3 of the header have the same name; rename one of them:  a")
    #expect(
      try error("_c1,,x\n")
        == "a.csv, line 1, byte 0: columns 1 and 2 of the header have the same name; rename one of them: _c1")
    #expect(
      try error("a,\"b\n")
        == "a.csv, line 1, byte 2: the quote that opens this field is never closed, so the field runs to the end of "
        + "the file; close it, or turn quotes off")
    #expect(
      try error([0x61, 0x2C, 0xFF, 0x0A])
        == "a.csv, line 1, byte 2: the bytes of this field are not UTF-8; convert the file to UTF-8")
  }

  @Test("A schema that does not fit the columns")
  func schemas() throws {
    #expect(
      try error("a,b\n", schema(Field("a", .int64)))
        == "a.csv: the schema does not declare a column of the file; add it to the schema: b")
    #expect(
      try error("a\n", schema(Field("a", .int64), Field("b", .int64)))
        == "a.csv: the file has no column of a name that the schema declares; correct the schema: b")
    #expect(
      try error("1,2\n") {
        $0.hasHeader = false
        $0.types = .schema(Schema([Field("a", .int64)]))
      } == "a.csv: the file has 2 columns and the schema 1; declare each column of the file")
  }

  @Test("Files whose columns differ")
  func differingFiles() throws {
    let first = try folder.write("a,b\n", to: "1.csv")
    let second = try folder.write("a,c,d\n", to: "2.csv")
    let third = try folder.write("a\n", to: "3.csv")
    let error = #expect(throws: InlayError.self) { try CSVSource(paths: [first, second]) }
    #expect(
      error?.description
        == "\(second): the columns differ from those of \(first); give files with the same columns, or read them one "
        + "by one: column 2 is \"c\" here and \"b\" there")
    let shorter = #expect(throws: InlayError.self) { try CSVSource(paths: [first, third]) }
    #expect(
      shorter?.description
        == "\(third): the columns differ from those of \(first); give files with the same columns, or read them one "
        + "by one: column 2 is missing here and \"b\" there")
    let none = #expect(throws: InlayError.self) { try CSVSource(paths: []) }
    #expect(none?.description == "no file is given; name at least one")
    let absent = #expect(throws: InlayError.self) { try CSVSource(path: "no/such.csv") }
    #expect(absent?.description == "no/such.csv: cannot be opened: No such file or directory")
  }

  @Test("Options that contradict each other")
  func options() throws {
    func message(_ change: (inout CSVOptions) -> Void) -> String? {
      var options = CSVOptions()
      change(&options)
      return #expect(throws: InlayError.self) { try options.check() }?.description
    }
    #expect(
      message { $0.quote = $0.separator }
        == "the separator and the quote are the same byte; choose another for one of them: ','")
    #expect(
      message {
        $0.escape = 9; $0.separator = 9
      }
        == "the separator and the escape are the same byte; choose another for one of them: 0x09")
    #expect(
      message { $0.comment = $0.quote }
        == "the quote and the comment are the same byte; choose another for one of them: '\"'")
    #expect(message { $0.separator = 10 } == "the separator cannot be a line end; choose another byte")
    #expect(message { $0.quote = 13 } == "the quote cannot be a line end; choose another byte")
    #expect(message { $0.skippedLineCount = -1 } == "the number of lines to skip cannot be negative: -1")
    #expect(message { $0.maxRecordBytes = 0 } == "maxRecordBytes must be from 1 to 2147483647: 0")
    #expect(message { $0.maxDecompressedBytes = -1 } == "maxDecompressedBytes cannot be negative: -1")
    #expect(message { $0.maxDecompressionRatio = 0 } == "maxDecompressionRatio must be at least 1: 0")
    #expect(message { $0.maxFieldBytes = 0 } == "maxFieldBytes must be at least 1: 0")
    #expect(message { $0.chunkByteCount = 0 } == "a chunk has at least one byte: 0")
  }

  @Test("Bad rows are left out, counted and reported where asked")
  func skipping() throws {
    let text = "a,b\n1,2\n3\nx,4\n5,6\n\"7\"8,9\n10,\"11"
    let path = try folder.write(text, to: "skip.csv")
    for size in [1, 10, 1 << 20] {
      var options = CSVOptions()
      options.onBadRow = .skip
      options.chunkByteCount = size
      options.types = .schema(Schema([Field("a", .int64), Field("b", .string)]))
      let source = try CSVSource(path: path, options: options)
      #expect(try rows(of: source) == [["1", "2"], ["5", "6"]])
      let progress = try batches(of: source).progress
      #expect(progress.rejectedRowCount == 4)
      #expect(
        progress.rejections == [
          "\(path), line 3, column b, byte 8: the row has 1 field and the table 2 columns",
          "\(path), line 4, column a, byte 10: the text is no value of the type int64: \"x\"",
          "\(path), line 6, column a, byte 18: text follows the quote that closes this field",
          "\(path), line 7, column b, byte 28: the quote that opens this field is never closed, so the field runs to "
            + "the end of the file",
        ])
    }
  }

  @Test("The first rejections are kept in file order, though threads find them in any")
  func manyRejections() throws {
    let path = try folder.write("a,b\n" + (0..<500).map { "\($0)\n" }.joined(), to: "many.csv")
    var options = CSVOptions()
    options.onBadRow = .skip
    options.chunkByteCount = 10
    let scan = try CSVSource(path: path, options: options).scan(ScanRequest(columns: [0]))
    var morsels: [Morsel] = []
    while let morsel = try scan.nextMorsel() { morsels.append(morsel) }
    for morsel in morsels.reversed() { #expect(try scan.read(morsel).rowCount == 0) }
    #expect(scan.progress.rejectedRowCount == 500)
    #expect(
      scan.progress.rejections
        == (0..<20).map { row in
          let byte = 4 + (0..<row).map { "\($0)\n".utf8.count }.reduce(0, +)
          return
            "\(path), line \(row + 2), column b, byte \(byte): the row has 1 field and the table 2 columns"
        })
  }
}
