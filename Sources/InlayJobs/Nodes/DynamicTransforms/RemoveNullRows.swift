import InlayColumns
import InlayEngine

/// Takes away the rows of which nothing is known: AWS's `gs_null_rows`.
struct RemoveNullRows: JobTransform {
  /// Whether an empty text counts for nothing, too.
  let isExtended: Bool

  init(reading reader: inout NodeReader) {
    var parameters = TransformParameters(reading: &reader)
    isExtended = parameters.flag("extended")
    parameters.reportUnknown(&reader)
  }

  func summary(inputs: [String]) -> [String] {
    ["drop rows whose values are all null\(isExtended ? " or empty" : "")"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    let schema = inputs[0].plan.schema
    if isExtended, let field = schema.fields.first(where: { $0.type.isCollection }) {
      report.error(
        "Parameters",
        "This version does not tell empty arrays and maps apart; drop the column before, or set `extended` to false. "
          + "Found the column \(field.name), which is \(field.type).")
      return nil
    }
    let isSomething = schema.fields.enumerated().map { position, field -> Expression in
      let value = Expression.column(position)
      return isExtended && field.type == .string
        ? .comparison(.notEqual, value, .literal(.string(""))) : .not(.isNull(value))
    }
    return report.attempt { label in
      try inputs[0].plan.filtering(where: .any(isSomething), label: label)
    }
  }
}

extension DataType {
  fileprivate var isCollection: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }
}
