import InlayBytes
import InlayColumns
import InlayEngine
import Testing

/// Holds expressions against what Spark made of them; `Tests/Interop/test_semantics.py` holds that against Spark itself.
@Suite("The semantics of expressions")
struct SemanticsTests {
  @Test(
    "Every expression gives what Spark gives, and of the same type",
    arguments: ["casts", "comparisons", "arithmetic", "logic", "functions", "nested"])
  func results(_ name: String) throws {
    let fixture = try SemanticsFixture(name)
    #expect(!fixture.frames.isEmpty)
    var faults = Faults()
    for frame in fixture.frames {
      let batch = frame.batch
      for (number, (text, type)) in frame.expressions.enumerated() {
        let expression = try #require(SQLText.expression(text), "\(text)")
        let made = try Self.evaluate(expression, batch, as: type, text, &faults)
        guard let made else { continue }
        let expected = CellValues.texts(frame.results(number))
        for (row, (result, wanted)) in zip(CellValues.texts(made), expected).enumerated()
        where result != wanted {
          let inputs = frame.rows[row].prefix(frame.columns.count).map { $0 ?? "NULL" }
          faults.add("\(text) of \(inputs) as \(frame.columns): \(result), Spark gives \(wanted)")
        }
      }
    }
    #expect(faults.isEmpty, "\(faults)")
  }

  /// Computes an expression; a nested result is made a text, as fixtures have it.
  private static func evaluate(
    _ expression: Expression, _ batch: RecordBatch, as type: DataType, _ text: String, _ faults: inout Faults
  ) throws -> Column? {
    let source = MemorySource(schema: batch.schema, batches: [batch])
    let compared = type.isNested ? Expression.cast(expression, .string) : expression
    do {
      let plan = try LogicalPlan.scan(source).computing([
        (name: "x", value: expression), (name: "y", value: compared),
      ])
      guard plan.schema[0].type.sameValues(as: type) else {
        faults.add("\(text): its type is \(plan.schema[0].type), Spark's \(type)")
        return nil
      }
      let sink = CollectingSink()
      _ = try PlanRun(workers: Workers(count: 1)).run(plan, into: sink)
      return sink.batches[0].columns[1]
    } catch let error as InlayError {
      faults.add("\(text) over \(batch.schema.fields.map(\.type)): \(error.message)")
      return nil
    }
  }

  @Test("Every example of the document gives what is said there")
  func examples() throws {
    let examples = try SemanticsDocument.examples()
    #expect(examples.count > 100)
    for (text, result) in examples {
      let expression = try #require(SQLText.expression(text), "\(text)")
      #expect(try SemanticsDocument.result(of: expression) == result, "\(text)")
    }
  }

  @Test("Every expression has the type that Spark gives it, or is refused as Spark refuses it")
  func types() throws {
    var faults = Faults()
    for line in try SemanticsFixture.lines("types") {
      let columns = try line.dropLast(2).map { try #require(SQLType.type($0), "\($0)") }
      let text = line[line.count - 2]
      let expression = try #require(SQLText.expression(text), "\(text)")
      let schema = Schema(columns.enumerated().map { Field(String(UnicodeScalar(UInt8(97 + $0))), $1) })
      let plan = try? LogicalPlan.scan(MemorySource(schema: schema, batches: []))
        .computing([(name: "x", value: expression)])
      let found = plan?.schema[0].type.withoutNullability.description ?? "refused"
      if found != line[line.count - 1] {
        faults.add("\(text) over \(columns): \(found), Spark's is \(line[line.count - 1])")
      }
    }
    #expect(faults.isEmpty, "\(faults)")
  }
}

/// What is wrong, of which the first are shown.
private struct Faults: CustomStringConvertible {
  private var count = 0
  private var first: [String] = []

  var isEmpty: Bool { count == 0 }

  mutating func add(_ fault: String) {
    count += 1
    if first.count < 60 { first.append(fault) }
  }

  var description: String { "\(count) differ:\n" + first.joined(separator: "\n") }
}

extension DataType {
  /// The type with everything in it allowed to be null.
  fileprivate var withoutNullability: DataType {
    switch self {
    case .list(let element): .list(element.anyhow)
    case .structure(let fields): .structure(fields.map(\.anyhow))
    case .map(let key, let value): .map(key: key, value: value.anyhow)
    default: self
    }
  }

  fileprivate func sameValues(as other: DataType) -> Bool {
    withoutNullability.description == other.withoutNullability.description
  }
}

extension Field {
  fileprivate var anyhow: Field { Field(name, type.withoutNullability) }
}
