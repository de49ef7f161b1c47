import InlayBytes

/// Writes the statements of nodes, and gathers what they need of the script around them.
struct SparkStatements {
  /// The functions that the statements call.
  private(set) var helpers: Set<String> = []
  /// The parameters that they take, in the order in which they come.
  private(set) var parameters: [String] = []
  private var names: PythonNames

  init(_ names: PythonNames) {
    self.names = names
  }

  /// How a type of node is written. A new type needs a line here.
  private static let writers: [String: @Sendable (inout SparkStatements, ExportNode) -> String] = [
    "S3CsvSource": { $0.csvSource($1) },
    "S3JsonSource": { $0.jsonSource($1) },
    "S3ParquetSource": { $0.parquetSource($1) },
    "CatalogSource": { $0.catalogSource($1) },
    "S3CatalogSource": { $0.catalogSource($1) },
    "ApplyMapping": { $0.applyMapping($1) },
    "SelectFields": {
      $0.assign($1, $0.call("select_fields", of: $1, [.list($1.paths("Paths").map { .path($0) })]))
    },
    "DropFields": {
      $0.assign($1, $0.call("drop_fields", of: $1, [.list($1.paths("Paths").map { .path($0) })]))
    },
    "RenameField": { $0.renameField($1) },
    "SplitFields": { $0.splitFields($1) },
    "Join": { $0.join($1) },
    "Filter": { $0.filter($1) },
    "Route": { $0.route($1) },
    "Union": { $0.union($1) },
    "Merge": { $0.merge($1) },
    "DropDuplicates": { $0.dropDuplicates($1) },
    "DropNullFields": { $0.dropNullFields($1) },
    "Aggregate": { $0.aggregate($1) },
    "SelectFromCollection": { $0.assign($1, .code("\($1.input)[\(max(0, $1.number("Index") ?? 0))]")) },
    "Spigot": { $0.spigot($1) },
    "SparkSQL": { $0.sparkSQL($1) },
    "CustomCode": { $0.customCode($1) },
    "DynamicTransform": { $0.dynamicTransform($1) },
    "S3GlueParquetTarget": { $0.target($1, format: "parquet") },
    "S3DirectTarget": { $0.target($1, format: $1.text("Format") ?? "parquet") },
  ]

  /// The types that can be written.
  static var types: [String] { Array(writers.keys) }

  /// Returns the statements of a node.
  mutating func block(for node: ExportNode) -> String {
    Self.writers[node.type]?(&self, node) ?? ""
  }
}

extension ExportNode {
  /// The name of the first input.
  var input: String { inputs.first ?? "None" }
}

extension SparkStatements {
  /// Notes that the script needs a function, and returns its name.
  mutating func needing(_ helper: String) -> String {
    helpers.insert(helper)
    return helper
  }

  func assign(_ node: ExportNode, _ value: PythonExpression) -> String {
    let start = "\(node.variable) = "
    return start + value.written(behind: start.count)
  }

  /// Calls a function of the script with the node's input before other arguments.
  mutating func call(
    _ helper: String, of node: ExportNode, _ arguments: [PythonExpression]
  ) -> PythonExpression {
    .call(needing(helper), ([.code(node.input)] + arguments).map { PythonArgument($0) })
  }

  /// Returns a text of the document; where it has parameters such as `${name}`, their values stand in it.
  mutating func text(_ text: String) -> PythonExpression {
    guard ParameterPart.hasParameters(text) else { return .text(text) }
    let terms = ParameterPart.parts(of: text).compactMap { part -> String? in
      switch part {
      case .plain(let text): return text.isEmpty ? nil : PythonText.literal(String(text))
      case .parameter(let name):
        if !parameters.contains(name) { parameters.append(name) }
        return "parameters[\(PythonText.literal(Self.argument(for: name)))]"
      }
    }
    return .code(terms.joined(separator: " + "))
  }

  /// The name of the argument of a script that gives a parameter its value; scripts have some of their own.
  static func argument(for parameter: String) -> String {
    ["map", "mode", "help"].contains(parameter) ? "job-" + parameter : parameter
  }

  mutating func texts(_ texts: [String]) -> PythonExpression {
    var items: [PythonExpression] = []
    for text in texts { items.append(self.text(text)) }
    return .list(items)
  }

  /// Returns a new name for something that is neither rows nor a function of every script.
  mutating func name(for text: String) -> String { names.identifier(for: text) }
}
