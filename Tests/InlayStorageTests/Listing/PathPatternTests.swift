import Testing

@testable import InlayStorage

@Suite("Patterns over paths")
struct PathPatternTests {
  @Test(
    "A pattern matches",
    arguments: [
      ("*.csv", "a.csv"), ("*.csv", ".csv"), ("**.csv", "a/b/c.csv"), ("a/**/b", "a/x/y/b"),
      ("?.csv", "ü.csv"),
      ("[a-c]x", "bx"), ("[!a-c]x", "dx"), ("[-a]", "-"), ("[a-]", "-"), ("[*?\\]", "\\"),
      ("{a,b*}.csv", "b12.csv"),
      ("{a,b*}.csv", "a.csv"), ("{,x}y", "y"), ("{one}", "one"), ("\\*", "*"), ("*", ""), ("", ""),
      ("s3://b/**", "s3://b/x/y"),
    ])
  func match(pattern: String, path: String) throws {
    let pattern = try #require(PathPattern(pattern))
    #expect(pattern.matches(path))
  }

  @Test(
    "A pattern does not match",
    arguments: [
      ("*.csv", "a/b.csv"), ("*.csv", "a.csv.gz"), ("?", "/"), ("?", ""), ("[a-c]", "d"), ("[!a]", "/"),
      ("[!a]", "a"),
      ("{a,b}", "c"), ("{a,b}", "ab"), ("a", ""), ("", "a"), ("A", "a"),
    ])
  func noMatch(pattern: String, path: String) throws {
    let pattern = try #require(PathPattern(pattern))
    #expect(!pattern.matches(path))
  }

  @Test(
    "A text that is no pattern is none", arguments: ["[a", "[]", "[c-a]", "{a", "{a,{b}}", "a\\", "{a\\"])
  func faults(text: String) {
    #expect(PathPattern(text) == nil)
  }

  @Test("A pattern made to be slow is not")
  func slowPattern() throws {
    let pattern = try #require(PathPattern(String(repeating: "**a", count: 100) + "b"))
    #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
  }
}
