import InlayBytes
import InlayColumns
import InlayEngine

/// Keeps some columns, or some fields within them: a transform of the type SelectFields. Names match by case.
///
/// The columns come in the order in which they are named.
struct SelectFields: JobTransform {
  let paths: [FieldPath]

  init(reading reader: inout NodeReader) {
    paths = reader.requiredFieldPaths("Paths")
  }

  func summary(inputs: [String]) -> [String] {
    ["keep \(paths.map { printable($0.text) }.joined(separator: ", "))"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    Self.selection(of: paths, from: inputs[0], at: "Paths", &report)
  }

  /// Returns the plan that keeps what paths name.
  static func selection(
    of paths: [FieldPath], from input: JobFrame, at place: String, _ report: inout NodeReport
  ) -> LogicalPlan? {
    var columns: [(position: Int, kept: KeptFields)] = []
    for (index, path) in paths.enumerated() {
      guard input.value(of: path, at: "\(place)[\(index)]", &report) != nil,
        let position = input.plan.schema.index(of: path.parts[0])
      else { continue }
      let known = columns.firstIndex { $0.position == position } ?? columns.count
      if known == columns.count { columns.append((position, .some([]))) }
      columns[known].kept.keep(path.parts.dropFirst())
    }
    guard !report.hasErrors else { return nil }
    return report.attempt { label in
      try input.plan.computing(
        columns.map { position, kept in
          let field = input.plan.schema[position]
          return (field.name, kept.applied(to: .column(position), field.type))
        }, label: label)
    }
  }
}
