import InlayBytes
import Testing

@Suite("JSON texts to values")
struct JSONParserTests {
  @Test("Every kind of value is read, and members keep their order")
  func values() throws {
    let text = " {\"z\": [1, -0.5e+3, true, false, null], \"a\": {\"\": \"x\"}} \n"
    let value = try JSONValue(parsing: text)
    #expect(value.object?.members.map(\.name) == ["z", "a"])
    #expect(
      value.object?["z"]?.array?.map(\.kind) == ["a number", "a number", "a boolean", "a boolean", "null"])
    #expect(value.object?["z"]?.array?[1].number?.text == "-0.5e+3")
    #expect(value.object?["z"]?.array?[1].number?.double == -500)
    #expect(value.object?["a"]?.object?[""]?.string == "x")
  }

  @Test("A byte-order mark is passed over")
  func byteOrderMark() throws {
    #expect(try JSONValue(parsing: [0xEF, 0xBB, 0xBF] + Array("[]".utf8)) == [])
  }

  @Test("Escapes stand for what they say, pairs of surrogates included")
  func escapes() throws {
    let value = try JSONValue(parsing: #""\"\\\/\b\f\n\r\t\u00e9\u0000\ud83d\ude00é""#)
    #expect(value == "\"\\/\u{8}\u{c}\n\r\té\0😀é")
  }

  @Test(
    "Whole numbers are whole however they are written",
    arguments: [
      ("3", 3), ("3.0", 3), ("3e2", 300), ("-0", 0), ("3.5", nil), ("1e400", nil),
      ("99999999999999999999", nil),
    ]
      as [(String, Int?)])
  func integers(text: String, expected: Int?) throws {
    #expect(try JSONValue(parsing: text).number?.integer == expected)
  }

  @Test(
    "What is not JSON is refused with its place",
    arguments: [
      ("", "line 1, byte 0: The text is empty; a JSON value is expected."),
      (
        "{\n  \"a\" 1}",
        "line 2, byte 8: After the name of a member a colon is expected; found the character 1."
      ),
      (
        "{\"a\":1,}",
        "line 1, byte 7: A member of an object starts with its name in quotes; found the character }."
      ),
      (
        "{\"a\":1 \"b\"",
        "line 1, byte 7: After a member of an object a comma or } is expected; found the character \"."
      ),
      (
        "{\"a\":1,\n\"a\":2}",
        "line 2, byte 8: The object has a second member of this name; keep one of them: `a`"
      ),
      (
        "[1",
        "line 1, byte 2: After an element of an array a comma or ] is expected; found the end of the text."
      ),
      ("[1]]", "line 1, byte 3: There is more text after the end of the JSON value; found the character ]."),
      ("nul", "line 1, byte 0: A JSON value is expected; found the character n."),
      ("01", "line 1, byte 1: There is more text after the end of the JSON value; found the character 1."),
      ("-", "line 1, byte 1: A digit is expected in a number; found the end of the text."),
      ("1.", "line 1, byte 2: A digit is expected in a number; found the end of the text."),
      ("\"abc", "line 1, byte 0: The string that starts here has no closing quote."),
      ("\"a\tb\"", "line 1, byte 2: A control character in a string must be escaped; found the byte 0x9."),
      (
        #""\x""#,
        "line 1, byte 1: A backslash starts an escape that JSON does not have; double it to mean itself."
      ),
      (#""\u12g4""#, "line 1, byte 1: The escape \\u needs four hexadecimal digits."),
      (#""\ud800""#, "line 1, byte 1: The escape is one half of a surrogate pair without the other."),
      (#""\ud800\u0041""#, "line 1, byte 1: The escape is one half of a surrogate pair without the other."),
      (#""\udc00""#, "line 1, byte 1: The escape is one half of a surrogate pair without the other."),
    ])
  func faults(text: String, expected: String) {
    let error = #expect(throws: InlayError.self) { try JSONValue(parsing: text) }
    #expect(error?.code == .corrupt)
    #expect(error?.description == expected)
  }

  @Test("A string that is not UTF-8 is refused")
  func invalidUTF8() {
    let error = #expect(throws: InlayError.self) {
      try JSONValue(parsing: [0x22, 0xFF, 0x22], file: "a.json")
    }
    #expect(
      error?.description
        == "a.json, line 1, byte 0: The string that starts here is not valid UTF-8; save the file as UTF-8.")
  }

  @Test("Nesting ends at the limit, not at the end of the stack")
  func depth() throws {
    let text = String(repeating: "[", count: 100_000)
    let error = #expect(throws: InlayError.self) { try JSONValue(parsing: text) }
    #expect(error?.code == .limitExceeded)
    #expect(
      error?.description
        == "line 1, byte 128: The JSON text nests too deep; at most 128 arrays and objects may stand in each other "
        + "(maximumDepth).")
    _ = try JSONValue(parsing: String(repeating: "[", count: 128) + String(repeating: "]", count: 128))
  }
}
