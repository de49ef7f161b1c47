import InlayBytes
import InlayColumns
import Testing

@Suite("Filters as text")
struct RowFilterTextTests {
  private static let schema = Schema([
    Field("n", .int32), Field("s", .string), Field("b", .boolean), Field("f", .double), Field("d", .date),
    Field("t", .timestamp(.millis, isUTC: true)), Field("p", .decimal(precision: 9, scale: 2)),
    Field("bytes", .binary), Field("id", .uuid), Field("clock", .time(.micros)), Field("a \"b\"", .uint64),
    Field("span", .interval), Field("and", .float), Field("größe", .int8),
  ])

  private static func filter(_ text: String) throws -> RowFilter { try RowFilter(text: text, schema: schema) }

  private static func message(_ text: String) -> String {
    do throws(InlayError) {
      return "\(try RowFilter(text: text, schema: schema))"
    } catch {
      return error.description
    }
  }

  @Test(
    "Comparisons",
    arguments: [
      ("=", RowFilter.Comparison.equal), ("!=", .notEqual), ("<>", .notEqual), ("<", .less),
      ("<=", .lessOrEqual),
      (">", .greater), (">=", .greaterOrEqual),
    ])
  func comparisons(sign: String, comparison: RowFilter.Comparison) throws {
    for text in ["n \(sign) -5", "n\(sign)-5", "\"n\"\(sign)'-5'", " n\t\(sign)\n-5 "] {
      #expect(try Self.filter(text) == .comparison(column: 0, comparison, .integer(-5)))
    }
  }

  @Test(
    "Constants have the column's type",
    arguments: [
      ("s = 'it''s'", RowFilter.comparison(column: 1, .equal, .text("it's"))),
      ("b = TRUE", .comparison(column: 2, .equal, .boolean(true))),
      ("b = 'false'", .comparison(column: 2, .equal, .boolean(false))),
      ("f = 1", .comparison(column: 3, .equal, .double(1))),
      ("f = -1.5e-3", .comparison(column: 3, .equal, .double(-0.0015))),
      ("f < 'inf'", .comparison(column: 3, .less, .double(.infinity))),
      ("d = '1970-01-11'", .comparison(column: 4, .equal, .integer(10))),
      ("t = '1970-01-01 00:00:01'", .comparison(column: 5, .equal, .integer(1_000))),
      ("t = '1970-01-01T02:00:00+01:00'", .comparison(column: 5, .equal, .integer(3_600_000))),
      ("p = 1.5", .comparison(column: 6, .equal, .integer(150))),
      ("p = '-0.05'", .comparison(column: 6, .equal, .integer(-5))),
      ("p = 12345678901", .comparison(column: 6, .equal, .integer(1_234_567_890_100))),
      ("bytes = '00fF'", .comparison(column: 7, .equal, .bytes([0, 255]))),
      (
        "id = '67e55044-10b1-426f-9247-bb680e5fe0c8'",
        .comparison(
          column: 8, .equal,
          .bytes([
            0x67, 0xe5, 0x50, 0x44, 0x10, 0xb1, 0x42, 0x6f, 0x92, 0x47, 0xbb, 0x68, 0x0e, 0x5f, 0xe0, 0xc8,
          ]))
      ),
      ("clock = '00:00:00.5'", .comparison(column: 9, .equal, .integer(500_000))),
      (
        "\"a \"\"b\"\"\" = 18446744073709551615",
        .comparison(column: 10, .equal, .integer(Int128(UInt64.max)))
      ),
      ("n > 3000000000", .comparison(column: 0, .greater, .integer(3_000_000_000))),
      ("\"and\" > 0.1", .comparison(column: 12, .greater, .double(Double(Float(0.1))))),
      ("größe = 1", .comparison(column: 13, .equal, .integer(1))),
    ])
  func constants(text: String, filter: RowFilter) throws {
    #expect(try Self.filter(text) == filter)
  }

  @Test(
    "Other tests of a column",
    arguments: [
      ("n IN (1, 2)", RowFilter.isOneOf(column: 0, [.integer(1), .integer(2)])),
      ("n not in ('1')", .not(.isOneOf(column: 0, [.integer(1)]))),
      (
        "n BETWEEN 1 AND 5",
        .all([
          .comparison(column: 0, .greaterOrEqual, .integer(1)),
          .comparison(column: 0, .lessOrEqual, .integer(5)),
        ])
      ),
      ("s LIKE 'ab%'", .startsWith(column: 1, [97, 98])), ("s LIKE '%'", .startsWith(column: 1, [])),
      ("s NOT LIKE 'ab'", .not(.comparison(column: 1, .equal, .text("ab")))),
      ("s Starts With 'a_%'", .startsWith(column: 1, [97, 95, 37])),
      ("bytes STARTS WITH '00'", .startsWith(column: 7, [0])),
      ("span IS NULL", .isNull(column: 11)), ("n is not null", .isNotNull(column: 0)),
    ])
  func tests(text: String, filter: RowFilter) throws {
    #expect(try Self.filter(text) == filter)
  }

