import InlayColumns
import Testing

@testable import InlayJSON

/// Each of these was read by Spark 4 too, with the same types.
@Suite("Inference of JSON types")
struct InferenceTests {
  @Test(
    arguments: [
      (#"{"a":1,"b":9223372036854775807}"#, ["a: int64", "b: int64"]),
      (#"{"a":9223372036854775808}"#, ["a: decimal(19, 0)"]),
      (#"{"a":12345678901234567890123456789012345678}"#, ["a: decimal(38, 0)"]),
      (#"{"a":123456789012345678901234567890123456789}"#, ["a: double"]),
      (#"{"a":9223372036854775808}{"a":1}"#, ["a: decimal(20, 0)"]),
      (#"{"a":9223372036854775808}{"a":1.5}"#, ["a: double"]),
      (#"{"a":1}{"a":1.5}"#, ["a: double"]),
      (#"{"a":1e2,"b":-0,"c":-0.0}"#, ["a: double", "b: int64", "c: double"]),
      (#"{"a":true}{"a":1}"#, ["a: string"]),
      (#"{"a":{"x":1}}{"a":"s"}"#, ["a: string"]),
      (#"{"a":[1]}{"a":{}}"#, ["a: string"]),
      (
        #"{"a":null,"b":{},"c":[],"d":[null],"e":{"x":null},"f":[{}]}"#,
        ["a: string", "c: list(string)", "d: list(string)", "e: struct(x: string)"]
      ),
      (#"{"a":[{"x":1},{"y":2}]}{"a":[]}"#, ["a: list(struct(x: int64, y: int64))"]),
      (#"{"a":[1,9223372036854775808],"b":[1,"x"]}"#, ["a: list(decimal(20, 0))", "b: list(string)"]),
      (#"{"z":1}{"a":1,"z":2}{"m":1}"#, ["z: int64", "a: int64", "m: int64"]),
      (#"{"a":NaN}{"a":-Infinity}"#, ["a: double"]),
      ("{}{}", []), ("", []), ("[]", []), ("null", []),
    ])
  func type(_ text: String, _ columns: [String]) throws {
    for chunk in [1, 8, 1 << 20] { #expect(try Read(text, chunk: chunk).columns == columns) }
  }

  @Test func conflictingValuesAreTheTextsThatTheyHave() throws {
    let read = try Read(
      #"""
      {"a":"x"}
      {"a":1.50}
      {"a":1e3}
      {"a":true}
      {"a": [ 1 , 2 ] }
      {"a":-0}
      {"a":{"u":"\u00e9\/","n":null}}
      {"a":null}
      """#)
    #expect(
      read.rows == [
        ["x"], ["1.50"], ["1e3"], ["true"], ["[ 1 , 2 ]"], ["-0"], [#"{"u":"\u00e9\/","n":null}"#], [nil],
      ])
  }

  @Test func theEmptyTextIsNullAmongOtherValues() throws {
    let read = try Read(#"{"a":"","b":"","c":"","d":""}{"a":1,"b":[2],"c":true}"#)
    #expect(read.columns == ["a: int64", "b: list(int64)", "c: boolean", "d: string"])
    #expect(read.rows == [[nil, nil, nil, ""], ["1", "[2]", "true", nil]])
  }

  @Test func badRecordsSayNothingOfTheTypes() throws {
    var options = JSONOptions()
    options.onBadRow = .skip
    let read = try Read("{\"a\":1}\n{\"b\":1,\"a\":\"x\"\n{\"a\":2}\n", options)
    #expect(read.columns == ["a: int64"])
    #expect(read.rows == [["1"], ["2"]])
    #expect(
      read.rejections == [
        "a.json, line 2, byte 22: the record ends in its middle, with its line or with the file"
      ])
  }
}
