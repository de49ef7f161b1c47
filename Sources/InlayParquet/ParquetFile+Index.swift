import InlayBytes

extension ParquetFile {
  /// Reads where the data pages of a column chunk are; nil when the writer left that out.
  ///
  /// - Throws: ``InlayError/Code/corrupt``.
  public func offsetIndex(rowGroup: Int, leaf: Int) throws -> OffsetIndex? {
    let chunk = metadata.rowGroups[rowGroup].columns[leaf]
    return try index(
      .offsetIndex, chunk.offsetIndexOffset, chunk.offsetIndexByteCount, rowGroup: rowGroup, leaf: leaf)
  }

  /// Reads the bounds of the data pages of a column chunk; nil when the writer left them out.
  ///
  /// - Throws: ``InlayError/Code/corrupt``, also when the lists in it have different lengths.
  public func columnIndex(rowGroup: Int, leaf: Int) throws -> ColumnIndex? {
    let chunk = metadata.rowGroups[rowGroup].columns[leaf]
    let index: ColumnIndex? = try index(
      .columnIndex, chunk.columnIndexOffset, chunk.columnIndexByteCount, rowGroup: rowGroup, leaf: leaf)
    guard let index else { return nil }
    let count = index.nullPages.count
    guard index.minValues.count == count, index.maxValues.count == count,
      index.nullCounts.map({ $0.count == count }) ?? true
    else {
      throw InlayError(
        .corrupt, "the lists of the column index have different lengths", at: location(rowGroup, leaf))
    }
    return index
  }

  private func index<Index: ThriftStruct>(
    _ module: EncryptedModule, _ offset: Int64?, _ byteCount: Int32?, rowGroup: Int, leaf: Int
  ) throws -> Index? {
    guard let offset, let byteCount else { return nil }
    let buffer = bytes
    do {
      guard let start = Int(exactly: offset), start >= 0, byteCount >= 0, start <= footerOffset,
        Int(byteCount) <= footerOffset - start
      else { throw InlayError(.corrupt, "the page index lies outside of the file's data") }
      let stored = buffer.slice(start..<start + Int(byteCount))
      let plain = try chunkDecryptor(rowGroup: rowGroup, leaf: leaf)?.open(module, stored.bytes) ?? stored
      var reader = ThriftReader(plain.bytes, fileOffset: start)
      return try Index(reading: &reader)
    } catch let error as InlayError {
      throw error.located(in: location(rowGroup, leaf))
    }
  }

  /// The place of a column chunk, for errors.
  func location(_ rowGroup: Int, _ leaf: Int) -> InlayError.Location {
    let chunk = metadata.rowGroups[rowGroup].columns[leaf]
    let path = chunk.metadata?.path ?? chunk.encryption?.path
    return .init(file: self.path, column: path?.joined(separator: "."), rowGroup: rowGroup)
  }
}
