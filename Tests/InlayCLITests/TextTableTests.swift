import Inlay
import Testing

@testable import InlayCLI

@Suite("Text table")
struct TextTableTests {
  private func table(width: Int? = nil, isStyled: Bool = false) -> TextTable {
    TextTable(
      headings: [
        .init(lines: ["id", "int32"], isNumeric: true), .init(lines: ["名前", "string"]),
        .init(lines: ["note", "string"]),
      ],
      rows: [["1", "夜の雨", nil], ["23", "Ann", "a longer note that goes on and on"], [nil, "", "x"]],
      width: width, isStyled: isStyled)
  }

  @Test("Columns stand below each other, whatever the width of their characters")
  func alignment() {
    #expect(
      table().lines() == [
        "   id  名前    note",
        "int32  string  string",
        "─────  ──────  ─────────────────────────────────",
        "    1  夜の雨  null",
        "   23  Ann     a longer note that goes on and on",
        " null          x",
      ])
  }

  @Test("Long values are cut to the width first")
  func cutValues() {
    let lines = table(width: 31).lines()
    #expect(lines[4] == "   23  Ann     a longer note t…")
    #expect(lines.allSatisfy { $0.displayWidth <= 31 })
    #expect(table(width: 31).shownColumnCount == 3)
  }

  @Test("Where that is not enough columns in the middle go, and the lines say so")
  func cutColumns() {
    let narrow = table(width: 26)
    #expect(narrow.shownColumnCount == 2)
    #expect(narrow.lines()[0] == "   id  …  note")
    #expect(narrow.lines()[4] == "   23  …  a longer no…")
    let narrower = table(width: 20)
    #expect(narrower.lines()[4] == "   23  Ann     …")
    #expect(table(width: 1).shownColumnCount == 1)
    #expect(table(width: 1).leadingColumnCount == 1)
  }

  @Test("The first and the last columns are kept, whatever the width", arguments: [40, 60, 80, 200])
  func ends(width: Int) {
    let names = (0..<40).map { "column \($0)" }
    let table = TextTable(
      headings: names.map { .init(lines: [$0, "名前"]) }, rows: [names.map { "\($0) 夜の雨" }], width: width)
    let lines = table.lines()
    #expect(lines.allSatisfy { $0.displayWidth <= width })
    #expect(lines[0].hasPrefix("column 0 ") && lines[0].hasSuffix("column 39"))
    #expect(lines[0].split(separator: " …").count == 2)
    let shown = lines[0].split(separator: "column").count
    #expect(table.shownColumnCount == shown && shown < 40)
    #expect(table.leadingColumnCount <= shown)
  }

  @Test("Styles add no width")
  func styles() {
    let plain = table(width: 60).lines()
    let styled = table(width: 60, isStyled: true).lines()
    #expect(styled[0].contains("\u{1B}[1mid\u{1B}[0m"))
    #expect(styled[3].contains("\u{1B}[2mnull\u{1B}[0m"))
    let stripped = styled.map { $0.replacing(/\x{1B}\[[0-9]*m/, with: "") }
    #expect(stripped == plain)
  }

  @Test("A batch is shown by its values, numbers to the right")
  func batches() {
    let schema = Schema([Field("n", .int64), Field("s", .string)])
    let batch = RecordBatch(
      schema: schema,
      columns: [
        Column(type: .int64, storage: .int64(Values([7, -12])), validity: Bitmap([true, true])),
        Column(
          type: .string, storage: .views(ViewValues(["a\u{1B}[31m\n", ""])), validity: Bitmap([true, false])),
      ], rowCount: 2)
    let table = TextTable(schema, [batch, batch.slice(0..<1)], width: nil, isStyled: false)
    #expect(
      table.lines() == [
        "    n  s", "int64  string", "─────  ─────────────", "    7  a\\u{1b}[31m\\n", "  -12  null",
        "    7  a\\u{1b}[31m\\n",
      ])
  }
}

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "Characters take the cells that terminals give them",
    arguments: [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("🙂", 2), ("👨‍👩‍👧", 2), ("☕️", 2),
      ("", 0),
    ])
  func widths(text: String, width: Int) { #expect(text.displayWidth == width) }

  @Test("A text is cut at a character's edge, and only when it is too wide")
  func cuts() {
    #expect("abcdef".cut(to: 6) == "abcdef")
    #expect("abcdef".cut(to: 5) == "abcd…")
    #expect("日本語".cut(to: 6) == "日本語")
    #expect("日本語".cut(to: 5) == "日本…")
    #expect("日本語".cut(to: 4) == "日…")
    #expect("abc".cut(to: 1) == "…")
  }

  @Test("What would steer a terminal is escaped")
  func printable() {
    #expect("a\tb\r\n\u{1B}\u{9B}\u{202E}\u{2028}".printable == "a\\tb\\r\\n\\u{1b}\\u{9b}\\u{202e}\\u{2028}")
    #expect("👨‍👩‍👧 é".printable == "👨‍👩‍👧 é")
    #expect("a\nb\u{7}".printableLines == "a\nb\\u{7}")
  }
}
