import InlayColumns

/// What was written into a file.
public struct ParquetFileSummary: Hashable, Sendable {
  /// The number of rows.
  public var rowCount: Int
  /// The size of the file in bytes.
  public var byteCount: Int
  /// The number of row groups.
  public var rowGroupCount: Int
  /// The leaf columns, in order.
  public var columns: [Column]

  /// What was written of one leaf column.
  public struct Column: Hashable, Sendable {
    /// The name; of a nested one all names on the way to it, with dots between them.
    public var name: String
    /// The encodings that occur, of levels too.
    public var encodings: [Encoding]
    /// The number of row groups in which the column has a dictionary.
    public var dictionaryCount: Int
    /// The bytes of all pages before compression, headers counted.
    public var uncompressedByteCount: Int
    /// The bytes of all pages in the file, headers counted.
    public var compressedByteCount: Int
  }
}

extension FooterBuilder {
  /// Returns what was written, after the footer.
  func summary(_ layouts: [ColumnLayout], rowCount: Int) -> ParquetFileSummary {
    let columns = layouts.enumerated().map { number, layout in
      let chunks = rowGroups.compactMap { $0.columns[number].metadata }
      var encodings: [Encoding] = []
      for encoding in chunks.flatMap(\.encodings) where !encodings.contains(encoding) {
        encodings.append(encoding)
      }
      return ParquetFileSummary.Column(
        name: layout.path.description, encodings: encodings,
        dictionaryCount: chunks.count { $0.dictionaryPageOffset != nil },
        uncompressedByteCount: chunks.reduce(0) { $0 + Int($1.uncompressedByteCount) },
        compressedByteCount: chunks.reduce(0) { $0 + Int($1.compressedByteCount) })
    }
    return ParquetFileSummary(
      rowCount: rowCount, byteCount: byteCount, rowGroupCount: rowGroups.count, columns: columns)
  }
}
