import InlayBytes
import InlayColumns
import InlayEngine

/// Breaks the texts of a column into arrays, where they match a regular expression: AWS's `gs_split`.
struct SplitString: JobTransform {
  let source: FieldPath?
  let pattern: String
  /// The new column; nothing to put the arrays in the place of the texts.
  let target: String?

  init(reading reader: inout NodeReader) {
    var parameters = TransformParameters(reading: &reader)
    source = parameters.requiredColumn("colName", &reader)
    pattern = parameters.requiredText("pattern", &reader)
    target = parameters.text("newColName")
    parameters.reportUnknown(&reader)
  }

  func summary(inputs: [String]) -> [String] {
    ["split \(printable(source?.text ?? "")) where it matches \(quoted(pattern))"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    guard let source, let (value, field) = inputs[0].value(of: source, at: "Parameters", &report) else {
      return nil
    }
    let text = field.type == .string ? value : .cast(value, .string)
    return report.attempt("Parameters") { label in
      try inputs[0].plan.adding(
        [(target ?? source.dotted, .call(.split, [text, .literal(.string(pattern))]))], label: label)
    }
  }
}
