import InlayBytes
import Synchronization

/// What the modules of one encrypted file are opened with: its identity, and the keys that the caller has.
final class FileDecryptor: Sendable {
  /// Whether pages are encrypted without authentication.
  let usesCTR: Bool
  /// What the additional data of all modules begin with: the AAD prefix and the file's random bytes.
  let identity: [UInt8]
  /// The caller's keys.
  let keys: DecryptionKeys
  private let footerKeyMetadata: [UInt8]?
  private let retrieved = Mutex<[[UInt8]: EncryptionKey?]>([:])

  /// Begins to decrypt a file.
  ///
  /// - Throws: ``InlayError/Code/unsupported`` when the trait is off or the algorithm is not known;
  ///   ``InlayError/Code/corrupt`` or ``InlayError/Code/invalidInput`` when the AAD prefix is another one or missing.
  init(_ algorithm: EncryptionAlgorithm, footerKeyMetadata: [UInt8]?, keys: DecryptionKeys) throws {
    guard ModuleCipher.isBuiltIn else { throw ModuleCipher.isNotDecrypted("the file") }
    let file: EncryptionAlgorithm.FileIdentity
    switch algorithm {
    case .gcm(let identity): (file, usesCTR) = (identity, false)
    case .gcmAndCTR(let identity): (file, usesCTR) = (identity, true)
    case .unknown: throw InlayError(.unsupported, "the file is encrypted with an algorithm that is not known")
    }
    identity = try Self.prefix(of: file, given: keys.aadPrefix) + (file.unique ?? [])
    self.keys = keys
    self.footerKeyMetadata = footerKeyMetadata
  }

  /// Returns the AAD prefix, once it is sure that it is the one that the caller gave, if any.
  private static func prefix(
    of file: EncryptionAlgorithm.FileIdentity, given: [UInt8]?
  ) throws -> [UInt8] {
    if let stored = file.prefix, !stored.isEmpty {
      guard given == nil || given == stored else { throw isAnotherFile }
      return stored
    }
    if let given {
      guard file.isPrefixLeftOut == true || given.isEmpty else { throw isAnotherFile }
      return given
    }
    guard file.isPrefixLeftOut != true else {
      throw InlayError(
        .invalidInput, "the file is encrypted with an AAD prefix that it does not hold; give it with the keys"
      )
    }
    return []
  }

  /// The error for a file without encryption where the caller counts on it.
  static var isNotEncrypted: InlayError {
    InlayError(
      .invalidInput,
      "the file is not encrypted, and keys were given; set DecryptionKeys.allowsPlainFiles to read it")
  }

  private static var isAnotherFile: InlayError {
    InlayError(
      .corrupt, "the file's AAD prefix is not the one that was given with the keys: it is another file")
  }

  /// Returns the footer's key, or nil when the caller has none.
  func footerKey() throws -> EncryptionKey? { try keys.footerKey ?? retrieve(footerKeyMetadata) }

  /// Returns the key of a column.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` when the caller has none; what the retriever throws.
  func key(for column: ColumnEncryption) throws -> EncryptionKey {
    let key: EncryptionKey?
    switch column {
    case .footerKey: key = try footerKey()
    case .columnKey(let path, let metadata):
      key = try keys.columnKeys[path.joined(separator: ".")] ?? retrieve(metadata)
    }
    guard let key else {
      throw InlayError(.invalidInput, "the column is encrypted, and its key is not among those given")
    }
    return key
  }

  private func retrieve(_ keyMetadata: [UInt8]?) throws -> EncryptionKey? {
    guard let keyMetadata, let retriever = keys.retriever else { return nil }
    return try retrieved.withLock { known in
      if let key = known[keyMetadata] { return key }
      let key = try retriever.key(for: keyMetadata)
      known[keyMetadata] = .some(key)
      return key
    }
  }
}
