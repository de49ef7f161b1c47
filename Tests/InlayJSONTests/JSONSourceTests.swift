import Foundation
import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayJSON

@Suite("Reading JSON")
struct JSONSourceTests {
  static let wanted = Read(["a: int64", "b: string"], [["1", "x"], ["2", nil], ["3", "é"]])

  @Test(
    "all layouts, in pieces of any size",
    arguments: [
      "{\"a\":1,\"b\":\"x\"}\n{\"a\":2}\n{\"b\":\"\\u00e9\",\"a\":3}\n",
      "{\"a\":1,\"b\":\"x\"}\r\n\r\n{\"a\":2}\r\n   \n{\"b\":\"é\",\"a\":3}",
      "\u{FEFF}[{\"a\":1,\"b\":\"x\"},{\"a\":2,\"b\":null}, {\"a\":3,\"b\":\"é\"}]",
      "[\n  {\n    \"a\": 1,\n    \"b\": \"x\"\n  },\n  {\"a\": 2\n},\n  {\"a\":3,\"b\":\"é\"}\n]\n",
      "{\n\"a\":1,\"b\":\"x\"\n}\n{\n\"a\":2\n}\n{\"a\":3,\"b\":\"é\"}",
      "{\"a\":1,\"b\":\"x\"}{\"a\":2} {\"a\":3,\"b\":\"é\"}",
      "[{\"a\":1,\"b\":\"x\"}]\n[{\"a\":2},{\"a\":3,\"b\":\"é\"}]\n",
    ])
  func layouts(_ text: String) throws {
    for chunk in [1, 2, 7, 20, 1 << 20] { #expect(try Read(text, chunk: chunk) == Self.wanted) }
    #expect(try Read(gzipped(text), chunk: 5) == Self.wanted)
    var values = JSONOptions()
    values.layout = .values
    for chunk in [1, 9] { #expect(try Read(text, values, chunk: chunk) == Self.wanted) }
  }

  /// The text in gzip members of at most ten bytes each.
  private func gzipped(_ text: String) -> [UInt8] {
    let deflater = GzipDeflater(level: 6)
    let bytes = Values(Array(text.utf8))
    var output = ValueBuilder<UInt8>()
    for start in stride(from: 0, to: bytes.count, by: 10) {
      deflater.compress(bytes.rawSpan.extracting(start..<min(start + 10, bytes.count)), into: &output)
    }
    return Array(output.freeze().buffer)
  }

  @Test func nestedValuesWithGaps() throws {
    let read = try Read(
      #"""
      {"s":{"x":1,"l":[1,null,3]},"l":[[1],[],null,[2,3]]}
      {"s":null}
      {}
      {"l":[],"s":{"y":"q"}}
      """#, chunk: 30)
    #expect(read.columns == ["s: struct(x: int64, l: list(int64), y: string)", "l: list(list(int64))"])
    #expect(
      read.rows == [
        [#"{"x": 1, "l": [1, null, 3], "y": null}"#, "[[1], [], null, [2, 3]]"], [nil, nil], [nil, nil],
        [#"{"x": null, "l": null, "y": "q"}"#, "[]"],
      ])
  }

  @Test func ofMembersWithOneNameTheLastCounts() throws {
    let read = try Read(
      #"{"l":[1,2],"a":1,"l":[3],"a":2}{"l":[4]}{"a":5,"l":[6],"l":null}"#)
    #expect(read.rows == [["[3]", "2"], ["[4]", nil], [nil, "5"]])
  }

  @Test func escapes() throws {
    let read = try Read(
      #"{"a":"\"\\\/\b\f\n\r\t\u0041\ud83d\ude00","\u0062":"\ud800x","c":"\ude00\ud83d"}"# + "\n"
        + #"{"b":"a longer text that no view holds itself \u00e9"}"#)
    #expect(read.columns == ["a: string", "b: string", "c: string"])
    #expect(
      read.rows == [
        ["\"\\/\u{8}\u{c}\n\r\tA😀", "\u{FFFD}x", "\u{FFFD}\u{FFFD}"],
        [nil, "a longer text that no view holds itself é", nil],
      ])
  }

  @Test func numbers() throws {
    let read = try Read(
      #"{"a":-0.0,"b":1e400,"c":-1E+400,"d":1e-400,"e":123456789012345678901234567890.5,"f":-9223372036854775808}"#
    )
    #expect(read.rows == [["-0.0", "inf", "-inf", "0.0", "1.2345678901234568e+29", "-9223372036854775808"]])
  }

  @Test func declaredTypes() throws {
    var options = JSONOptions()
    options.types = .schema(
      Schema([
        Field("d", .date), Field("t", .timestamp(.micros, isUTC: true)), Field("b", .binary),
        Field("m", .map(key: Field("key", .string, isNullable: false), value: Field("value", .int32))),
        Field("n", .decimal(precision: 10, scale: 3)), Field("f", .double), Field("s", .string),
        Field("i", .int8),
      ]))
    let read = try Read(
      #"""
      {"d":"2020-01-02","t":"2020-01-02T03:04:05.678+01:00","b":"AP8Q","m":{"a":1,"b":null},"n":1.5e-2,"f":"NaN","s":[1],"i":-128,"x":{"q":1}}
      {"n":"-3.25","f":7,"s":"q","m":{},"b":"YQ=="}
      """#, options)
    #expect(
      read.rows == [
        [
          "18263", "1577930645678000", "\u{0}\u{FFFD}\u{10}", #"{"a": 1, "b": null}"#, "15", "nan", "[1]",
          "-128",
        ],
        [nil, nil, "a", "{}", "-3250", "7.0", "q", nil],
      ])
  }

  @Test func columnsOfARequest() throws {
    let folder = TestFolder()
    let source = try JSONSource(path: folder.write("{\"a\":1,\"b\":2,\"c\":3}\n{\"c\":4}\n", to: "a.json"))
    #expect(try rows(of: source, columns: [2, 0]) == [["3", "1"], ["4", nil]])
    #expect(try rows(of: source, columns: []) == [[], []])
  }

  @Test(
    "records along a path",
    arguments: [
      ("$.r[*]", [["1"], ["2"], ["3"]]), ("$.r", [["1"], ["2"], ["3"]]), ("$['r'][1]", [["2"]]),
      ("$.q.p", [["9"]]),
      ("$.r[7]", []), ("$.nothing", []), ("$.q[*]", []),
    ])
  func paths(_ path: String, _ rows: [[String]]) throws {
    let text = #"{"v":[{"a":0}],"r":[{"a":1},{"a":2},{"a":3}],"q":{"p":{"a":9}},"z":"}]"}"#
    var options = JSONOptions()
    options.path = try JSONPath(text: path)
    for chunk in [1, 9, 1 << 20] { #expect(try Read(text, options, chunk: chunk).rows == rows) }
    #expect(try Read(text + "\n" + text + "\n", options).rows == rows + rows)
    #expect(options.path.description == (path == "$['r'][1]" ? "$.r[1]" : path))
  }

  @Test(
    arguments: [
      ("$..a", "unsupported: a path to records has no descendants (..)"),
      ("$.*", "unsupported: a path to records has no all members of an object (.*)"),
      ("$[?(@.a)]", "unsupported: a path to records has no filters ([?…])"),
      ("$[1:2]", "unsupported: a path to records has no slices ([a:b])"),
      ("$[-1]", "unsupported: a path to records has no elements counted from the end ([-1])"),
      ("a.b", "invalidInput: no path to records: one begins with $"),
      ("$.a[", "invalidInput: no path to records: one has a ] for each ["),
    ])
  func otherPaths(_ path: String, _ message: String) {
    do throws(InlayError) {
      _ = try JSONPath(text: path)
      Issue.record("\(path) was read")
    } catch {
      #expect("\(error.code): \(error)".hasPrefix(message))
    }
  }

  @Test(
    "A file that is replaced after its columns were found is read as it was; one that is written to is an error"
  )
  func changedBetween() throws {
    let folder = TestFolder()
    let path = try folder.write("{\"a\":1}\n{\"a\":2}\n", to: "a.json")
    let source = try JSONSource(path: path)
    let wanted = try rows(of: source)
    #expect(!wanted.isEmpty)
    try FileManager.default.moveItem(atPath: path, toPath: folder.path + "/old")
    _ = try folder.write("{\"c\":3}\n", to: "a.json")
    #expect(try rows(of: source) == wanted)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: folder.path + "/old", toPath: path)
    try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 0)
    let error = #expect(throws: InlayError.self) { try rows(of: source) }
    #expect(
      error?.description == "\(path): was changed while it was read; read it again when nobody writes to it")
  }
}
