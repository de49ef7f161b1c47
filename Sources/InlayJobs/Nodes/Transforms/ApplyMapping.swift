import InlayBytes
import InlayColumns
import InlayEngine

/// Gives the columns that a list says, each with a name, a place and a type: a transform of the type ApplyMapping.
///
/// The columns come in the order of the list. Names of the input match however their letters are cased. A new name with
/// dots is a field within a structure, which stands where its first field does.
struct ApplyMapping: JobTransform {
  /// One line of the list.
  struct Mapping: Sendable {
    /// Where in the document it stands, for messages.
    let place: String
    let source: FieldPath
    let target: FieldPath
    let type: MappedType
    /// The fields of a structure that is mapped field by field.
    let children: [Mapping]
  }

  /// The lines that are not dropped.
  let mappings: [Mapping]

  init(reading reader: inout NodeReader) {
    mappings = reader.requiredObjects("Mapping") { reader, _ in reader.mapping(under: []) }
    if mappings.isEmpty, !reader.report.hasErrors {
      reader.report.error("Mapping", "The node drops every column of its input; keep at least one.")
    }
  }

  func summary(inputs: [String]) -> [String] {
    ["keep \(mappings.map(\.summary).joined(separator: ", "))"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    var tree = MappedFields()
    for mapping in mappings {
      guard let value = mapping.value(in: inputs[0], &report) else { continue }
      if !tree.add(mapping.target.parts[...], value) {
        report.error(
          "\(mapping.place).ToKey",
          "Another line makes a column of this name; choose another. Found \(quoted(mapping.target.text)).")
      }
    }
    guard !report.hasErrors else { return nil }
    return report.attempt("Mapping") { label in try inputs[0].plan.computing(tree.columns, label: label) }
  }
}

extension ApplyMapping.Mapping {
  fileprivate var summary: String {
    let name = printable(target.text)
    let renamed = source == target ? name : "\(printable(source.text)) as \(name)"
    return "\(renamed) \(type.summary)".trimmingTrailingSpace()
  }

  /// Returns the value of the new column, and reports what does not fit.
  fileprivate func value(in input: JobFrame, _ report: inout NodeReport) -> Expression? {
    let place = "\(place).FromPath"
    guard let (value, field) = input.value(of: source, ignoringCase: true, at: place, &report) else {
      return nil
    }
    if !children.isEmpty {
      guard case .structure = field.type else {
        report.error(
          place, "The line maps fields, but the value is \(field.type). Found \(quoted(source.text)).")
        return nil
      }
      var tree = MappedFields()
      for child in children {
        guard let inner = child.value(in: input, &report) else { continue }
        _ = tree.add(child.target.parts[...], inner)
      }
      return value.unlessNull(.structure(tree.columns.map { .init($0.name, $0.value) }))
    }
    if type == .nested, !field.type.isNested, field.type != .null {
      report.error(
        "\(self.place).ToType",
        "\(field.type) does not become a value of this type; choose one of \(listed(MappedType.castNames, limit: 20)), "
          + "or decimal(p,s). Found \(quoted(source.text)).")
      return nil
    }
    guard let type = type.type, type != field.type else { return value }
    if type.isNested || field.type.isNested, type != .string {
      report.error(place, "\(field.type) cannot become \(type). Found \(quoted(source.text)).")
      return nil
    }
    return .cast(value, type)
  }
}

extension String {
  fileprivate func trimmingTrailingSpace() -> String {
    hasSuffix(" ") ? String(dropLast()) : self
  }
}

extension NodeReader {
  /// Reads a line of the list; nothing when it is dropped.
  ///
  /// - Parameter parent: the path that the line's own begins at, for a line below another one.
  fileprivate mutating func mapping(under parent: [String]) -> ApplyMapping.Mapping? {
    guard flag("Dropped") != true else { return nil }
    let path = requiredFieldPath("FromPath")
    let target = requiredNewPath("ToKey")
    let type = mappedType()
    guard let path, let target, let type, let source = FieldPath(parts: parent + path.parts) else {
      return nil
    }
    let children = objects("Children") { reader, _ in reader.mapping(under: source.parts) }
    return ApplyMapping.Mapping(
      place: String(place("").dropLast()), source: source, target: target, type: type,
      children: children ?? [])
  }

  private mutating func mappedType() -> MappedType? {
    guard let text = string("ToType") else { return .unchanged }
    if let type = MappedType(text) { return type }
    error(
      "ToType",
      "The type must be one of \(listed(MappedType.names, limit: 20)), or decimal(p,s). Found \(quoted(text))."
    )
    return nil
  }
}
