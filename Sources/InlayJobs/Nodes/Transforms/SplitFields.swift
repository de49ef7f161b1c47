import InlayBytes
import InlayColumns
import InlayEngine

/// Makes two tables of one: the columns that are named, and the others. A transform of the type SplitFields.
struct SplitFields: JobSplit {
  let paths: [FieldPath]

  init(reading reader: inout NodeReader) {
    paths = reader.requiredFieldPaths("Paths")
    reader.requireColumns(paths, at: "Paths")
  }

  func summary(inputs: [String]) -> [String] {
    ["split off \(paths.map { printable($0.text) }.joined(separator: ", "))"]
  }

  func collection(of input: JobFrame, reporting report: inout NodeReport) -> [JobFrame]? {
    let named = input.positions(of: paths, at: "Paths", &report)
    let others = input.names.indices.filter { !named.contains($0) }
    if others.isEmpty {
      report.error(
        "Paths", "The node names every column, so none is left for the second table; leave one out.")
    }
    let label = report.node.label
    return [("1", named), ("2", others)].map { number, columns in
      JobFrame(label: "table \(number) of \(label)", plan: input.plan.projecting(columns, label: label))
    }
  }
}
