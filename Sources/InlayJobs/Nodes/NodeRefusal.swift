/// Why nodes of a type do not run here, and what to do about it.
enum NodeRefusal {
  case ownCode, ownTransform, imputation, stream, database, tableFormat, catalog, personalData, recipe, sql,
    quality, file

  /// Returns the reason for a type that the service has; nothing when there is none but that this version does not know
  /// it.
  init?(type: String) {
    let exact: [String: NodeRefusal] = [
      "CustomCode": .ownCode, "DynamicTransform": .ownTransform, "FillMissingValues": .imputation,
      "PIIDetection": .personalData, "Recipe": .recipe, "SparkSQL": .sql, "EvaluateDataQuality": .quality,
      "EvaluateDataQualityMultiFrame": .quality, "S3ExcelSource": .file, "S3HyperDirectTarget": .file,
    ]
    guard ServiceModel.shared.shapeName(ofType: type) != nil else { return nil }
    guard let refusal = exact[type] ?? Self.byWord(in: type) else { return nil }
    self = refusal
  }

  /// The words that types of one kind have in their names; the first that is there decides.
  private static func byWord(in type: String) -> NodeRefusal? {
    let words: [(String, NodeRefusal)] = [
      ("Kinesis", .stream), ("Kafka", .stream), ("Hudi", .tableFormat), ("Delta", .tableFormat),
      ("Iceberg", .tableFormat), ("SQL", .database), ("JDBC", .database), ("Redshift", .database),
      ("Snowflake", .database), ("Dynamo", .database), ("Relational", .database), ("Connector", .database),
      ("Catalog", .catalog),
    ]
    return words.first { type.contains($0.0) }?.1
  }

  /// The reason and the remedy, as sentences.
  var message: String {
    switch self {
    case .ownCode:
      "The node runs Python of your own, which needs Spark and AWS Glue; do its work by other nodes, or give its rows with --replace."
    case .ownTransform:
      "The node runs a transform of your own, a Python file that needs Spark and AWS Glue; do its work by other nodes, or "
        + "give its rows with --replace."
    case .imputation:
      "The node fills gaps by a model that AWS Glue learns on each run, so no other program gives the same rows; give "
        + "those of a run in AWS with --replace."
    case .stream:
      "The node reads a stream, which has no end; a run here reads files. Write the stream's records to S3, and read "
        + "those."
    case .database:
      "The node talks to a database or a service, and a run here to files only; write the table to files, and use a node "
        + "of S3 in its place."
    case .tableFormat:
      "The node's tables are of Hudi, Delta or Iceberg, whose logs say which rows are valid; write them as plain Parquet "
        + "files, and use a node of S3 in its place."
    case .catalog:
      "The node's table is in the Glue Data Catalog, which a run here does not ask; name the table's files by a node of S3 "
        + "in its place."
    case .personalData:
      "The node finds personal data by rules that only AWS Glue has; give its rows with --replace, or take it out."
    case .recipe:
      "The node runs a recipe of DataBrew; do its steps by other nodes, or give its rows with --replace."
    case .sql:
      "The node runs SQL, which this version does not; do its work by other nodes, or give its rows with --replace."
    case .quality:
      "The node evaluates rules of data quality, which this version does not; no row depends on it, so take it out."
    case .file:
      "The node's files are workbooks or extracts of Tableau, which this version does not read or write; use CSV or Parquet."
    }
  }
}
