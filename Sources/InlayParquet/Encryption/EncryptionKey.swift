import InlayBytes

/// A key of AES.
///
/// Its bytes are not part of any text that is made of it, so that options which hold keys can be printed and logged.
public struct EncryptionKey: Hashable, Sendable {
  /// 16, 24 or 32 bytes.
  let bytes: [UInt8]

  /// Takes a key's bytes.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` unless there are 16, 24 or 32 of them.
  public init(bytes: [UInt8]) throws {
    guard [16, 24, 32].contains(bytes.count) else {
      throw InlayError(.invalidInput, "an encryption key has 16, 24 or 32 bytes: \(bytes.count)")
    }
    self.bytes = bytes
  }
}

extension EncryptionKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The key's length.
  public var description: String { "a key of \(bytes.count * 8) bits" }

  /// The key's length.
  public var debugDescription: String { description }

  /// A mirror without children: `dump` shows the length and no more.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
