import InlayBytes
import InlayColumns
import InlayEngine

/// Replaces rows of one input by those of the other with the same primary key: a transform of the type Merge.
///
/// All rows of the staging input stay, and those of the source whose key is not in it. Rows with equal keys within one
/// input all stay. The columns are the source's, then those that only the staging input has; where an input has no such
/// column its rows have null.
struct Merge: JobTransform {
  static let inputCount = 2...2

  /// Which input is the source.
  let sourcePosition: Int
  let keys: [FieldPath]

  init(reading reader: inout NodeReader) {
    let source = reader.requiredString("Source")
    let position = reader.node.inputs.firstIndex(of: source)
    if position == nil, !source.isEmpty {
      reader.report.error(
        "Source", "The id is not among the inputs of the node; name one of them. Found \(quoted(source)).")
    }
    sourcePosition = position == 1 ? 1 : 0
    keys = reader.requiredFieldPaths("PrimaryKeys")
    reader.requireColumns(keys, at: "PrimaryKeys")
  }

  func summary(inputs: [String]) -> [String] {
    let keys = keys.map { printable($0.text) }.joined(separator: ", ")
    return [
      "replace rows of \(inputs[sourcePosition]) by those of \(inputs[1 - sourcePosition]) with the same \(keys)"
    ]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    let source = inputs[sourcePosition]
    let staging = inputs[1 - sourcePosition]
    let joinKeys = JoinKeys(
      left: source.positions(of: keys, at: "PrimaryKeys", &report),
      right: staging.positions(of: keys, at: "PrimaryKeys", &report))
    guard !report.hasErrors else { return nil }
    return report.attempt { label in
      let unchanged = try source.plan.joined(
        to: staging.plan, keys: joinKeys, kind: .leftAnti, naming: .unchanged, label: label)
      let fields = Self.fields(of: source.plan.schema, staging.plan.schema)
      return try LogicalPlan.union(
        [Self.aligned(unchanged, to: fields), Self.aligned(staging.plan, to: fields)], label: label)
    }
  }

  private static func fields(of source: Schema, _ staging: Schema) -> [Field] {
    source.fields + staging.fields.filter { source.index(of: $0.name) == nil }
  }

  private static func aligned(_ plan: LogicalPlan, to fields: [Field]) throws -> LogicalPlan {
    try plan.computing(
      fields.map { field in
        (field.name, plan.schema.index(of: field.name).map { .column($0) } ?? .literal(.null(field.type)))
      })
  }
}
