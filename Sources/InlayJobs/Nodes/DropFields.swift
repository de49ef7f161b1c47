import InlayBytes
import InlayColumns
import InlayEngine

/// Takes columns away: a transform of the type DropFields. Names match by case.
struct DropFields: JobTransform {
  let paths: [FieldPath]

  init(reading reader: inout NodeReader) {
    paths = reader.requiredFieldPaths("Paths")
  }

  func summary(inputs: [String]) -> [String] {
    ["drop \(paths.map { printable($0.text) }.joined(separator: ", "))"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    let input = inputs[0]
    let names = input.names
    let known = Set(names)
    for (index, path) in paths.enumerated() where path.column.map(known.contains) != true {
      report.warning("Paths[\(index)]", Self.unknown(path, in: input, known))
    }
    let dropped = Set(paths.compactMap(\.column))
    let kept = names.indices.filter { !dropped.contains(names[$0]) }
    if kept.isEmpty {
      report.error("Paths", "The node drops every column of its input; keep at least one.")
    }
    return input.plan.projecting(kept, label: report.node.label)
  }

  /// Says that a path drops nothing, which the service passes over in silence.
  private static func unknown(_ path: FieldPath, in input: JobFrame, _ known: Set<String>) -> String {
    if path.column == nil, known.contains(path.text) {
      return
        "The path means a field within a column, so the column of this name stays; to drop it, write it in "
        + "back-ticks. Found \(quoted(path.text))."
    }
    return "The path names no column of \(input.label), so it drops nothing; its columns are "
      + "\(listed(input.names)). Found \(quoted(path.text))."
  }
}
