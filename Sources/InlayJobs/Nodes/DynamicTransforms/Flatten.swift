import InlayBytes
import InlayColumns
import InlayEngine

/// Makes columns of the fields of structures: AWS's `gs_flatten`. Arrays and maps stay as they are.
struct Flatten: JobTransform {
  /// How many levels of structures are taken apart; nothing for all.
  let levels: Int?
  /// What stands between the names of a structure and its field.
  let separator: String

  init(reading reader: inout NodeReader) {
    var parameters = TransformParameters(reading: &reader)
    let text = parameters.text("maxLevels") ?? "0"
    let number = Int(text) ?? -1
    if number < 0 {
      reader.error(
        "Parameters",
        "The parameter `maxLevels` must be a whole number that is not negative. Found \(quoted(text)).")
    }
    levels = number > 0 ? number : nil
    separator = parameters.text("separator") ?? "."
    parameters.reportUnknown(&reader)
  }

  func summary(inputs: [String]) -> [String] {
    ["make columns of the fields of structures\(levels.map { ", \($0) deep" } ?? "")"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    var columns: [(name: String, value: Expression)] = []
    for (position, field) in inputs[0].plan.schema.fields.enumerated() {
      append(field.name, .column(position), field.type, level: 0, to: &columns)
    }
    return report.attempt { label in try inputs[0].plan.computing(columns, label: label) }
  }

  private func append(
    _ name: String, _ value: Expression, _ type: DataType, level: Int,
    to columns: inout [(name: String, value: Expression)]
  ) {
    guard case .structure(let fields) = type, levels.map({ level < $0 }) ?? true else {
      columns.append((name, value))
      return
    }
    for field in fields {
      append(
        name + separator + field.name, .member(value, field.name), field.type, level: level + 1, to: &columns)
    }
  }
}
