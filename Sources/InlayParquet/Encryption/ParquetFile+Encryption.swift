import InlayBytes

extension ParquetFile {
  /// Returns what opens the modules of a column chunk; nil for one that is not encrypted.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` when the caller does not have the key, or gave none at all.
  func chunkDecryptor(rowGroup: Int, leaf: Int) throws -> ChunkDecryptor? {
    try metadata.chunkDecryptor(decryptor, rowGroup: rowGroup, leaf: leaf)
  }

  /// Returns how the values of a column chunk are stored, decrypted where that is encrypted.
  ///
  /// - Throws: As ``chunkDecryptor(rowGroup:leaf:)``, and ``InlayError/Code/corrupt``.
  func chunkMetadata(rowGroup: Int, leaf: Int) throws -> ColumnChunkMetadata {
    let decryptor = try chunkDecryptor(rowGroup: rowGroup, leaf: leaf)
    return try metadata.rowGroups[rowGroup].columns[leaf].metadata(decryptor)
  }
}

extension FileMetadata {
  /// Returns the metadata with those of the encrypted columns in their place, as far as the keys are there and fit;
  /// why one does not is told when the column is asked for.
  func decryptingColumns(with decryptor: FileDecryptor) -> FileMetadata {
    var plain = self
    for (rowGroup, group) in rowGroups.enumerated() {
      for (leaf, column) in group.columns.enumerated() where column.encryption != nil {
        let chunk = try? chunkDecryptor(decryptor, rowGroup: rowGroup, leaf: leaf)
        guard let chunk, let metadata = try? column.metadata(chunk) else { continue }
        plain.rowGroups[rowGroup].columns[leaf].metadata = metadata
      }
    }
    return plain
  }

  fileprivate func chunkDecryptor(
    _ decryptor: FileDecryptor?, rowGroup: Int, leaf: Int
  ) throws -> ChunkDecryptor? {
    let group = rowGroups[rowGroup]
    guard let encryption = group.columns[leaf].encryption else { return nil }
    guard let decryptor else { throw ModuleCipher.isNotDecrypted("the column") }
    let ordinals = ChunkOrdinals(rowGroup: group.ordinal.map(Int.init) ?? rowGroup, column: leaf)
    return try ChunkDecryptor(decryptor, encryption, ordinals)
  }
}

extension ColumnChunk {
  /// Returns how the values are stored.
  ///
  /// Where a column of its own key is concerned, what stands in the footer is at most a remnant for old readers
  /// (Encryption.md, 5.3).
  fileprivate func metadata(_ decryptor: ChunkDecryptor?) throws -> ColumnChunkMetadata {
    if let decryptor, let encryptedMetadata {
      let bytes = Values(encryptedMetadata)
      let plain = try decryptor.open(.columnMetadata, bytes.rawSpan)
      var reader = ThriftReader(plain.bytes)
      return try ColumnChunkMetadata(reading: &reader)
    }
    guard let metadata, encryption == nil || encryption == .footerKey else {
      throw InlayError(.corrupt, "the footer does not say how the column's values are stored")
    }
    return metadata
  }
}
