import InlayBytes

/// Names and texts of the footer: all are UTF-8, and readers refuse what is not (parquet.thrift has them as `string`).
enum TextRule: FileRule {
  static func check(_ file: ParquetFile, into findings: inout FindingList) {
    for text in file.invalidTexts {
      findings.add(
        .text, "a text of the footer is not UTF-8: \(quoted(text.repaired))",
        at: .init(file: file.path, byteOffset: text.offset))
    }
  }
}
