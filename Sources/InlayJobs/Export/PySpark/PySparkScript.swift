import InlayBytes

/// Writes a job as a script for plain Apache Spark.
struct PySparkScript {
  private(set) var text = ""

  /// The types that Spark runs though this version does not, or of which it reads and writes more.
  private static let carried: Set<String> = [
    "CustomCode", "SparkSQL", "Spigot", "CatalogSource", "S3CatalogSource", "S3CsvSource", "S3JsonSource",
    "S3ParquetSource", "S3GlueParquetTarget", "S3DirectTarget",
  ]

  /// The names that stand in every script.
  private static let ownNames: Set<String> = [
    "argparse", "re", "reduce", "operator", "SimpleNamespace", "SparkSession", "F", "T", "spark", "arguments",
    "parser",
    "parameters", "mapping", "glueContext",
  ]

  init(_ graph: JobGraph) throws(InlayError) {
    var names = PythonNames(taken: Self.ownNames.union(SparkFunctions.all.map(\.name)))
    let exported = try ExportedNodes(
      graph, types: Set(SparkStatements.types), carried: Self.carried, language: .pyspark
    ) { names.variable(for: $0.name) }
    var statements = SparkStatements(names)
    let blocks = exported.nodes.map { node in
      "\(PythonText.comment(node.name))\n\(statements.block(for: node))"
    }
    let functions = SparkFunctions.all.needed(by: statements.called)
    text = ([Self.heading(graph, functions)] + functions.map(\.code)).joined(separator: "\n\n\n")
    let arguments = Self.arguments(statements.parameters, graph.document.layout.arguments.defaults)
    text += "\n\n\n" + ([arguments, Self.session] + blocks).joined(separator: "\n\n") + "\n"
  }

  private static func heading(_ graph: JobGraph, _ functions: [ScriptFunction]) -> String {
    let title = PythonText.escaped(graph.document.name ?? "A job")
    let modules = Set(["import argparse"] + functions.flatMap(\.imports))
    let isSpark = { (line: String) in line.contains("pyspark") }
    let standard = modules.filter { !isSpark($0) }
    let plain =
      standard.filter { $0.hasPrefix("import") }.sorted() + standard.filter { $0.hasPrefix("from") }.sorted()
    let spark =
      ["from pyspark.sql import SparkSession", "from pyspark.sql import functions as F"]
      + modules.filter(isSpark).sorted()
    return """
      \"\"\"\(title), for Apache Spark.

      Inlay wrote this script from a visual job. --map says where the locations of the job lie, so the same script runs
      on a cluster and on one machine: spark-submit SCRIPT --map s3://my-bucket/=lake/
      \"\"\"

      \(plain.joined(separator: "\n"))

      \(spark.joined(separator: "\n"))
      """
  }

  private static func arguments(_ parameters: [String], _ defaults: [String: String]) -> String {
    let own = parameters.map { name in
      PythonExpression.call(
        "parser.add_argument",
        [
          PythonArgument(.text("--" + SparkStatements.argument(for: name))),
          PythonArgument("dest", .text(SparkStatements.argument(for: name))),
          defaults[name].map { PythonArgument("default", .text($0)) }
            ?? PythonArgument("required", .flag(true)),
        ]
      ).written() + "\n"
    }.joined()
    let values = parameters.isEmpty ? "" : "\nparameters = vars(arguments)"
    return #"""
      def mapping(text):
          """A --map argument: the text is split at the first equals sign behind a slash, or at the first."""
          split = text.find("/=") + 1 or text.find("=")
          if split < 1:
              raise argparse.ArgumentTypeError("a location is mapped by PREFIX=PATH")
          return text[:split], text[split + 1 :]


      parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
      parser.add_argument(
          "--map",
          type=mapping,
          action="append",
          default=[],
          metavar="PREFIX=PATH",
          help="where locations that begin with PREFIX lie; the longest prefix wins",
      )
      parser.add_argument(
          "--mode",
          choices=["append", "overwrite", "error"],
          default="append",
          help="what becomes of files that a target holds already",
      )

      """# + own + "arguments = parser.parse_args()" + values
  }

  private static let session = """
    # Values, names and times mean what they mean to Glue.
    spark = (
        SparkSession.builder.config("spark.sql.ansi.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.caseSensitive", "true")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .config("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED")
        .config("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED")
        .getOrCreate()
    )
    """
}
