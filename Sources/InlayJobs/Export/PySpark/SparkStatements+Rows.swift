import InlayBytes

extension SparkStatements {
  mutating func join(_ node: ExportNode) -> String {
    let keys = JoinPairs(node)
    let pairs = PythonExpression.list(
      keys.pairs.map {
        .tuple([.text($0.first.joined(separator: ".")), .text($0.second.joined(separator: "."))])
      })
    let frames = node.inputs.prefix(2).map { PythonArgument(.code($0)) }
    guard let how = Self.joinWords[keys.type] else {
      return assign(node, .call(needing("equijoin"), frames + [PythonArgument("on", pairs)]))
    }
    return assign(
      node, .call(needing("join"), frames + [PythonArgument(.text(how)), PythonArgument("on", pairs)]))
  }

  private static let joinWords = [
    "left": "left", "right": "right", "outer": "outer", "leftsemi": "left_semi", "leftanti": "left_anti",
  ]

  mutating func filter(_ node: ExportNode) -> String {
    assign(
      node, .chain(.code(node.input), [("filter", [PythonArgument(conditions(node.node.members, node))])]))
  }

  mutating func route(_ node: ExportNode) -> String {
    let groups = node.objects("GroupFiltersList")
    let names = groups.map { $0["GroupName"]?.string ?? "" } + ["default_group"]
    var conditions: [PythonExpression] = []
    for group in groups { conditions.append(self.conditions(group, node)) }
    return PythonText.comment("The tables are " + names.joined(separator: ", ")) + "\n"
      + assign(node, call("route", of: node, [.list(conditions)]))
  }

  private mutating func conditions(_ object: JSONObject, _ node: ExportNode) -> PythonExpression {
    let condition = SparkExpression.conditions(object, over: node.input)
    if condition.flat.contains("constant(") { _ = needing("constant") }
    return condition
  }

  mutating func union(_ node: ExportNode) -> String {
    let others = node.inputs.dropFirst().map { (method: "union", arguments: [PythonArgument(.code($0))]) }
    let distinct =
      node.text("UnionType") == "DISTINCT" ? [(method: "distinct", arguments: [PythonArgument]())] : []
    return assign(node, .chain(.code(node.input), others + distinct))
  }

  mutating func merge(_ node: ExportNode) -> String {
    let isSecond = node.node.inputs.count == 2 && node.text("Source") == node.node.inputs[1]
    let frames = isSecond ? node.inputs.reversed() : node.inputs
    let keys = PythonExpression.texts(node.paths("PrimaryKeys").compactMap(\.first))
    return assign(
      node, .call(needing("merge"), frames.map { PythonArgument(.code($0)) } + [PythonArgument(keys)]))
  }

  mutating func dropDuplicates(_ node: ExportNode) -> String {
    let columns = node.paths("Columns").map { $0.joined(separator: ".") }
    return assign(
      node,
      .chain(
        .code(node.input), [("dropDuplicates", columns.isEmpty ? [] : [PythonArgument(.texts(columns))])]))
  }

  mutating func aggregate(_ node: ExportNode) -> String {
    let keys = node.paths("Groups").map { path -> PythonArgument in
      path.count == 1
        ? PythonArgument(SparkExpression.column(path))
        : PythonArgument(
          .chain(SparkExpression.column(path), [("alias", [PythonArgument(.text(path.last ?? ""))])]))
    }
    let values = node.objects("Aggs").map { object -> PythonArgument in
      let path = ExportNode.path(object["Column"])
      let function = object["AggFunc"]?.string ?? ""
      let word = Self.functionWords[function] ?? (function: "count", start: "count(")
      return PythonArgument(
        .chain(
          .call("F.\(word.function)", [PythonArgument(SparkExpression.column(path))]),
          [("alias", [PythonArgument(.text(word.start + path.joined(separator: ".") + ")"))])]))
    }
    let grouping = keys.isEmpty ? [] : [(method: "groupBy", arguments: keys)]
    return assign(node, .chain(.code(node.input), grouping + [("agg", values)]))
  }

  /// Spark's functions, and how the names of what they give begin.
  private static let functionWords: [String: (function: String, start: String)] = {
    var words = ["countDistinct": (function: "countDistinct", start: "count(DISTINCT ")]
    words["sumDistinct"] = ("sum_distinct", "sum(DISTINCT ")
    for name in [
      "avg", "count", "first", "last", "kurtosis", "max", "min", "skewness", "stddev_samp", "stddev_pop",
      "sum",
      "var_samp", "var_pop",
    ] { words[name] = (name, name + "(") }
    return words
  }()

  mutating func sparkSQL(_ node: ExportNode) -> String {
    let views = JoinPairs.aliases(of: node).map { alias, frame in
      (key: PythonExpression.text(alias), value: PythonExpression.code(frame))
    }
    let query = node.text("SqlQuery") ?? ""
    let hasParameters = ParameterPart.hasParameters(query)
    let text = hasParameters ? text(query) : .code(PythonText.block(query))
    return assign(
      node, .call(needing("sql"), [PythonArgument(text), PythonArgument(.dictionary(views))]))
  }

  /// Writes the job's own code as a function, and the call of it.
  mutating func customCode(_ node: ExportNode) -> String {
    let function = name(for: node.text("ClassName") ?? "MyTransform")
    let frames = node.inputs.map { (key: PythonExpression.text($0), value: PythonExpression.code($0)) }
    let call = PythonExpression.call(
      needing("run_code"), [PythonArgument(.code(function)), PythonArgument(.dictionary(frames))])
    return "\(OwnCode.function(function, node.text("Code") ?? ""))\n\n\n\(assign(node, call))"
  }
}
