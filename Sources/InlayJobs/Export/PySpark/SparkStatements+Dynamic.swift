import InlayBytes

extension SparkStatements {
  /// Writes a transform that AWS wrote for Glue Studio; the graph lets through only those that are known.
  mutating func dynamicTransform(_ node: ExportNode) -> String {
    let parameters = DynamicParameters(node)
    return switch node.text("FunctionName") {
    case "gs_array_to_cols": arrayToColumns(node, parameters)
    case "gs_concat": concatenation(node, parameters)
    case "gs_flatten": flatten(node, parameters)
    case "gs_null_rows": nullRows(node, parameters)
    case "gs_split": split(node, parameters)
    case "gs_to_timestamp": timestamp(node, parameters)
    default: repartition(node, parameters)
    }
  }

  private func adding(_ columns: [(name: String, value: PythonExpression)], to node: ExportNode) -> String {
    assign(
      node,
      .chain(
        .code(node.input),
        columns.map { ("withColumn", [PythonArgument(.text($0.name)), PythonArgument($0.value)]) }))
  }

  private func arrayToColumns(_ node: ExportNode, _ parameters: DynamicParameters) -> String {
    let names = parameters.list("colList")
    let written = parameters.list("indexes").compactMap { Int($0) }
    let indexes = written.count == names.count ? written : Array(1...max(1, names.count))
    let source = SparkExpression.column(parameters.column("colName"))
    let columns = zip(names, indexes).map { name, index in
      (
        name: name,
        value: PythonExpression.chain(source, [("getItem", [PythonArgument(.code("\(max(0, index - 1))"))])])
      )
    }
    return adding(columns, to: node)
  }

  private func concatenation(_ node: ExportNode, _ parameters: DynamicParameters) -> String {
    let substitute = PythonExpression.call(
      "F.lit", [PythonArgument(.text(parameters.text("nullValue") ?? ""))])
    let spacer = parameters.text("spacer") ?? ""
    let texts = parameters.list("colList").map { name -> PythonArgument in
      let column = SparkExpression.column(FieldPath(name)?.parts ?? [name])
      return PythonArgument(
        .call("F.coalesce", [PythonArgument(Self.cast(column, "string")), PythonArgument(substitute)]))
    }
    let gap = [PythonArgument(.call("F.lit", [PythonArgument(.text(spacer))]))]
    let parts = spacer.isEmpty ? texts : Array(texts.map { [$0] }.joined(separator: gap))
    return adding([(parameters.text("colName") ?? "", .call("F.concat", parts))], to: node)
  }

  private mutating func flatten(_ node: ExportNode, _ parameters: DynamicParameters) -> String {
    var arguments = [PythonArgument(.code(node.input))]
    if let levels = parameters.text("maxLevels").flatMap({ Int($0) }), levels > 0 {
      arguments.append(PythonArgument("levels", .code("\(levels)")))
    }
    if let separator = parameters.text("separator") {
      arguments.append(PythonArgument("separator", .text(separator)))
    }
    return assign(node, .call(needing("flatten"), arguments))
  }

  private mutating func nullRows(_ node: ExportNode, _ parameters: DynamicParameters) -> String {
    let isExtended = parameters.text("extended")?.lowercased() == "true"
    return assign(
      node,
      .call(
        needing("remove_null_rows"),
        [PythonArgument(.code(node.input))] + (isExtended ? [PythonArgument("extended", .flag(true))] : [])))
  }

  private func split(_ node: ExportNode, _ parameters: DynamicParameters) -> String {
    let source = parameters.column("colName")
    let pattern = PythonExpression.text(parameters.text("pattern") ?? "")
    let value = PythonExpression.call(
      "F.split",
      [PythonArgument(Self.cast(SparkExpression.column(source), "string")), PythonArgument(pattern)])
    return adding([(parameters.text("newColName") ?? source.joined(separator: "."), value)], to: node)
  }

  private func timestamp(_ node: ExportNode, _ parameters: DynamicParameters) -> String {
    let source = parameters.column("colName")
    let column = SparkExpression.column(source)
    let number = Self.cast(column, "double")
    let value: PythonExpression =
      switch parameters.text("colType") {
      case "seconds": number
      case "milliseconds": .group(.operation("/", [number, .code("1000.0")]))
      case "microseconds": .group(.operation("/", [number, .code("1000000.0")]))
      default: column
      }
    let name = parameters.text("newColName") ?? source.joined(separator: ".")
    return adding([(name, Self.cast(value, "timestamp"))], to: node)
  }

  private func repartition(_ node: ExportNode, _ parameters: DynamicParameters) -> String {
    guard let count = parameters.text("numPartitionsStr").flatMap({ Int($0) }), count > 0 else {
      return assign(node, .code(node.input))
    }
    return assign(node, .chain(.code(node.input), [("repartition", [PythonArgument(.code("\(count)"))])]))
  }

  private static func cast(_ value: PythonExpression, _ type: String) -> PythonExpression {
    .chain(value, [("cast", [PythonArgument(.text(type))])])
  }
}

/// The parameters of a DynamicTransform that were filled in, by name.
struct DynamicParameters {
  private var values: [String: [String]] = [:]

  init(_ node: ExportNode) {
    for object in node.objects("Parameters") {
      let texts = ExportNode.texts(object["Value"])
      if let name = object["Name"]?.string, !texts.isEmpty { values[name] = texts }
    }
  }

  func text(_ name: String) -> String? { values[name]?.first }

  /// The path of a column.
  func column(_ name: String) -> [String] {
    let text = text(name) ?? ""
    return FieldPath(text)?.parts ?? [text]
  }

  /// Several texts, which may be one with commas between them.
  func list(_ name: String) -> [String] {
    let texts = values[name] ?? []
    guard texts.count == 1 else { return texts }
    return texts[0].split(separator: ",").map { part in
      var part = part.drop { $0 == " " }
      while part.last == " " { part.removeLast() }
      return String(part)
    }.filter { !$0.isEmpty }
  }
}
