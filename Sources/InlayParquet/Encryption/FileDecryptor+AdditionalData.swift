import InlayBytes

/// The place of a column chunk in the additional data of its modules.
struct ChunkOrdinals: Hashable, Sendable {
  let rowGroup: Int
  let column: Int
}

extension FileDecryptor {
  /// Returns what a module is authenticated together with: the file's identity, the module's number, and the places of
  /// row group, column and page as far as the module belongs to one, in two bytes each (Encryption.md, 4.4.2).
  ///
  /// - Throws: ``InlayError/Code/corrupt`` for a place that two bytes cannot tell apart.
  func additionalData(_ module: EncryptedModule, of chunk: ChunkOrdinals?) throws -> [UInt8] {
    var bytes = additionalData(module)
    for ordinal in [chunk?.rowGroup, chunk?.column, module.page].compactMap(\.self) {
      guard let ordinal = Int16(exactly: ordinal), ordinal >= 0 else {
        throw InlayError(
          .corrupt, "an encrypted file has at most 32768 row groups, columns and pages: \(ordinal)")
      }
      bytes += [UInt8(truncatingIfNeeded: ordinal), UInt8(truncatingIfNeeded: ordinal >> 8)]
    }
    return bytes
  }

  /// The additional data of a module that belongs to the whole file.
  func additionalData(_ module: EncryptedModule) -> [UInt8] { identity + [module.code] }
}
