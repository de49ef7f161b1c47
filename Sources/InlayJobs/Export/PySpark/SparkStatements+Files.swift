import InlayBytes

extension SparkStatements {
  mutating func csvSource(_ node: ExportNode) -> String {
    var arguments: [PythonArgument] = []
    if node.flag("WithHeader") != true { arguments.append(PythonArgument("header", .flag(false))) }
    if let separator = node.text("Separator"), separator != "comma", separator != "," {
      arguments.append(PythonArgument("separator", .text(FileCharacter.separator(separator))))
    }
    let quote = FileCharacter.quote(node.text("QuoteChar") ?? "quote")
    if quote != "\"" { arguments.append(PythonArgument("quote", quote.map { .text($0) } ?? .code("None"))) }
    if let escape = node.text("Escaper") { arguments.append(PythonArgument("escape", .text(escape))) }
    if node.flag("SkipFirst") == true { arguments.append(PythonArgument("skip_first", .flag(true))) }
    return source(node, "read_csv", arguments)
  }

  mutating func jsonSource(_ node: ExportNode) -> String {
    var arguments: [PythonArgument] = []
    if node.flag("Multiline") == true { arguments.append(PythonArgument("multiline", .flag(true))) }
    if let path = node.text("JsonPath"), path != "$", path != "$[*]" {
      arguments.append(PythonArgument("records", .text(path)))
    } else if node.text("JsonPath") != nil, arguments.isEmpty {
      arguments.append(PythonArgument("multiline", .flag(true)))
    }
    return source(node, "read_json", arguments)
  }

  mutating func parquetSource(_ node: ExportNode) -> String { source(node, "read_parquet", []) }

  private mutating func source(_ node: ExportNode, _ function: String, _ options: [PythonArgument]) -> String
  {
    var arguments = [PythonArgument(texts(node.texts("Paths")))] + options
    if node.flag("Recurse") == true { arguments.append(PythonArgument("recurse", .flag(true))) }
    let exclusions = node.texts("Exclusions")
    if !exclusions.isEmpty { arguments.append(PythonArgument("exclusions", .texts(exclusions))) }
    return assign(node, .call(needing(function), arguments))
  }

  /// A table of Spark's own catalog; what of it is read is said in SQL.
  mutating func catalogSource(_ node: ExportNode) -> String {
    let table = [node.text("Database"), node.text("Table")].compactMap { $0 }.map(SparkExpression.quotedName)
    let read = PythonExpression.call("spark.table", [PythonArgument(text(table.joined(separator: ".")))])
    guard let predicate = node.text("PartitionPredicate") else { return assign(node, read) }
    return assign(node, .chain(read, [("where", [PythonArgument(text(predicate))])]))
  }

  mutating func target(_ node: ExportNode, format: String) -> String {
    let rows = PythonExpression.code(node.input)
    var arguments: [PythonArgument] = [
      PythonArgument(format == "csv" ? .call(needing("json_texts"), [PythonArgument(rows)]) : rows),
      PythonArgument(text(node.text("Path") ?? "")),
      PythonArgument(.text(format)),
    ]
    let compression = node.text("Compression") ?? (format == "parquet" ? "snappy" : "none")
    if format == "parquet" || compression != "none" {
      arguments.append(PythonArgument("compression", .text(compression)))
    }
    let keys = node.paths("PartitionKeys").compactMap(\.last)
    if !keys.isEmpty { arguments.append(PythonArgument("partition_by", .texts(keys))) }
    if let files = node.number("NumberTargetPartitions"), files > 0 {
      arguments.append(PythonArgument("files", .code("\(files)")))
    }
    return PythonExpression.call(needing("write"), arguments).written()
  }

  mutating func spigot(_ node: ExportNode) -> String {
    var arguments = [PythonArgument(.code(node.input)), PythonArgument(text(node.text("Path") ?? ""))]
    if let topk = node.number("Topk") { arguments.append(PythonArgument("topk", .code("\(topk)"))) }
    if let prob = node.decimal("Prob") { arguments.append(PythonArgument("prob", .code(prob))) }
    return assign(node, .call(needing("spigot"), arguments))
  }
}

extension ExportNode {
  /// A number as Python writes it; nothing when the member is none, or a text that is none.
  func decimal(_ member: String) -> String? {
    let value = node.members[member]
    guard let number = value?.number?.double ?? value?.string.flatMap({ Double($0) }), number.isFinite else {
      return nil
    }
    return "\(number)"
  }
}

/// Characters of CSV files, which a document has as words or as themselves.
enum FileCharacter {
  static func separator(_ word: String) -> String {
    ["comma": ",", "ctrla": "\u{1}", "pipe": "|", "semicolon": ";", "tab": "\t", "\\t": "\t"][word] ?? word
  }

  /// Returns the quote; nothing when there is none.
  static func quote(_ word: String) -> String? {
    switch word {
    case "quote": "\""
    case "single_quote": "'"
    case "quillemet": "«"
    case "disabled", "-1", "": nil
    default: word
    }
  }
}
