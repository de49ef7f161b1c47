import InlayBytes

/// The writer's name: `NAME version VERSION (build BUILD)`, where the build may be left out (parquet.thrift,
/// `FileMetaData.created_by`). Readers tell by it which faults a file may have.
enum CreatedByRule: FileRule {
  static func check(_ file: ParquetFile, into findings: inout FindingList) {
    let place = InlayError.Location(file: file.path)
    guard let name = file.metadata.createdBy, !name.isEmpty else {
      findings.add(.createdBy, "the writer does not say its name: created_by is absent or empty", at: place)
      return
    }
    if !hasForm(name) {
      findings.add(
        .createdBy, "created_by does not have the form `NAME version VERSION (build BUILD)`: \(name)",
        at: place)
    }
  }

  private static func hasForm(_ name: String) -> Bool {
    let words = name.split(separator: " ", omittingEmptySubsequences: true)
    guard let keyword = words.firstIndex(of: "version"), keyword > 0, keyword + 1 < words.count else {
      return false
    }
    let rest = words[(keyword + 1)...].joined(separator: " ")
    guard let open = rest.firstIndex(of: "(") else { return true }
    return rest[open...].hasPrefix("(build") && rest.hasSuffix(")")
  }
}
