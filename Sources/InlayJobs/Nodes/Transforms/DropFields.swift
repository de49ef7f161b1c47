import InlayBytes
import InlayColumns
import InlayEngine

/// Takes columns away, or fields within them: a transform of the type DropFields. Names match by case.
struct DropFields: JobTransform {
  let paths: [FieldPath]

  init(reading reader: inout NodeReader) {
    paths = reader.requiredFieldPaths("Paths")
  }

  func summary(inputs: [String]) -> [String] {
    ["drop \(paths.map { printable($0.text) }.joined(separator: ", "))"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    let input = inputs[0]
    let schema = input.plan.schema
    var kept = [KeptFields?](repeating: .all, count: schema.count)
    for (index, path) in paths.enumerated() {
      if !drop(path, of: schema, &kept) { report.warning("Paths[\(index)]", Self.unknown(path, in: input)) }
    }
    let columns = schema.fields.enumerated().compactMap { position, field in
      kept[position].map { (name: field.name, value: $0.applied(to: .column(position), field.type)) }
    }
    if columns.isEmpty {
      report.error("Paths", "The node drops every column of its input; keep at least one.")
    }
    return report.attempt("Paths") { label in try input.plan.computing(columns, label: label) }
  }

  /// Takes away what a path names, of all columns of the name; returns whether there is such a thing.
  private func drop(_ path: FieldPath, of schema: Schema, _ kept: inout [KeptFields?]) -> Bool {
    var isFound = false
    for (position, field) in schema.fields.enumerated() where field.name == path.parts[0] {
      let rest = path.parts.dropFirst()
      if rest.isEmpty {
        kept[position] = nil
        isFound = true
      } else if KeptFields.all.dropping(rest, of: field.type) != nil {
        kept[position] = kept[position]?.dropping(rest, of: field.type) ?? kept[position]
        if kept[position]?.isNothing == true { kept[position] = nil }
        isFound = true
      }
    }
    return isFound
  }

  /// Says that a path drops nothing, which the service passes over in silence.
  private static func unknown(_ path: FieldPath, in input: JobFrame) -> String {
    if path.column == nil, input.names.contains(path.text) {
      return
        "The path means a field within a column, so the column of this name stays; to drop it, write it in "
        + "back-ticks. Found \(quoted(path.text))."
    }
    return "The path names no column of \(input.label), so it drops nothing; "
      + "\(input.names.meant(by: path.column ?? path.parts[0])) Found \(quoted(path.text))."
  }
}
