import InlayBytes
import Testing

@Suite("Values to JSON texts")
struct JSONWriterTests {
  static let value: JSONValue = [
    "text": "a \"b\" \\ \n\r\t\u{1}\u{1F}\u{7F} é😀", "list": [1, [], ["k": nil]],
    "empty": .object(JSONObject()),
    "yes": true,
  ]

  @Test("A value is laid out by two spaces a level")
  func indented() {
    #expect(
      Self.value.text() == #"""
        {
          "text": "a \"b\" \\ \n\r\t\u0001\u001f\u007f é😀",
          "list": [
            1,
            [],
            {
              "k": null
            }
          ],
          "empty": {},
          "yes": true
        }
        """#)
  }

  @Test("A value is written on one line")
  func compact() {
    #expect(
      Self.value.text(.compact)
        == #"{"text":"a \"b\" \\ \n\r\t\u0001\u001f\u007f é😀","list":[1,[],{"k":null}],"empty":{},"yes":true}"#
    )
  }

  @Test("What is written is read again as it was", arguments: [JSONValue.Layout.compact, .indented])
  func roundTrip(layout: JSONValue.Layout) throws {
    #expect(try JSONValue(parsing: Self.value.text(layout)) == Self.value)
  }

  @Test("A double is written as JSON, or not at all")
  func doubles() {
    #expect(JSONNumber(0.1)?.text == "0.1")
    #expect(JSONNumber(Double.nan) == nil)
    #expect(JSONNumber(-Double.infinity) == nil)
  }
}