  @Test("NOT binds most, then AND, then OR; parentheses change that")
  func precedence() throws {
    let (n, b, s) = (RowFilter.isNull(column: 0), RowFilter.isNull(column: 2), RowFilter.isNull(column: 1))
    #expect(
      try Self.filter("NOT n IS NULL AND b IS NULL OR s IS NULL OR n IS NULL")
        == .any([.all([.not(n), b]), s, n]))
    #expect(
      try Self.filter("not (n is null and (b is null or s is null))") == .not(.all([n, .any([b, s])])))
    #expect(try Self.filter("NOT NOT ((n IS NULL))") == .not(.not(n)))
  }

  @Test(
    "What is wrong is told with its place",
    arguments: [
      ("", "the filter is wrong at character 1: a column's name is expected; found its end"),
      (
        "n",
        "the filter is wrong at character 2: a comparison, IS, IN, BETWEEN, LIKE or STARTS WITH is expected; found its end"
      ),
      ("n = ", "the filter is wrong at character 5: a constant is expected; found its end"),
      ("n = m", "the filter is wrong at character 5: a constant is expected; found `m`"),
      (
        "n = NULL",
        "the filter is wrong at character 5: a constant; nulls are found by IS NULL, and one is expected; found `NULL`"
      ),
      ("n = 1 n = 2", "the filter is wrong at character 7: AND, OR or the end is expected; found `n`"),
      ("(n = 1", "the filter is wrong at character 7: AND, OR or ) is expected; found its end"),
      ("n = 1)", "the filter is wrong at character 6: AND, OR or the end is expected; found `)`"),
      ("n IN 1", "the filter is wrong at character 6: ( is expected; found `1`"),
      ("n IN (1 2)", "the filter is wrong at character 9: , or ) is expected; found `2`"),
      ("n IS 1", "the filter is wrong at character 6: NULL or NOT NULL is expected; found `1`"),
      (
        "n ; 1",
        "the filter is wrong at character 3: a name, a constant or an operator is expected; found `;`"
      ),
      ("s = 'a", "the filter has a quote that does not end; it begins at character 5"),
      ("n = 1.5", "column n: the filter is wrong at character 5: not a value of type int32: 1.5"),
      ("n IN (1, 'x')", "column n: the filter is wrong at character 10: not a value of type int32: x"),
      ("d > 2020", "column d: the filter is wrong at character 5: not a value of type date: 2020"),
      ("p = 0.001", "column p: the filter is wrong at character 5: not a value of type decimal(9, 2): 0.001"),
      ("id = '67e5'", "column id: the filter is wrong at character 6: not a value of type uuid: 67e5"),
      (
        "s > 5",
        "column s: the filter is wrong at character 5: strings are compared with a text in quotes; found 5"
      ),
      (
        "span = '1'",
        "column span: the filter is wrong at character 8: values of this type cannot be filtered by; the type is interval"
      ),
      (
        "s LIKE '%a'",
        "the filter is wrong at character 8: a pattern has one % at its end and no _ or \\; found `%a`"
      ),
      (
        "n STARTS WITH 1",
        "column n: the filter is wrong at character 15: only strings and binaries begin with something, and only strings "
          + "are like something; the type is int32"
      ),
    ])
  func errors(text: String, message: String) {
    #expect(Self.message(text) == message)
  }

  @Test("A column that is not there is named with those that are")
  func unknownColumn() {
    let schema = Schema([Field("a", .int8), Field("b", .int8)])
    let error = #expect(throws: InlayError.self) { try RowFilter(text: "a = 1 OR N = 1", schema: schema) }
    #expect(
      error?.message
        == "the filter is wrong at character 10: there is no column `N`; the columns are `a`, `b`")
  }

  @Test("Nesting has a limit")
  func depth() throws {
    #expect(
      try Self.filter(String(repeating: "(", count: 99) + "n = 1" + String(repeating: ")", count: 99))
        == .comparison(column: 0, .equal, .integer(1)))
    let message = "the filter nests too deep at character 101; the limit is 100"
    #expect(Self.message(String(repeating: "(", count: 100_000)) == message)
    #expect(
      Self.message(String(repeating: "NOT ", count: 100_000))
        == "the filter nests too deep at character 401; the limit is 100")
  }

  @Test("No text of words and signs traps")
  func random() {
    var random = SystemRandomNumberGenerator()
    let words = [
      "n", "s", "\"", "'", "''", "(", ")", "AND", "OR", "NOT", "IN", "IS", "NULL", "=", "<", ">", "!", ",",
      "1", "-",
      ".", "e", "'a'", "LIKE", "STARTS", "WITH", "BETWEEN", " ", "\u{301}", "🎵", "\0",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in words.randomElement(using: &random)! }
      if (try? Self.filter(text.joined(separator: " "))) != nil { accepted += 1 }
    }
    #expect(accepted < 20_000)
  }
}
