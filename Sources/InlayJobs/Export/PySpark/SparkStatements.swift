import InlayBytes

/// Writes the statements of nodes for plain Apache Spark.
struct SparkStatements: ScriptStatements {
  var called: Set<String> = []
  var parameters: [String] = []
  var names: PythonNames

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
  mutating func needing(_ function: String) -> String {
    called.insert(function)
    return function
  }

  /// Calls a function of the script with the node's input before other arguments.
  mutating func call(
    _ function: String, of node: ExportNode, _ arguments: [PythonExpression]
  ) -> PythonExpression {
    .call(needing(function), ([.code(node.input)] + arguments).map { PythonArgument($0) })
  }

  static func value(ofParameter name: String) -> String {
    "parameters[\(PythonText.literal(argument(for: name)))]"
  }

  /// The name of the argument of a script that gives a parameter its value; scripts have some of their own.
  static func argument(for parameter: String) -> String {
    ["map", "mode", "help"].contains(parameter) ? "job-" + parameter : parameter
  }
}
