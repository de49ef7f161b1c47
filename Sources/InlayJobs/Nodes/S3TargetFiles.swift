import InlayBytes

/// What every target of S3 says of its files, whatever their format.
struct S3TargetFiles: Sendable {
  /// The location, as the document has it.
  let path: String
  /// The columns whose values folders tell, the outermost first.
  let partitionKeys: [String]
  /// Over how many files the rows are spread; nothing when that follows from their number.
  let fileCount: Int?

  init(reading reader: inout NodeReader) {
    path = reader.requiredString("Path")
    partitionKeys = reader.partitionKeys()
    fileCount = reader.fileCount(isPartitioned: !partitionKeys.isEmpty)
    reader.reportCatalog()
  }

  /// What is to be said of the files beside their format.
  var traits: [String] {
    (partitionKeys.isEmpty ? [] : ["partitioned by \(listed(partitionKeys))"])
      + (fileCount.map { ["in \($0) file\($0 == 1 ? "" : "s")"] } ?? [])
  }
}

extension NodeReader {
  fileprivate mutating func partitionKeys() -> [String] {
    var keys: [String] = []
    for (index, path) in (fieldPaths("PartitionKeys") ?? []).enumerated() {
      if let column = path.column, !keys.contains(column) {
        keys.append(column)
      } else {
        report.error(
          "PartitionKeys[\(index)]",
          "A partition key is a whole column, and each only once; found \(quoted(path.text)).")
      }
    }
    return keys
  }

  /// The most files that are written side by side.
  private static let maximumFileCount = 1_000

  fileprivate mutating func fileCount(isPartitioned: Bool) -> Int? {
    guard value("NumberTargetPartitions")?.string != "", let count = count("NumberTargetPartitions"),
      count > 0
    else { return nil }
    guard count <= Self.maximumFileCount else {
      report.error(
        "NumberTargetPartitions",
        "This version writes at most \(Self.maximumFileCount) files side by side; give a smaller number. Found \(count)."
      )
      return nil
    }
    guard !isPartitioned else {
      report.warning(
        "NumberTargetPartitions", "The files of a partition follow from its rows; the number has no effect.")
      return nil
    }
    return count
  }

  /// Reports wishes for the catalog, which this version passes over: the files are the same without them.
  fileprivate mutating func reportCatalog() {
    if value("SchemaChangePolicy")?.object?["EnableUpdateCatalog"]?.bool == true {
      report.warning("SchemaChangePolicy", "This version has no catalog; no table is made or changed.")
    }
  }
}
