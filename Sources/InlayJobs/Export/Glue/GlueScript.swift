import InlayBytes

/// Writes a job as a script for AWS Glue.
struct GlueScript {
  private(set) var text = ""

  private static let ownNames: Set<String> = [
    "sys", "re", "args", "sc", "glueContext", "spark", "job", "Job", "SparkContext", "GlueContext",
    "getResolvedOptions", "DynamicFrame", "DynamicFrameCollection", "SqlFuncs", "EvaluateDataQuality",
    "ApplyMapping", "SelectFields", "DropFields", "RenameField", "SplitFields", "Join", "Filter",
    "SelectFromCollection", "Spigot", "FillMissingValues",
  ]

  init(_ graph: JobGraph) throws(InlayError) {
    var names = PythonNames(taken: Self.ownNames.union(GlueFunctions.all.map(\.name)))
    // What the service runs, this version need not.
    let exported = try ExportedNodes(
      graph, types: Set(GlueStatements.types), carried: Set(ServiceModel.shared.types), language: .glue
    ) { names.identifier(for: Self.generatedName(of: $0)) }
    var statements = GlueStatements(names)
    let blocks = exported.nodes.map { node in
      "\(PythonText.comment("Script generated for node \(node.name)"))\n\(statements.block(for: node))"
    }
    let called = GlueFunctions.all.needed(by: statements.called)
    let functions = called.map(\.code) + statements.functions
    text = Self.imports(called, statements) + "\n\n" + functions.map { "\n\($0)\n\n" }.joined()
    text +=
      ([Self.beginning(statements.parameters)] + blocks).joined(separator: "\n\n") + "\n\njob.commit()\n"
  }

  /// The name that Glue Studio gives the rows of a node: its name without what no identifier has, and its id without
  /// its hyphen.
  static func generatedName(of node: JobNode) -> String {
    let name = node.name.unicodeScalars.filter {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
    }
    return String(String.UnicodeScalarView(name)) + "_" + node.id.replacing("-", with: "")
  }

  private static func imports(_ functions: [ScriptFunction], _ statements: GlueStatements) -> String {
    var imports = statements.imports.union(functions.flatMap(\.imports))
    let both = "from awsglue.dynamicframe import DynamicFrame, DynamicFrameCollection"
    let single = [
      "from awsglue.dynamicframe import DynamicFrame",
      "from awsglue.dynamicframe import DynamicFrameCollection",
    ]
    if imports.contains(both) || imports.isSuperset(of: single) {
      imports.subtract(single)
      imports.insert(both)
    }
    let modules = (["import sys"] + imports.filter { $0.hasPrefix("import") }).sorted()
    let own = [
      "from awsglue.context import GlueContext", "from awsglue.job import Job",
      "from awsglue.transforms import *",
      "from awsglue.utils import getResolvedOptions", "from pyspark.context import SparkContext",
    ]
    let others = (own + imports.filter { !$0.hasPrefix("import") }).sorted()
    return (modules + [""] + others).joined(separator: "\n")
  }

  private static func beginning(_ parameters: [String]) -> String {
    let names = PythonExpression.texts(["JOB_NAME"] + parameters)
    let arguments = PythonExpression.call(
      "getResolvedOptions", [PythonArgument(.code("sys.argv")), PythonArgument(names)])
    return """
      args = \(arguments.written(behind: 7))
      sc = SparkContext()
      glueContext = GlueContext(sc)
      spark = glueContext.spark_session
      job = Job(glueContext)
      job.init(args["JOB_NAME"], args)
      """
  }
}
