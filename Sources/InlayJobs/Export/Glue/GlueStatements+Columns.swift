import InlayBytes

extension GlueStatements {
  func applyMapping(_ node: ExportNode) -> String {
    let lines = Self.lines(of: node.objects("Mapping"), from: [], to: [])
    return transform(node, "ApplyMapping", [("mappings", .list(lines))])
  }

  /// Returns the lines that are not dropped, those of structures with the paths from the column down.
  private static func lines(of objects: [JSONObject], from: [String], to: [String]) -> [PythonExpression] {
    objects.filter { $0["Dropped"]?.bool != true }.flatMap { object -> [PythonExpression] in
      let source = from + ExportNode.path(object["FromPath"])
      let target = to + (object["ToKey"]?.string.map { FieldPath($0)?.parts ?? [$0] } ?? [])
      let children = ExportNode.objects(object["Children"])
      if !children.isEmpty { return lines(of: children, from: source, to: target) }
      let type = object["ToType"]?.string ?? object["FromType"]?.string ?? "string"
      return [
        .tuple([
          .text(ExportNode.dotted(source)), .text(object["FromType"]?.string ?? type),
          .text(ExportNode.dotted(target)), .text(type),
        ])
      ]
    }
  }

  func renameField(_ node: ExportNode) -> String {
    transform(
      node, "RenameField",
      [
        ("old_name", .text(ExportNode.dotted(node.path("SourcePath")))),
        ("new_name", .text(ExportNode.dotted(node.path("TargetPath")))),
      ])
  }

  func splitFields(_ node: ExportNode) -> String {
    transform(
      node, "SplitFields",
      [
        ("paths", .texts(node.dottedPaths("Paths"))), ("name1", .text(node.variable + "0")),
        ("name2", .text(node.variable + "1")),
      ])
  }

  mutating func dropNullFields(_ node: ExportNode) -> String {
    called.insert("dropNulls")
    let meant = NullMeanings(node)
    return assign(
      node,
      .call(
        "dropNulls",
        [
          PythonArgument(.code(node.input)), PythonArgument("nullStrings", .texts(meant.texts)),
          PythonArgument("nullIntegers", .list(meant.numbers.map { .code("\($0)") })), Self.context(node),
        ]))
  }

  mutating func fillMissingValues(_ node: ExportNode) -> String {
    imports.insert("from awsglueml.transforms import FillMissingValues")
    var arguments: [(name: String, value: PythonExpression)] = [
      ("missing_values_column", .text(node.text("ImputedPath") ?? ""))
    ]
    if let filled = node.text("FilledPath") { arguments.append(("output_column", .text(filled))) }
    return transform(node, "FillMissingValues", arguments)
  }

  /// Calls a transform that Glue has as a module of its own, which adds a method to tables.
  mutating func dynamicTransform(_ node: ExportNode) -> String {
    let function = PythonNames.identifier(from: node.text("FunctionName") ?? node.text("TransformName") ?? "")
    imports.insert("import \(function)")
    let arguments = node.objects("Parameters").compactMap { object -> PythonArgument? in
      guard let name = object["Name"]?.string, let value = parameter(object) else { return nil }
      return PythonArgument(PythonNames.identifier(from: name), value)
    }
    return assign(node, .chain(.code(node.input), [(function, arguments)]))
  }

  private mutating func parameter(_ object: JSONObject) -> PythonExpression? {
    let values = ExportNode.texts(object["Value"])
    if object["Type"]?.string == "list" { return values.isEmpty ? nil : texts(values) }
    guard let value = values.first, !value.isEmpty else { return nil }
    switch object["Type"]?.string {
    case "int": return Int(value).map { .code("\($0)") } ?? .text(value)
    case "float": return Double(value).flatMap { $0.isFinite ? .code("\($0)") : nil } ?? .text(value)
    case "bool": return .flag(value.lowercased() == "true")
    case "null": return .code("None")
    default: return text(value)
    }
  }
}
