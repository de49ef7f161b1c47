import InlayBytes

/// The node types that this version runs.
enum NodeCatalogue {
  /// The types in a user's words, for the message about one that is not among them.
  static let runnable = "S3 sources of CSV, Join (equijoin), DropFields and S3 targets of Parquet"

  /// Reads what a node does; nothing, and a finding that says why, when this version cannot run it.
  static func read(_ reader: inout NodeReader) -> (any JobOperation)? {
    guard let operation = operationType(for: &reader) else { return nil }
    let value = operation.init(reading: &reader)
    return reader.report.hasErrors ? nil : value
  }

  private static func operationType(for reader: inout NodeReader) -> (any JobOperation.Type)? {
    let node = reader.node
    switch (node.classification, node.type) {
    case ("DataSource", "S3"):
      return format(&reader, among: [("csv", S3CSVSource.self)], verb: "reads")
    case ("Transform", "Join"): return EquiJoin.self
    case ("Transform", "DropFields"): return DropFields.self
    case ("Transform", "SelectFromCollection"): return SelectFromCollection.self
    case ("DataSink", "S3"):
      let types: [(String, any JobOperation.Type)] = [
        ("glueparquet", S3ParquetTarget.self), ("parquet", S3ParquetTarget.self),
      ]
      return format(&reader, among: types, verb: "writes")
    default:
      reader.report.error(
        "type",
        "This version does not run nodes of this type. It runs \(runnable). Take the node out, or do its work "
          + "elsewhere. Found \(quoted(node.type)) as \(quoted(node.classification)).")
      return nil
    }
  }

  private static func format(
    _ reader: inout NodeReader, among types: [(name: String, operation: any JobOperation.Type)], verb: String
  ) -> (any JobOperation.Type)? {
    let format = reader.requiredString("format")
    guard !reader.report.hasErrors else { return nil }
    if let known = types.first(where: { $0.name == format }) { return known.operation }
    let names = types.map(\.name).joined(separator: " or ")
    reader.report.error(
      "format", "This version \(verb) \(names) here; choose that. Found \(quoted(format)).")
    return nil
  }
}
