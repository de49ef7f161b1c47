import InlayEngine

/// Keeps the rows that meet conditions: a transform of the type Filter. Names match by case.
struct Filter: JobTransform {
  let conditions: RowConditions

  init(reading reader: inout NodeReader) {
    conditions = reader.rowConditions()
  }

  func summary(inputs: [String]) -> [String] {
    ["keep rows where \(conditions.summary)"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    guard let condition = conditions.expression(over: inputs[0], at: "", &report) else { return nil }
    return report.attempt("Filters") { label in
      try inputs[0].plan.filtering(where: condition, label: label)
    }
  }
}
