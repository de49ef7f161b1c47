import InlayBytes

/// The node types that this version runs.
enum NodeCatalogue {
  /// The types in a user's words, for the message about one that is not among them.
  static let runnable = "S3 sources and targets, and most of the transforms that AWS Glue Studio has built in"

  /// What runs a node, by the API's name of its type.
  private static let operations: [String: any JobOperation.Type] = [
    "Aggregate": AggregateNode.self,
    "ApplyMapping": ApplyMapping.self,
    "CatalogSource": CatalogSource.self,
    "DropDuplicates": DropDuplicates.self,
    "DropFields": DropFields.self,
    "DropNullFields": DropNullFields.self,
    "Filter": Filter.self,
    "Join": Join.self,
    "Merge": Merge.self,
    "RenameField": RenameField.self,
    "Route": Route.self,
    "S3CatalogSource": CatalogSource.self,
    "S3CsvSource": S3CSVSource.self,
    "S3GlueParquetTarget": S3ParquetTarget.self,
    "S3JsonSource": S3JSONSource.self,
    "S3ParquetSource": S3ParquetSource.self,
    "SelectFields": SelectFields.self,
    "SelectFromCollection": SelectFromCollection.self,
    "Spigot": Spigot.self,
    "SplitFields": SplitFields.self,
    "Union": Union.self,
  ]

  /// Reads what a node does; nothing, and a finding that says why, when this version cannot run it.
  static func read(_ reader: inout NodeReader) -> (any JobOperation)? {
    guard let operation = operationType(for: &reader) else { return nil }
    let value = operation.init(reading: &reader)
    return reader.report.hasErrors ? nil : value
  }

  private static func operationType(for reader: inout NodeReader) -> (any JobOperation.Type)? {
    let type = reader.node.type
    if let operation = operations[type] { return operation }
    if type == "DynamicTransform" { return DynamicTransforms.operationType(for: &reader) }
    if type == "S3DirectTarget" { return directTarget(&reader) }
    reader.report.errorAboutKind(refusal(of: reader.node))
    return nil
  }

  /// Says why nodes of a type are not run, and what to do.
  private static func refusal(of node: JobNode) -> String {
    let type = node.type
    let origin = node.origin
    // What the document says there: the console has its own words for some types.
    let word = origin.kindMember == "type" ? origin.kind.last ?? type : type
    if let refusal = NodeRefusal(type: type) { return "\(refusal.message) Found \(quoted(word))." }
    let types = ServiceModel.shared.types
    let near = types.contains(type) ? [] : nearestNames(to: type, among: types)
    let hint = near.isEmpty ? "" : " Did you mean \(near.map { quoted($0) }.joined(separator: " or "))?"
    return
      "This version does not run nodes of this type. It runs \(runnable). Take the node out, or do its work "
      + "elsewhere.\(hint) Found \(quoted(word))."
  }

  /// Says what a target can write; only the console has glueparquet among the formats, elsewhere it is a type of node.
  private static func refusal(ofFormat format: String, in dialect: JobDialect) -> String {
    if dialect == .console {
      return
        "This version writes glueparquet, parquet, json or csv here; choose one of these. Found \(quoted(format))."
    }
    let remedy =
      format == "glueparquet"
      ? "choose one of these, or make the node an `S3GlueParquetTarget`, which has no format"
      : "choose one of these"
    return "This version writes parquet, json or csv here; \(remedy). Found \(quoted(format))."
  }

  /// The files that a target writes directly to S3, by format.
  private static let formats: [String: any JobOperation.Type] = [
    "parquet": S3ParquetTarget.self, "json": S3TextTarget.self, "csv": S3TextTarget.self,
  ]

  private static func directTarget(_ reader: inout NodeReader) -> (any JobOperation.Type)? {
    let format = reader.requiredString("Format")
    if let operation = formats[format] { return operation }
    if !reader.report.hasErrors {
      reader.report.error("Format", refusal(ofFormat: format, in: reader.node.origin.dialect))
    }
    return nil
  }
}
