import InlayBytes

extension FileDecryptor {
  /// Decrypts a footer, which begins at `offset` of `bytes` and must end with them.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` without the key, ``InlayError/Code/corrupt``.
  func footer(in bytes: RawSpan, at offset: Int) throws -> Buffer {
    guard let key = try footerKey() else {
      throw InlayError(.invalidInput, "the footer is encrypted, and its key is not among those given")
    }
    let content = try EncryptedModule.footer.content(in: bytes, at: offset)
    guard content.upperBound == bytes.byteCount else { throw EncryptedModule.footer.isCutOff }
    return try open(.footer, bytes.extracting(content), key)
  }

  /// Verifies the nonce and tag behind a footer that is not encrypted (Encryption.md, 5.5); without the footer's key,
  /// nothing can be.
  ///
  /// - Parameter byteCount: The number of the footer's bytes in front of the signature.
  /// - Throws: ``InlayError/Code/corrupt``.
  func verifySignature(behind byteCount: Int, in bytes: RawSpan) throws {
    guard keys.verifiesFooterSignature, let key = try footerKey() else { return }
    let signature = bytes.extracting(droppingFirst: byteCount)
    guard signature.byteCount == ModuleCipher.nonceByteCount + ModuleCipher.tagByteCount else {
      throw InlayError(.corrupt, "the footer's signature has 28 bytes: \(signature.byteCount)")
    }
    let tag = ModuleCipher.tag(
      of: bytes.extracting(first: byteCount), nonce: signature.extracting(first: ModuleCipher.nonceByteCount),
      key, additionalData: additionalData(.footer))
    let expected = signature.extracting(droppingFirst: ModuleCipher.nonceByteCount)
    guard let tag, tag.elementsEqual((0..<expected.byteCount).map { expected.byte(at: $0) }) else {
      throw InlayError(
        .corrupt,
        "the footer does not belong to its signature: the key is another one, or the file was changed")
    }
  }

  /// Decrypts a module's nonce, ciphertext and tag.
  func open(
    _ module: EncryptedModule, _ content: RawSpan, _ key: EncryptionKey, of chunk: ChunkOrdinals? = nil
  ) throws -> Buffer {
    let isCounted = usesCTR && module.isPage
    let overhead = ModuleCipher.nonceByteCount + (isCounted ? 0 : ModuleCipher.tagByteCount)
    guard content.byteCount >= overhead else { throw module.isCutOff }
    let plain =
      if isCounted {
        ModuleCipher.openCTR(content, key)
      } else {
        ModuleCipher.openGCM(content, key, additionalData: try additionalData(module, of: chunk))
      }
    guard let plain else {
      throw InlayError(
        .corrupt,
        """
        \(module.name) cannot be decrypted: the key or the AAD prefix is another one, or the file was changed
        """)
    }
    return plain
  }
}
