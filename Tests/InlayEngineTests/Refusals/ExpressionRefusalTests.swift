import InlayBytes
import InlayColumns
import InlayEngine
import Testing

/// What is said of expressions that have no value, before anything runs.
@Suite("Refused expressions")
struct ExpressionRefusalTests {
  private static let schema = Schema([
    Field("number", .int32), Field("text", .string), Field("days", .date),
    Field("pair", .structure([Field("a", .int32), Field("b", .string)])),
    Field("list", .list(Field("element", .string))),
    Field("map", .map(key: Field("key", .string), value: Field("value", .int32))),
  ])
  private static let source = LogicalPlan.scan(MemorySource(schema: schema, batches: []))
  private static let (number, text, pair, list) = (
    Expression.named("number"), Expression.named("text"), Expression.named("pair"), Expression.named("list")
  )

  private static func message(of expression: Expression) -> String? {
    let error = #expect(throws: InlayError.self) { try source.computing([(name: "x", value: expression)]) }
    #expect(error?.location.column == "x")
    return error?.message
  }

  @Test("Columns, fields and constants that are none")
  func names() {
    #expect(
      Self.message(of: .column(9)) == "the expression names a column that is not among the 6 there are: 9")
    #expect(
      Self.message(of: .member(Self.number, "a")) == "only a structure has fields; a is asked of int32")
    #expect(
      Self.message(of: .member(Self.pair, "c")) == "the structure has no field c; its fields are: a, b")
    #expect(
      Self.message(of: .cast(Self.number, .decimal(precision: 40, scale: 2)))
        == "a decimal has 1 to 38 digits, of which none to all stand after the point; found decimal(40, 2)")
  }

  @Test("Values of types that do not go together")
  func types() {
    #expect(
      Self.message(of: .cast(Self.list, .int32))
        == "values of one type cannot be cast to the other; they are list(string) and int32")
    #expect(
      Self.message(of: .comparison(.less, Self.list, Self.number))
        == "values of these types cannot be compared; they are list(string) and int32")
    #expect(
      Self.message(of: .arithmetic(.multiply, .named("days"), Self.number))
        == "numbers cannot be made of these by *; they are date and int32")
    #expect(Self.message(of: .not(Self.number)) == "a condition is a boolean; this is int32")
    #expect(
      Self.message(of: .call(.coalesce, [Self.list, Self.pair]))?
        .hasPrefix("no type holds these values; they are list(string) and ") == true)
    #expect(
      Self.message(of: .conditional([], otherwise: nil)) == "give one value or more to choose from")
    let kept = #expect(throws: InlayError.self) { try Self.source.filtering(where: Self.text) }
    #expect(kept?.message == "rows are kept by a condition, which is a boolean; this is string")
  }

  @Test("Arguments that functions do not take")
  func arguments() {
    #expect(
      Self.message(of: .call(.get, [Self.list])) == "get takes 2 arguments; there are 1")
    #expect(
      Self.message(of: .call(.upper, [Self.list])) == "upper takes a text there; found list(string)")
    #expect(
      Self.message(of: .call(.length, [Self.list]))
        == "length takes a text or bytes there; found list(string)")
    #expect(
      Self.message(of: .call(.abs, [Self.list])) == "abs takes a number there; found list(string)")
    #expect(
      Self.message(of: .call(.round, [Self.number, Self.number]))
        == "round takes a constant number of decimal places")
  }

  @Test("Expressions in expressions in expressions")
  func depth() {
    let deep = (0..<199).reduce(Self.number) { value, _ in .call(.abs, [value]) }
    #expect(throws: Never.self) { try Self.source.computing([(name: "x", value: deep)]) }
    #expect(
      Self.message(of: .call(.abs, [deep]))
        == "an expression nests at most 200 deep; write it in several steps")
  }

  @Test(
    "Regular expressions that are none",
    arguments: [
      (")", "a ) closes no group"),
      ("(a", "a group is not closed"),
      ("(?<name", "the name of a group ends with >"),
      ("(?ia)", "the flags are i, m, s and x; found a"),
      ("(?i", "a group begins with (?: or flags of imsx"),
      ("a{b}", "a { is followed by a number; write \\{ for a brace"),
      ("a{3,1}", "a number of repetitions is {n}, {n,} or {n,m}, at most 1000"),
      ("*a", "nothing stands before *"),
      ("a\\", "nothing follows the last \\"),
      ("[a\\", "nothing follows the last \\"),
      ("\\p{Lu", "the name of a class ends with }"),
      ("\\p{Klingon}", "this class of characters is not known: Klingon"),
      ("\\x{41", "the number of a character ends with }"),
      ("\\y", "\\y means nothing, or nothing that is supported"),
      ("\\xg", "a character is given by digits of base 16, 2 or more"),
      ("[z-a]", "a range of characters ends with one that is not before the first"),
      ("(a)\\1", "references back to groups are not matched; write the text again"),
    ])
  func patterns(pattern: String, message: String) {
    let expression = Expression.call(.rlike, [Self.text, .literal(.string(pattern))])
    #expect(Self.message(of: expression) == "\(message); the regular expression is \(pattern)")
  }

  @Test("Regular expressions that nest, at the limit and beyond")
  func nestedPatterns() {
    func message(_ pattern: String) -> String? {
      let value = Expression.call(.rlike, [Self.text, .literal(.string(pattern))])
      do { _ = try Self.source.computing([(name: "x", value: value)]) } catch {
        return (error as? InlayError)?.message
      }
      return nil
    }
    func nested(_ open: String, _ close: String, _ count: Int) -> String {
      String(repeating: open, count: count) + "a" + String(repeating: close, count: count)
    }
    #expect(message(nested("(", ")", 99)) == nil)
    #expect(message(nested("(", ")", 100))?.hasPrefix("groups nest at most 100 deep; ") == true)
    #expect(message(nested("[", "]", 50)) == nil)
    #expect(message(nested("[", "]", 51))?.hasPrefix("classes nest at most 50 deep; ") == true)
    #expect(
      message(String(repeating: "(?:", count: 3) + "a{1000}" + String(repeating: "){1000}", count: 3))
        == "a regular expression repeats too much; write it with smaller numbers")
  }

  @Test("A text that is too long for its regular expression")
  func longText() throws {
    let text = String(repeating: "a", count: 400_000)
    let batch = try RecordBatch(columns: ["t": Column([text])])
    let pattern = Expression.call(.rlike, [.named("t"), .literal(.string("(a|b){1000}c"))])
    let plan = try LogicalPlan.scan(MemorySource(schema: batch.schema, batches: [batch]))
      .computing([(name: "x", value: pattern)])
    let error = #expect(throws: InlayError.self) { try run(plan) }
    #expect(error?.code == .limitExceeded)
    #expect(
      error?.message.hasPrefix(
        "a text is too long for its regular expression; it has ") == true)
  }
}
