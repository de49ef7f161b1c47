import InlayBytes
import InlayColumns
import InlayEngine

/// Gives a column, or a field within one, another name: a transform of the type RenameField. Names match by case.
struct RenameField: JobTransform {
  let source: FieldPath?
  let target: FieldPath?

  init(reading reader: inout NodeReader) {
    source = reader.requiredFieldPath("SourcePath")
    target = reader.requiredFieldPath("TargetPath")
    guard let source, let target else { return }
    let isBeside = target.parts.dropLast() == source.parts.dropLast()
    if !isBeside, target.parts.count > 1 {
      reader.report.error(
        "TargetPath",
        "A field keeps its place and gets another name; write the same path but for the last name, and a name with a dot "
          + "in back-ticks. Found \(quoted(target.text)).")
    }
  }

  func summary(inputs: [String]) -> [String] {
    ["rename \(printable(source?.text ?? "")) to \(printable(target?.text ?? ""))"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    let input = inputs[0]
    guard let source, let name = target?.parts.last,
      input.value(of: source, at: "SourcePath", &report) != nil,
      let position = input.plan.schema.index(of: source.parts[0])
    else { return nil }
    let siblings = self.siblings(in: input.plan.schema)
    if name != source.parts.last, siblings.contains(name) {
      report.error(
        "TargetPath", "There is a column of this name already; choose another. Found \(quoted(name)).")
      return nil
    }
    return report.attempt { label in
      try input.plan.computing(
        input.plan.schema.fields.enumerated().map { index, field in
          guard index == position else { return (field.name, .column(index)) }
          guard source.column == nil else { return (name, .column(index)) }
          return (field.name, Self.renamed(.column(index), field.type, source.parts.dropFirst(), to: name))
        }, label: label)
    }
  }

  /// Returns the names that stand beside the one to be changed.
  private func siblings(in schema: Schema) -> [String] {
    var fields = schema.fields
    for part in source?.parts.dropLast() ?? [] {
      fields = fields.first { $0.name == part }?.type.children ?? []
    }
    return fields.map(\.name)
  }

  /// Returns a structure with another name for the field at a path.
  private static func renamed(
    _ value: Expression, _ type: DataType, _ path: ArraySlice<String>, to name: String
  ) -> Expression {
    guard let first = path.first, case .structure(let fields) = type else { return value }
    let isLast = path.count == 1
    let members = fields.map { field in
      let inner = Expression.member(value, field.name)
      guard field.name == first else { return Expression.Member(field.name, inner) }
      return isLast
        ? Expression.Member(name, inner)
        : Expression.Member(field.name, renamed(inner, field.type, path.dropFirst(), to: name))
    }
    return value.unlessNull(.structure(members))
  }
}
