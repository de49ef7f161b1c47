/// Finds keys by what the writer of a file left about them, as a key management service does.
///
/// Two retrievers are equal when they are the same one.
public final class KeyRetriever: Sendable {
  private let retrieve: @Sendable (_ keyMetadata: [UInt8]) throws -> EncryptionKey?

  /// Makes a retriever.
  ///
  /// - Parameter retrieve: Returns the key for a file's key metadata, whose form is the writer's affair: the name of a
  ///   key, or a wrapped key; nil where there is none. It is called once for each key of a file, on any thread.
  public init(_ retrieve: @escaping @Sendable (_ keyMetadata: [UInt8]) throws -> EncryptionKey?) {
    self.retrieve = retrieve
  }

  func key(for keyMetadata: [UInt8]) throws -> EncryptionKey? { try retrieve(keyMetadata) }
}

extension KeyRetriever: Hashable {
  /// Whether both are the same retriever.
  public static func == (left: KeyRetriever, right: KeyRetriever) -> Bool { left === right }

  /// Feeds the identity to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
