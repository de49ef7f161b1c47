import InlayBytes
import InlayColumns
import InlayEngine

/// Puts the texts of columns one after the other in a new column: AWS's `gs_concat`.
struct ConcatenateColumns: JobTransform {
  let column: String
  let sources: [FieldPath]
  /// What stands between the texts.
  let spacer: String
  /// What stands for a null.
  let substitute: String

  init(reading reader: inout NodeReader) {
    var parameters = TransformParameters(reading: &reader)
    column = parameters.requiredText("colName", &reader)
    sources = parameters.requiredList("colList", &reader).compactMap {
      FieldPath($0) ?? FieldPath(parts: [$0])
    }
    spacer = parameters.text("spacer") ?? ""
    substitute = parameters.text("nullValue") ?? ""
    parameters.reportUnknown(&reader)
  }

  func summary(inputs: [String]) -> [String] {
    let names = sources.map { printable($0.text) }.joined(separator: ", ")
    return ["concatenate \(names) as \(printable(column))"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    let values = sources.compactMap { inputs[0].value(of: $0, at: "Parameters", &report) }
    guard !report.hasErrors else { return nil }
    let texts = values.map { value, field -> Expression in
      let text = field.type == .string ? value : .cast(value, .string)
      return .call(.coalesce, [text, .literal(.string(substitute))])
    }
    let parts =
      spacer.isEmpty
      ? texts
      : Array(texts.map { [$0] }.joined(separator: [.literal(.string(spacer))]))
    return report.attempt("Parameters") { label in
      try inputs[0].plan.adding([(column, .call(.concat, parts))], label: label)
    }
  }
}
