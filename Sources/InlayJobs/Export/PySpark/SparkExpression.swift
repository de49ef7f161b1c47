import InlayBytes

/// Expressions of Spark's Python API over the columns of a table.
enum SparkExpression {
  /// Returns the column at a path: `F.col("name")`, with back-ticks around what is no plain name.
  static func column(_ path: [String]) -> PythonExpression {
    let name = path.map(quotedName).joined(separator: ".")
    return .call("F.col", [PythonArgument(.text(name))])
  }

  static func quotedName(_ name: String) -> String {
    let isPlain =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)
      }
    return isPlain ? name : "`" + name.replacing("`", with: "``") + "`"
  }

  /// Returns the conditions of a Filter or of one group of a Route, over a table.
  static func conditions(_ object: JSONObject, over frame: String) -> PythonExpression {
    let parts = ExportNode.objects(object["Filters"]).map { condition($0, over: frame) }
    let word = object["LogicalOperator"]?.string == "OR" ? "|" : "&"
    return parts.count == 1 ? parts[0] : .operation(word, parts)
  }

  private static let comparisons = ["EQ": "==", "LT": "<", "GT": ">", "LTE": "<=", "GTE": ">="]

  private static func condition(_ object: JSONObject, over frame: String) -> PythonExpression {
    let values = ExportNode.objects(object["Values"])
    let column =
      values.first { $0["Type"]?.string == "COLUMNEXTRACTED" }.map { ExportNode.path($0["Value"]) } ?? []
    let positive: PythonExpression
    switch object["Operation"]?.string {
    case "ISNULL": positive = .chain(Self.column(column), [("isNull", [])])
    case "REGEX":
      let pattern = "^(?:\(ExportNode.texts(values.last?["Value"]).first ?? ""))"
      positive = .chain(
        Self.column(column),
        [("cast", [PythonArgument(.text("string"))]), ("rlike", [PythonArgument(.text(pattern))])])
    case let word:
      let other = operand(values.last, comparedWith: column, of: frame)
      positive = .operation(comparisons[word ?? ""] ?? "==", [Self.column(column), other])
    }
    return object["Negated"]?.bool == true ? .prefixed("~", positive) : positive
  }

  private static func operand(
    _ value: JSONObject?, comparedWith column: [String], of frame: String
  ) -> PythonExpression {
    guard let value, value["Type"]?.string == "CONSTANT" else {
      return Self.column(ExportNode.path(value?["Value"]))
    }
    let text = ExportNode.texts(value["Value"]).first ?? ""
    return .call(
      "constant",
      [PythonArgument(.text(text)), PythonArgument(.code(frame)), PythonArgument(Self.column(column))])
  }
}
