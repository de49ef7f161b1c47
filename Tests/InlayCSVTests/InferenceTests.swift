import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayCSV

@Suite("CSV type inference")
struct InferenceTests {
  /// The type of a column of these fields, as they stand in the file.
  private func type(_ fields: [String], decimals: Bool = false, nullTexts: [String] = []) throws -> DataType {
    let folder = TestFolder()
    let path = try folder.write("x,y\n" + fields.map { "\($0),\n" }.joined(), to: "a.csv")
    var options = CSVOptions()
    options.types = .inferred(decimals: decimals)
    options.nullTexts = nullTexts
    var type: DataType = .string
    // The type does not depend on how the file is cut, or by how many threads it is read.
    for (size, threads) in [(1 << 20, 1), (1, 2), (20, 3)] {
      options.chunkByteCount = size
      let source = try CSVSource(path: path, options: options, workers: Workers(count: threads))
      if size < 1 << 20 { #expect(source.schema[0].type == type) }
      type = source.schema[0].type
      // A conversion after inference never fails.
      #expect(try rows(of: source).count == fields.count)
    }
    return type
  }

  @Test("Booleans are words, not digits")
  func booleans() throws {
    #expect(try type(["true", "FALSE", "", "True"]) == .boolean)
    #expect(try type(["true", "1"]) == .string)
    #expect(try type(["0", "1"]) == .int64)
    #expect(try type(["yes", "no"]) == .string)
  }

  @Test("Whole numbers are int64 where no digit is lost")
  func integers() throws {
    #expect(try type(["1", "-5", "0", ""]) == .int64)
    #expect(try type(["9223372036854775807", "-9223372036854775808"]) == .int64)
    #expect(try type(["9223372036854775808"]) == .string)
    #expect(try type(["9223372036854775808", "1"], decimals: true) == .decimal(precision: 19, scale: 0))
    #expect(
      try type(["12345678901234567890123456789012345678"], decimals: true)
        == .decimal(precision: 38, scale: 0))
    #expect(try type(["123456789012345678901234567890123456789"], decimals: true) == .string)
    #expect(try type(["007"]) == .string)
    #expect(try type(["007"], decimals: true) == .string)
    #expect(try type(["-07"]) == .string)
    #expect(try type(["+49", "1"]) == .string)
    #expect(try type(["9:40"]) == .string)
    #expect(try type(["\"3300\"", "1"]) == .int64)
    #expect(try type([" 1"]) == .string)
    #expect(try type(["1", "-"]) == .string)
  }

  @Test("Other numbers are doubles, or decimals where asked")
  func fractions() throws {
    #expect(try type(["146.292", "21"]) == .double)
    #expect(try type(["146.292", "21"], decimals: true) == .decimal(precision: 6, scale: 3))
    #expect(try type(["0.50", "-1.5"], decimals: true) == .decimal(precision: 3, scale: 2))
    #expect(try type(["0.0"], decimals: true) == .decimal(precision: 1, scale: 1))
    #expect(try type(["1e5", "2"]) == .double)
    #expect(try type(["1e5", "2"], decimals: true) == .double)
    #expect(try type(["-0", "1"]) == .double)
    #expect(try type([".5", "5."]) == .double)
    #expect(try type(["1.5", "nan", "-inf"]) == .double)
    #expect(try type(["nan", "inf"]) == .string)
    #expect(try type(["1e400"]) == .string)
    #expect(try type(["00.5"]) == .string)
    #expect(try type(["9007199254740992", "0.5"]) == .double)
    #expect(try type(["9007199254740993", "0.5"]) == .string)
    #expect(try type(["9007199254740993", "0.5"], decimals: true) == .decimal(precision: 17, scale: 1))
  }

  @Test("Dates and timestamps are ISO 8601, with the unit and the zone that the texts have")
  func moments() throws {
    #expect(try type(["2020-09-25", ""]) == .date)
    #expect(try type(["2020-02-30"]) == .string)
    #expect(try type(["2020-09-25", "2020-09-25 10:00:00"]) == .timestamp(.micros, isUTC: false))
    #expect(try type(["2020-09-25 00:00:00 UTC", ""]) == .timestamp(.micros, isUTC: true))
    #expect(
      try type(["2020-09-25T00:00:00Z", "2020-09-25T00:00:00+02:00"]) == .timestamp(.micros, isUTC: true))
    #expect(try type(["2020-09-25T00:00:00.123456789"]) == .timestamp(.nanos, isUTC: false))
    #expect(try type(["2020-09-25T00:00:00.123456000"]) == .timestamp(.micros, isUTC: false))
    #expect(try type(["2020-09-25T00:00:00.123456789", "1600-01-01T00:00:00"]) == .string)
    #expect(try type(["2020-09-25T00:00:00Z", "2020-09-25T00:00:00"]) == .string)
    #expect(try type(["2020-09-25", "2020"]) == .string)
    #expect(try type(["-2020-01-01"]) == .date)
  }

  @Test("A column without values is one of strings; null texts are no values, quoted empty fields are")
  func nulls() throws {
    #expect(try type(["", ""]) == .string)
    #expect(try type(["NA", "1"]) == .string)
    #expect(try type(["NA", "1"], nullTexts: ["NA"]) == .int64)
    #expect(try type(["\"NA\"", "1"], nullTexts: ["NA"]) == .string)
    #expect(try type(["\"\"", "1"]) == .string)
  }

  @Test("The last row decides as much as the first")
  func wholeFile() throws {
    let many = [String](repeating: "1", count: 5_000)
    #expect(try type(many) == .int64)
    #expect(try type(many + ["x"]) == .string)
    #expect(try type(many + ["1.5"]) == .double)
  }

  @Test("All files count, and a bad row ends the work")
  func files() throws {
    let folder = TestFolder()
    let paths = [try folder.write("a\n1\n", to: "1.csv"), try folder.write("a\n1.5\n", to: "2.csv")]
    var options = CSVOptions()
    options.types = .inferred(decimals: false)
    let source = try CSVSource(paths: paths, options: options)
    #expect(source.schema == Schema([Field("a", .double)]))
    #expect(try rows(of: source) == [["1.0"], ["1.5"]])
    let bad = try folder.write("a,b\n1,2\n3\nx,4\n5\n", to: "bad.csv")
    let error = #expect(throws: InlayError.self) { try CSVSource(path: bad, options: options) }
    #expect(
      error?.description
        == "\(bad), line 3, column b, byte 8: the row has 1 field and the table 2 columns; correct the row, or leave rows like "
        + "it out with --on-bad-row skip")
    options.onBadRow = .skip
    #expect(
      try CSVSource(path: bad, options: options).schema == Schema([Field("a", .string), Field("b", .int64)]))
  }
}
