import Testing

@testable import InlayJobs

@Suite("Text in pictures")
struct TextWidthTests {
  private let measure = TextWidth(size: 10)

  @Test(
    "Lines keep to their width, break at spaces, and say by an ellipsis what is left out",
    arguments: [
      ("one two three four", 60.0, 9, ["one two", "three four"]),
      ("one two three four", 60, 1, ["one two…"]),
      ("abcdefghijklmnop", 51, 3, ["abcdefgh", "ijklmnop"]),
      ("夜夜夜夜夜夜", 31, 9, ["夜夜夜", "夜夜夜"]),
      ("夜夜夜夜夜夜夜夜", 31, 2, ["夜夜夜", "夜夜…"]),
      ("", 60, 2, []),
    ])
  func lines(text: String, width: Double, limit: Int, expected: [String]) {
    let lines = measure.lines(of: text, width: width, lineLimit: limit)
    #expect(lines == expected)
    #expect(lines.allSatisfy { measure.width(of: $0) <= width })
  }

  @Test("A location breaks after a slash, and keeps its end when it is too long for two lines")
  func path() {
    #expect(measure.path("s3://a/b", width: 80) == ["s3://a/b"])
    #expect(measure.path("s3://bucket/folder/file.csv", width: 80) == ["s3://bucket/", "folder/file.csv"])
    let lines = measure.path("s3://bucket/a-very-long-folder/a-very-long-name.csv", width: 80)
    #expect(lines[0] == "s3://bucket/" && lines[1].contains("…") && lines[1].hasSuffix("e.csv"))
  }

  @Test("Marks that stand on the character before them take no room")
  func marks() {
    #expect(measure.width(of: "e\u{301}") == measure.width(of: "e"))
  }
}
