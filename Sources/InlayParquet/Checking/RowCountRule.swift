import InlayBytes

/// The numbers of rows, and the row groups' own numbers.
enum RowCountRule: FileRule {
  static func check(_ file: ParquetFile, into findings: inout FindingList) {
    findings.compare(
      .rowCount, "the file's number of rows", said: file.metadata.rowCount, found: Int64(file.rowCount),
      at: .init(file: file.path))
    for (position, group) in file.metadata.rowGroups.enumerated() {
      findings.compare(
        .rowCount, "the row group's ordinal", said: group.ordinal.map(Int.init), found: position,
        at: .init(file: file.path, rowGroup: position))
    }
  }
}
