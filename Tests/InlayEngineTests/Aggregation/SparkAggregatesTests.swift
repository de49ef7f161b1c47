import Foundation
import InlayBytes
import InlayColumns
import InlayEngine
import Testing

/// Holds every function against what Spark computed of the same values: `Fixtures/aggregates.json`, which the script
/// beside it makes.
@Suite("Aggregates of Spark")
struct SparkAggregatesTests {
  private static let fixtures = Result {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/aggregates.json")
    return try JSONValue(parsing: String(contentsOf: path, encoding: .utf8))
  }

  /// Returns the type that Spark calls by a name.
  private static func type(named name: String) throws -> DataType {
    switch name {
    case "boolean": return .boolean
    case "tinyint": return .int8
    case "int": return .int32
    case "bigint": return .int64
    case "float": return .float
    case "double": return .double
    case "string": return .string
    case "binary": return .binary
    case "date": return .date
    case "timestamp": return .timestamp(.micros, isUTC: true)
    case "array<int>": return .list(Field("element", .int32))
    case "map<int,int>":
      return .map(key: Field("key", .int32, isNullable: false), value: Field("value", .int32))
    default:
      let digits = try #require(name.wholeMatch(of: /decimal\((\d+),(\d+)\)/))
      return .decimal(precision: try #require(Int(digits.1)), scale: try #require(Int(digits.2)))
    }
  }

  /// Returns the cell that Spark writes as a text.
  private static func cell(_ text: String?, _ type: DataType) throws -> TypedCell {
    guard let text else { return .null }
    switch type {
    case .string: return .text(text)
    case .boolean: return .boolean(text == "true")
    case .float, .double: return .number(try #require(Double(text.lowercased())))
    case .decimal(_, let scale):
      let parts = text.split(separator: ".")
      let fraction = parts.count > 1 ? String(parts[1]) : ""
      let zeros = String(repeating: "0", count: scale - fraction.count)
      return .integer(try #require(Int128("\(parts[0])\(fraction)\(zeros)")))
    default: return .integer(try #require(Int128(text)))
    }
  }

  /// Whether two values are the same but for the last digits of a double; Spark has no sign of zero to rely on.
  private static func isClose(_ one: TypedCell, _ other: TypedCell) -> Bool {
    guard case .number(let one) = one, case .number(let other) = other else { return one == other }
    return one == other || one.isNaN && other.isNaN || abs(one - other) <= 1e-12 * max(abs(one), abs(other))
  }

  private func check(_ fixture: JSONObject, batchSize: Int) throws {
    let type = try Self.type(named: try #require(fixture["type"]?.string))
    let values = try #require(fixture["values"]?.array).map { try Self.cell($0.string, type) }
    let results = try #require(fixture["results"]?.object).members
    let aggregates = try results.map {
      Aggregate(try #require(AggregateFunction(rawValue: $0.name)), of: 0, name: $0.name)
    }
    let source = typedTable([Field("v", type)], values.map { [$0] }, batchSize: batchSize)
    let plan = try LogicalPlan.scan(source).aggregating(by: [], aggregates)
    let row = try #require(try runTyped(plan).first)
    for (position, result) in results.enumerated() {
      let expected = try #require(result.value.array)
      let expectedType = try Self.type(named: try #require(expected[0].string))
      #expect(plan.schema[position].type == expectedType, "\(result.name) of \(type)")
      let cell = try Self.cell(expected[1].string, expectedType)
      #expect(Self.isClose(row[position], cell), "\(result.name) of \(type): \(row[position]), Spark \(cell)")
    }
  }

  @Test(
    "Every function gives Spark's value and type, however the values lie in batches", arguments: [1000, 2])
  func values(batchSize: Int) throws {
    let cases = try #require(try Self.fixtures.get().object?["cases"]?.array)
    #expect(cases.count > 20)
    for fixture in cases { try check(try #require(fixture.object), batchSize: batchSize) }
  }

  @Test("What Spark does not compute is refused")
  func refusals() throws {
    let refused = try #require(try Self.fixtures.get().object?["refused"]?.array)
    #expect(refused.count > 20)
    for pair in refused {
      let names = try #require(pair.array).compactMap(\.string)
      let source = MemorySource(schema: Schema([Field("v", try Self.type(named: names[0]))]), batches: [])
      let function = try #require(AggregateFunction(rawValue: names[1]))
      let error = #expect(throws: InlayError.self) {
        try LogicalPlan.scan(source).aggregating(by: [], [Aggregate(function, of: 0, name: "r")])
      }
      #expect(error?.message.hasPrefix("\(names[1]) is not computed of values of this type") == true)
    }
  }
}
