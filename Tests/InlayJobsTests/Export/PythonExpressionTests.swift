import Testing

@testable import InlayJobs

@Suite("Python expressions")
struct PythonExpressionTests {
  @Test(
    "A text is a literal on one line, whatever is in it",
    arguments: [
      ("plain", #""plain""#), (#"a"b"#, #"'a"b'"#), (#"a"b'c"#, #""a\"b'c""#), (#"a\b"#, #""a\\b""#),
      (#"a\"b"#, #"'a\\"b'"#), ("a\nb\r\tc", #""a\nb\r\tc""#), ("\u{0}\u{7F}", #""\x00\x7f""#),
      ("\u{2028}\u{202E}", #""\u2028\u202e""#), ("\u{E0001}", #""\U000e0001""#), ("夜 é 😀", #""夜 é 😀""#),
      ("a\u{A0}b", #""a\xa0b""#),
    ])
  func literals(text: String, expected: String) {
    #expect(PythonText.literal(text) == expected)
  }

  @Test("A text of several lines stands in them, and ends where it ends")
  func blocks() {
    #expect(PythonText.block("one") == #""one""#)
    #expect(PythonText.block("a\n\"\"\"\n\\") == "\"\"\"\\\na\n\\\"\\\"\\\"\n\\\\\"\"\"")
  }

  @Test("A comment is one line")
  func comments() {
    #expect(PythonText.comment("a\nb\u{2028}c\u{C}") == #"# a\x0ab\u2028c\x0c"#)
    #expect(PythonText.comment("") == "#")
  }

  @Test("What fits stands on one line, and all else in a line for each part")
  func lines() {
    let short = PythonExpression.call("f", [PythonArgument(.code("a")), PythonArgument("b", .texts(["c"]))])
    #expect(short.written() == #"f(a, b=["c"])"#)
    let long = PythonExpression.call(
      "f",
      [PythonArgument(.code("a")), PythonArgument("b", .texts([String(repeating: "c", count: 90), "d"]))])
    #expect(
      long.written(behind: 4) == """
        f(
            a,
            b=[
                "\(String(repeating: "c", count: 90))",
                "d",
            ],
        )
        """)
    #expect(PythonExpression.tuple([.code("a")]).flat == "(a,)")
  }

  @Test("Operations in each other stand in parentheses")
  func operations() {
    let inner = PythonExpression.operation("&", [.code("a"), .code("b")])
    #expect(PythonExpression.operation("|", [inner, .code("c")]).flat == "(a & b) | c")
    #expect(PythonExpression.prefixed("~", inner).flat == "~(a & b)")
    #expect(PythonExpression.prefixed("~", .code("f(x)")).flat == "~f(x)")
  }

  @Test("Names are identifiers, in the form that their kind has, and each of them once")
  func names() {
    var names = PythonNames(taken: ["spark"])
    let variables = ["Join Artists & Albums", "joinArtists Albums", "Spark", "夜", "1st", "class", "S3"]
    #expect(
      variables.map { names.variable(for: $0) } == [
        "join_artists_albums", "join_artists_albums_2", "spark_2", "node", "_1st", "class_2", "s3",
      ])
    #expect(names.identifier(for: "My-Transform!") == "MyTransform")
    #expect(PythonNames.identifier(from: "lambda") == "lambda_")
  }
}
