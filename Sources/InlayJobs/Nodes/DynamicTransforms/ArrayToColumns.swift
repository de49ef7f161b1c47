import InlayBytes
import InlayColumns
import InlayEngine

/// Takes elements of arrays out into columns of their own: AWS's `gs_array_to_cols`.
///
/// A column is null where the array has not as many elements.
struct ArrayToColumns: JobTransform {
  let source: FieldPath?
  let columns: [String]
  /// The position of each column's element, from 1.
  let indexes: [Int]

  init(reading reader: inout NodeReader) {
    var parameters = TransformParameters(reading: &reader)
    source = parameters.requiredColumn("colName", &reader)
    columns = parameters.requiredList("colList", &reader)
    let texts = parameters.list("indexes")
    let numbers = texts.compactMap { Int32($0) }.filter { $0 > 0 }.map { Int($0) }
    if !texts.isEmpty, numbers.count != columns.count {
      reader.error(
        "Parameters",
        "The parameter `indexes` needs a whole number from 1 for each column. Found \(listed(texts)).")
    }
    indexes = texts.isEmpty ? Array(columns.indices).map { $0 + 1 } : numbers
    parameters.reportUnknown(&reader)
  }

  func summary(inputs: [String]) -> [String] {
    let names = columns.map { printable($0) }.joined(separator: ", ")
    return ["take \(names) out of the arrays \(printable(source?.text ?? ""))"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    guard let source, let (value, field) = inputs[0].value(of: source, at: "Parameters", &report) else {
      return nil
    }
    guard case .list = field.type else {
      report.error(
        "Parameters",
        "The column must hold arrays, but it is \(field.type); a Split String makes them of texts. "
          + "Found \(quoted(source.text)).")
      return nil
    }
    let elements = zip(columns, indexes).map { name, index in
      (name: name, value: Expression.call(.get, [value, .literal(.int32(Int32(clamping: index - 1)))]))
    }
    return report.attempt("Parameters") { label in try inputs[0].plan.adding(elements, label: label) }
  }
}
