import InlayBytes
import InlayColumns
import InlayEngine

/// Keeps one of the rows that are equal, in some columns or in all: a transform of the type DropDuplicates.
///
/// It is the first of them; the service keeps any.
struct DropDuplicates: JobTransform {
  /// The columns to compare; all when there are none.
  let columns: [FieldPath]

  init(reading reader: inout NodeReader) {
    columns = reader.fieldPaths("Columns") ?? []
    reader.requireColumns(columns, at: "Columns")
  }

  func summary(inputs: [String]) -> [String] {
    guard !columns.isEmpty else { return ["drop duplicate rows"] }
    return ["drop rows with the same \(columns.map { printable($0.text) }.joined(separator: ", "))"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    let positions = inputs[0].positions(of: columns, at: "Columns", &report)
    guard !report.hasErrors else { return nil }
    return report.attempt { label in
      try inputs[0].plan.distinct(on: columns.isEmpty ? nil : positions, label: label)
    }
  }
}
