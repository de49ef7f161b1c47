import Inlay

extension ParquetCheckReport {
  /// The report as lines of text: the findings, what could not be checked, and a line that sums up.
  var lines: [String] {
    findings.map(\.description.printableLines)
      + notes.map { "\($0.description.printableLines) (not checked)" } + [summary]
  }

  private var summary: String {
    let count = findings.count + omittedCount
    let found = count == 0 ? "no findings" : count == 1 ? "1 finding" : "\(Quantity.count(count)) findings"
    let shown = omittedCount == 0 ? "" : ", the first \(Quantity.count(findings.count)) of them shown"
    return """
      \(file.printable): \(found)\(shown) in \(Self.text(counts.rowGroupCount, "row group")), \
      \(Self.text(counts.chunkCount, "column chunk")), \(Self.text(counts.pageCount, "page")) (\
      \(Quantity.count(counts.checksumCount)) with a checksum) and \(Self.text(counts.valueCount, "value"))
      """
  }

  private static func text(_ count: Int, _ what: String) -> String {
    "\(Quantity.count(count)) \(what)\(count == 1 ? "" : "s")"
  }
}
