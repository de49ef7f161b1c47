import InlayBytes
import InlayColumns
import Testing

@testable import InlayJSON

@Suite("Errors of JSON")
struct ErrorTests {
  @Test(
    arguments: [
      ("{\"a\":1}\n{\"a\":}\n", "corrupt: a.json, line 2, byte 13: a JSON value is expected here"),
      (
        "{\"a\":1}\n{a:1}\n",
        "corrupt: a.json, line 2, byte 9: a member's name in double quotes is expected here"
      ),
      (
        "{\"a\":1}\n{\"a\" 1}\n",
        "corrupt: a.json, line 2, byte 13: a colon is expected after a member's name"
      ),
      (
        "{\"a\":1}\n{\"a\":1 \"b\"}\n",
        "corrupt: a.json, line 2, byte 15: a comma or } is expected after a member"
      ),
      (
        "{\"a\":1}\n{\"a\":[1 2]}\n",
        "corrupt: a.json, line 2, byte 16: a comma or ] is expected after an element"
      ),
      ("{\"a\":1}\n{\"a\":[1,]}\n", "corrupt: a.json, line 2, byte 16: a JSON value is expected here"),
      (
        "{\"a\":1}\n{\"a\":\"x\ty\"}\n",
        "corrupt: a.json, line 2, byte 15: a control character stands in this string"
      ),
      ("{\"a\":1}\n{\"a\":\"\\x\"}\n", "corrupt: a.json, line 2, byte 14: the escape is none that JSON has"),
      ("{\"a\":1}\n{\"a\":01}\n", "corrupt: a.json, line 2, byte 13: the number has not the form of one"),
      ("{\"a\":1}\n{\"a\":1.}\n", "corrupt: a.json, line 2, byte 13: the number has not the form of one"),
      ("{\"a\":1}\n{\"a\":\n2}\n", "corrupt: a.json, line 2, byte 13: the record ends in its middle"),
      ("{\"a\":1}\n5\n", "corrupt: a.json, line 2, byte 8: the record is no object"),
      ("[{\"a\":1},\n{\"a\":tru}]", "corrupt: a.json, line 2, byte 15: a JSON value is expected here"),
      ("[{\"a\":1},\n{\"a\":2}", "corrupt: a.json, line 2, byte 17: the record ends in its middle"),
      ("[{\"a\":1}\n{\"a\":2}]", "corrupt: a.json, line 2, byte 9: a comma or ] is expected"),
      ("[{\"a\":1}]]", "corrupt: a.json, line 1, byte 9: a JSON value is expected here"),
    ])
  func places(_ text: String, _ message: String) {
    #expect(failure(text)?.hasPrefix(message) == true, "\(failure(text) ?? "no error")")
  }

  @Test func bytesThatAreNotUTF8() throws {
    var options = JSONOptions()
    options.onBadRow = .skip
    let text = Array("{\"a\":\"x\"}\n{\"a\":\"".utf8) + [0xFF] + Array("\"}\n{\"a\":\"y\"}\n".utf8)
    let read = try Read(text, options)
    #expect(read.rows == [["x"], ["y"]])
    #expect(read.rejections == ["a.json, line 2, byte 10: the bytes of this record are not UTF-8"])
  }

  @Test func valuesThatAreNotOfTheirTypeAreLeftOutWithTheirRow() throws {
    var options = JSONOptions()
    options.onBadRow = .skip
    options.types = .schema(
      Schema([Field("a", .int32, isNullable: false), Field("l", .list(Field("element", .int64)))]))
    let text = """
      [{"a":1,"l":[1]},{"a":2.5},{"a":3,"l":[1,"x"]},{"l":[]},{"a":null},{"a":99999999999},{"a":6,"l":{}},{"a":7}]
      """
    for chunk in [1, 40, 1 << 20] {
      let read = try Read(text, options, chunk: chunk)
      #expect(read.rows == [["1", "[1]"], ["7", nil]])
      #expect(
        read.rejections == [
          "a.json, line 1, byte 22: the value is none of the type int32: \"2.5\"",
          "a.json, line 1, byte 42: the value is none of the type int64: \"x\"",
          "a.json, line 1, byte 47: the member is declared to have a value in every record: a",
          "a.json, line 1, byte 56: the member is declared to have a value in every record: a",
          "a.json, line 1, byte 72: the value is none of the type int32: \"99999999999\"",
          "a.json, line 1, byte 96: the value is none of the type list(int64): \"{}\"",
        ])
    }
  }

  @Test func limits() {
    var options = JSONOptions()
    options.maxDepth = 3
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(
      failure("{\"a\":\(deep)}", options)?.hasPrefix(
        "limitExceeded: a.json, line 1, byte 7: arrays and objects nest deeper") == true)
    #expect(
      failure(deep)?.contains("record is no object") == true || failure(deep)?.contains("nest deeper") == true
    )
    options = JSONOptions()
    options.maxRecordBytes = 20
    let long = "{\"a\":\"\(String(repeating: "x", count: 30))\"}"
    for text in ["{\"a\":1}\n\(long)\n", "[{\"a\":1},\(long)]"] {
      #expect(
        failure(text, options)?.contains("the record has more bytes than maxRecordBytes allows") == true)
    }
    options.maxRecordBytes = 1 << 20
    options.maxInferredColumns = 2
    #expect(
      failure("{\"a\":{\"b\":1,\"c\":1}}", options)?.hasPrefix(
        "limitExceeded: a.json: the records have more members")
        == true)
  }
}
