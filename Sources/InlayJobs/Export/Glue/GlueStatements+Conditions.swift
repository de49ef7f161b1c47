import InlayBytes

extension GlueStatements {
  /// Returns the conditions of a Filter, or of one group of a Route, as a function of a row.
  mutating func condition(_ object: JSONObject) -> PythonExpression {
    .code("lambda row: (\(terms(object)))")
  }

  mutating func route(_ node: ExportNode) -> String {
    called.insert("route")
    let groups = node.objects("GroupFiltersList")
    var entries: Options = []
    var all: [String] = []
    for group in groups {
      entries.append((.text(group["GroupName"]?.string ?? ""), condition(group)))
      all.append("(\(terms(group)))")
    }
    entries.append((.text("default_group"), .code("lambda row: (not (\(all.joined(separator: " or "))))")))
    return assign(
      node,
      .call(
        "route",
        [
          PythonArgument(.code("glueContext")), PythonArgument(.code(node.input)),
          PythonArgument(.dictionary(entries)),
        ]))
  }

  private mutating func terms(_ object: JSONObject) -> String {
    var terms: [String] = []
    for filter in ExportNode.objects(object["Filters"]) { terms.append(term(filter)) }
    return terms.joined(separator: object["LogicalOperator"]?.string == "OR" ? " or " : " and ")
  }

  private static let comparisons = ["EQ": "==", "LT": "<", "GT": ">", "LTE": "<=", "GTE": ">="]

  private mutating func term(_ object: JSONObject) -> String {
    let values = ExportNode.objects(object["Values"])
    let column = values.first { $0["Type"]?.string == "COLUMNEXTRACTED" }
    let field = Self.field(ExportNode.path(column?["Value"]))
    let term: String
    switch object["Operation"]?.string {
    case "ISNULL": term = "\(field) is None"
    case "REGEX":
      imports.insert("import re")
      let pattern = ExportNode.texts(values.last?["Value"]).first ?? ""
      term = "bool(re.match(\(PythonText.literal(pattern)), \(field)))"
    case let word:
      term = "\(field) \(Self.comparisons[word ?? ""] ?? "==") \(Self.operand(values.last))"
    }
    return object["Negated"]?.bool == true ? "not (\(term))" : term
  }

  private static func field(_ path: [String]) -> String {
    "row" + path.map { "[\(PythonText.literal($0))]" }.joined()
  }

  /// A constant that is written as a number is one: a document does not say of what type its column is.
  private static func operand(_ value: JSONObject?) -> String {
    guard let value, value["Type"]?.string == "CONSTANT" else {
      return field(ExportNode.path(value?["Value"]))
    }
    let text = ExportNode.texts(value["Value"]).first ?? ""
    if let number = Int(text), "\(number)" == text { return text }
    if let number = Double(text), number.isFinite, "\(number)" == text { return text }
    return PythonText.literal(text)
  }
}
