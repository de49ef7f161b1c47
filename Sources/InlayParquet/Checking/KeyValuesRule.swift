import InlayBytes

/// Names of the key-value metadata, of the file and of each chunk: a reader that looks one up finds one of several.
enum KeyValuesRule: FileRule {
  static func check(_ file: ParquetFile, into findings: inout FindingList) {
    check(file.metadata.keyValues, at: .init(file: file.path), into: &findings)
    for (rowGroup, group) in file.metadata.rowGroups.enumerated() {
      for (leaf, chunk) in group.columns.enumerated() {
        check(chunk.metadata?.keyValues, at: file.location(rowGroup, leaf), into: &findings)
      }
    }
  }

  private static func check(
    _ keyValues: [KeyValue]?, at place: InlayError.Location, into findings: inout FindingList
  ) {
    var seen: Set<String> = []
    for keyValue in keyValues ?? [] where !seen.insert(keyValue.key).inserted {
      findings.add(.keyValues, "a name occurs twice in the key-value metadata: \(keyValue.key)", at: place)
    }
  }
}
