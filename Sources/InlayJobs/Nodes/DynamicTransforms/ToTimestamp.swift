import InlayBytes
import InlayColumns
import InlayEngine

/// Makes timestamps of texts or numbers: AWS's `gs_to_timestamp`.
struct ToTimestamp: JobTransform {
  /// How a column tells its moments.
  enum Form: Sendable {
    /// As a text such as 2022-11-02T14:40:59.915Z.
    case iso
    /// As the number of so many parts of a second since 1970.
    case number(perSecond: Int64)
  }

  let source: FieldPath?
  let form: Form
  /// The new column; nothing to put the timestamps in the place of the column.
  let target: String?

  init(reading reader: inout NodeReader) {
    var parameters = TransformParameters(reading: &reader)
    source = parameters.requiredColumn("colName", &reader)
    let forms: [String: Form] = [
      "iso": .iso, "seconds": .number(perSecond: 1), "milliseconds": .number(perSecond: 1_000),
      "microseconds": .number(perSecond: 1_000_000),
    ]
    let word = parameters.requiredText("colType", &reader)
    if forms[word] == nil, !word.isEmpty {
      reader.error(
        "Parameters",
        "The parameter `colType` must be one of \(listed(forms.keys.sorted())); what the service guesses from values is "
          + "not documented. Found \(quoted(word)).")
    }
    form = forms[word] ?? .iso
    target = parameters.text("newColName")
    parameters.reportUnknown(&reader)
  }

  func summary(inputs: [String]) -> [String] {
    ["make timestamps of \(printable(source?.text ?? ""))"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    guard let source, let (value, _) = inputs[0].value(of: source, at: "Parameters", &report) else {
      return nil
    }
    let type = DataType.timestamp(.micros, isUTC: true)
    let moment: Expression
    switch form {
    case .iso: moment = .cast(value, type)
    case .number(1): moment = .cast(.cast(value, .double), type)
    case .number(let perSecond):
      moment = .cast(.arithmetic(.divide, .cast(value, .double), .literal(.double(Double(perSecond)))), type)
    }
    return report.attempt("Parameters") { label in
      try inputs[0].plan.adding([(target ?? source.dotted, moment)], label: label)
    }
  }
}
