import InlayBytes

/// Writes the statements of nodes for AWS Glue.
struct GlueStatements: ScriptStatements {
  var called: Set<String> = []
  /// The lines that import what they need besides what every script has.
  var imports: Set<String> = []
  var parameters: [String] = []
  /// Functions of the job's own code, each before the job begins.
  var functions: [String] = []
  var names: PythonNames

  init(_ names: PythonNames) {
    self.names = names
  }

  /// How a type of node is written. A new type needs a line here.
  private static let writers: [String: @Sendable (inout GlueStatements, ExportNode) -> String] = [
    "S3CsvSource": { $0.fileSource($1, "csv", $0.csvOptions($1)) },
    "S3JsonSource": { $0.fileSource($1, "json", $0.jsonOptions($1)) },
    "S3ParquetSource": { $0.fileSource($1, "parquet", []) },
    "CatalogSource": { $0.catalogSource($1) },
    "S3CatalogSource": { $0.catalogSource($1) },
    "ApplyMapping": { $0.applyMapping($1) },
    "SelectFields": { $0.transform($1, "SelectFields", [("paths", .texts($1.dottedPaths("Paths")))]) },
    "DropFields": { $0.transform($1, "DropFields", [("paths", .texts($1.dottedPaths("Paths")))]) },
    "RenameField": { $0.renameField($1) },
    "SplitFields": { $0.splitFields($1) },
    "Join": { $0.join($1) },
    "Filter": { $0.transform($1, "Filter", [("f", $0.condition($1.node.members))]) },
    "Route": { $0.route($1) },
    "Union": { $0.union($1) },
    "Merge": { $0.merge($1) },
    "DropDuplicates": { $0.dropDuplicates($1) },
    "DropNullFields": { $0.dropNullFields($1) },
    "Aggregate": { $0.aggregate($1) },
    "SelectFromCollection": { $0.selectFromCollection($1) },
    "Spigot": { $0.spigot($1) },
    "FillMissingValues": { $0.fillMissingValues($1) },
    "EvaluateDataQuality": { $0.dataQuality($1) },
    "SparkSQL": { $0.sparkSQL($1) },
    "CustomCode": { $0.customCode($1) },
    "DynamicTransform": { $0.dynamicTransform($1) },
    "S3GlueParquetTarget": { $0.fileTarget($1, "glueparquet") },
    "S3DirectTarget": { $0.fileTarget($1, $1.text("Format") ?? "parquet") },
    "CatalogTarget": { $0.catalogTarget($1) },
    "S3CatalogTarget": { $0.catalogTarget($1) },
  ]

  /// The types that can be written.
  static var types: [String] { Array(writers.keys) }

  /// Returns the statements of a node.
  mutating func block(for node: ExportNode) -> String {
    Self.writers[node.type]?(&self, node) ?? ""
  }
}

extension GlueStatements {
  /// Calls one of Glue's own transforms.
  func transform(
    _ node: ExportNode, _ name: String, _ arguments: [(name: String, value: PythonExpression)]
  ) -> String {
    let all =
      [PythonArgument("frame", .code(node.input))] + arguments.map { PythonArgument($0.name, $0.value) }
    return assign(node, .call("\(name).apply", all + [Self.context(node)]))
  }

  /// The name under which Glue keeps the state of a node.
  static func context(_ node: ExportNode) -> PythonArgument {
    PythonArgument("transformation_ctx", .text(node.variable))
  }

  static func value(ofParameter name: String) -> String { "args[\(PythonText.literal(name))]" }
}

extension ExportNode {
  /// The paths as Glue's transforms take them: names with dots between, in back-ticks where a name has dots itself.
  func dottedPaths(_ member: String) -> [String] { paths(member).map(Self.dotted) }

  static func dotted(_ path: [String]) -> String {
    path.map { $0.contains { ".` ()".contains($0) } ? "`" + $0.replacing("`", with: "``") + "`" : $0 }
      .joined(separator: ".")
  }
}
