import InlayBytes
import InlayColumns
import InlayEngine

/// Computes values of groups of rows: a transform of the type Aggregate.
///
/// The columns that rows are grouped by come first; what is computed is named as Spark names it, such as `sum(price)`.
struct AggregateNode: JobTransform {
  /// One value to compute.
  struct Computation: Sendable {
    let column: FieldPath
    let function: AggregateFunction

    /// The name that Spark gives the value.
    var name: String {
      switch function {
      case .countDistinct: "count(DISTINCT \(column.dotted))"
      case .sumDistinct: "sum(DISTINCT \(column.dotted))"
      default: "\(function.rawValue)(\(column.dotted))"
      }
    }
  }

  let groups: [FieldPath]
  let computations: [Computation]

  init(reading reader: inout NodeReader) {
    groups = reader.fieldPaths("Groups") ?? []
    computations = reader.computations()
  }

  func summary(inputs: [String]) -> [String] {
    let names = computations.map { printable($0.name) }.joined(separator: ", ")
    guard !groups.isEmpty else { return ["compute \(names) of all rows"] }
    return ["compute \(names) for each \(groups.map { printable($0.text) }.joined(separator: ", "))"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    let input = inputs[0]
    let values =
      groups.enumerated().map { input.value(of: $1, at: "Groups[\($0)]", &report) }
      + computations.enumerated().map { input.value(of: $1.column, at: "Aggs[\($0)].Column", &report) }
    guard !report.hasErrors else { return nil }
    return report.attempt { label in
      let columns = try input.plan.computing(
        values.compactMap { $0 }.map { ($0.field.name, $0.value) }, label: label)
      let aggregates = computations.enumerated().map { index, computation in
        Aggregate(computation.function, of: groups.count + index, name: computation.name)
      }
      return try columns.aggregating(by: Array(groups.indices), aggregates, label: label)
    }
  }
}

extension FieldPath {
  /// The names from the column down with dots between, as Spark writes them in the name of a computed column.
  var dotted: String { parts.joined(separator: ".") }
}

extension NodeReader {
  fileprivate mutating func computations() -> [AggregateNode.Computation] {
    requiredObjects("Aggs") { reader, _ in
      let column = reader.requiredFieldPath("Column")
      let function = reader.requiredChoice(
        "AggFunc", among: AggregateFunction.allCases.map { ($0.rawValue, $0) })
      guard let column, let function else { return nil }
      return AggregateNode.Computation(column: column, function: function)
    }
  }
}
