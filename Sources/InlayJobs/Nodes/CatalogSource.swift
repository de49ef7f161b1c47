import InlayBytes
import InlayCSV
import InlayColumns
import InlayDatasets
import InlayJSON
import InlayStorage

/// Reads a table of the catalog, from the file or folder that stands for it here.
///
/// Its format is told by its files, and columns by the names of its folders, `key=value`. CSV has commas and a header,
/// and its columns are strings.
struct CatalogSource: JobSource {
  private let name: CatalogTable
  let bounds: SourceBounds

  init(reading reader: inout NodeReader) {
    name = CatalogTable(database: reader.requiredString("Database"), table: reader.requiredString("Table"))
    bounds = reader.bounds()
    reader.refusePredicate()
  }

  var paths: [String] { [] }
  var listing: FileListing { FileListing(recurses: false, entersPartitions: true) }
  var table: CatalogTable? { name }

  func open(_ files: [String], options: JobOptions) throws -> any BatchSource {
    var csv = CSVOptions()
    csv.onBadRow = options.onBadRow
    var json = JSONOptions()
    json.onBadRow = options.onBadRow
    return try TableFiles(paths: files).open(csv: csv, json: json)
  }

  func summary(inputs: [String]) -> [String] {
    ["read a table of the catalog" + bounds.traits.map { ", \($0)" }.joined(), printable(name.description)]
  }
}

/// The name of a table in the catalog.
struct CatalogTable: Hashable, Sendable, CustomStringConvertible {
  let database: String
  let table: String

  var description: String { "\(database).\(table)" }
}

extension NodeReader {
  fileprivate mutating func refusePredicate() {
    guard let predicate = string("PartitionPredicate"), !predicate.isEmpty else { return }
    report.error(
      "PartitionPredicate",
      "This version reads all partitions of a table; take the predicate out, and filter its rows after the source. "
        + "Found \(quoted(predicate)).")
  }
}
