import Testing

@testable import InlayJobs

@Suite("Paths to columns and fields")
struct FieldPathTests {
  @Test(
    "Parts are told apart by dots outside back-ticks",
    arguments: [
      ("id", ["id"]), ("`.id`", [".id"]), ("a.b", ["a", "b"]), ("`a.b`.c", ["a.b", "c"]),
      ("a.`b c`", ["a", "b c"]),
      ("`a``b`", ["a`b"]), ("sum(x)", ["sum(x)"]), ("ü ß", ["ü ß"]),
    ])
  func parts(text: String, parts: [String]) {
    #expect(FieldPath(text)?.parts == parts)
  }

  @Test(
    "What is no path is none", arguments: ["", ".", ".id", "a.", "a..b", "`a", "`a`b", "a`b`", "``", "`a``"])
  func faults(text: String) {
    #expect(FieldPath(text) == nil)
  }
}
