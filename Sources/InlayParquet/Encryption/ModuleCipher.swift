import InlayBytes

#if Encryption
import Crypto
import CryptoExtras

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#endif

/// AES in the two modes that Parquet has (Encryption.md, 4.1), where the package trait `Encryption` is on.
enum ModuleCipher {
  /// The bytes in front of every ciphertext.
  static let nonceByteCount = 12
  /// The bytes behind a ciphertext of GCM.
  static let tagByteCount = 16

  /// The error for what is encrypted, and stays so for want of keys or of the cipher.
  static func isNotDecrypted(_ what: String) -> InlayError {
    isBuiltIn
      ? InlayError(
        .invalidInput, "\(what) is encrypted, and no keys were given in ParquetReadOptions.decryption")
      : InlayError(
        .unsupported, "\(what) is encrypted: reading it needs its key, and the package trait Encryption")
  }

  #if Encryption
  static let isBuiltIn = true

  /// Decrypts nonce, ciphertext and tag of GCM, at least ``nonceByteCount`` + ``tagByteCount`` bytes; nil unless they
  /// belong to the key and the additional data.
  static func openGCM(_ content: RawSpan, _ key: EncryptionKey, additionalData: [UInt8]) -> Buffer? {
    guard let box = try? AES.GCM.SealedBox(combined: data(content)) else { return nil }
    let key = SymmetricKey(data: key.bytes)
    return (try? AES.GCM.open(box, using: key, authenticating: additionalData)).map(buffer)
  }

  /// Returns the tag that GCM gives bytes that are not encrypted.
  static func tag(
    of bytes: RawSpan, nonce: RawSpan, _ key: EncryptionKey, additionalData: [UInt8]
  ) -> [UInt8]? {
    guard let nonce = try? AES.GCM.Nonce(data: data(nonce)) else { return nil }
    let key = SymmetricKey(data: key.bytes)
    let box = try? AES.GCM.seal(data(bytes), using: key, nonce: nonce, authenticating: additionalData)
    return box.map { [UInt8]($0.tag) }
  }

  /// Decrypts nonce and ciphertext of CTR, at least ``nonceByteCount`` bytes; nothing tells whether the key is right.
  static func openCTR(_ content: RawSpan, _ key: EncryptionKey) -> Buffer? {
    // The counter begins with 1 (Encryption.md, 4.2.2).
    let vector = data(content.extracting(first: nonceByteCount)) + [0, 0, 0, 1]
    guard let nonce = try? AES._CTR.Nonce(nonceBytes: vector) else { return nil }
    let ciphertext = data(content.extracting(droppingFirst: nonceByteCount))
    return (try? AES._CTR.decrypt(ciphertext, using: SymmetricKey(data: key.bytes), nonce: nonce)).map(buffer)
  }

  private static func data(_ bytes: RawSpan) -> Data {
    // Safe: the pointer does not leave this closure.
    unsafe bytes.withUnsafeBytes { unsafe Data($0) }
  }

  private static func buffer(_ data: Data) -> Buffer {
    // Safe: the span does not leave this closure.
    unsafe data.withUnsafeBytes { Buffer(copying: unsafe RawSpan(_unsafeBytes: $0)) }
  }
  #else
  static let isBuiltIn = false

  static func openGCM(_ content: RawSpan, _ key: EncryptionKey, additionalData: [UInt8]) -> Buffer? { nil }

  static func tag(
    of bytes: RawSpan, nonce: RawSpan, _ key: EncryptionKey, additionalData: [UInt8]
  ) -> [UInt8]? { nil }

  static func openCTR(_ content: RawSpan, _ key: EncryptionKey) -> Buffer? { nil }
  #endif
}
