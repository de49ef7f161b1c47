/// What encrypted files are read with.
///
/// A key is looked for in ``footerKey`` or ``columnKeys`` first, and then asked of ``retriever``. A file's footer needs
/// its key when the file is opened; a column whose key is missing is an error when its values are asked for.
public struct DecryptionKeys: Hashable, Sendable {
  /// The key of footers, and of the columns that are encrypted with the same one.
  public var footerKey: EncryptionKey?
  /// The keys of columns by their path: the names from the root to the leaf, separated by dots.
  public var columnKeys: [String: EncryptionKey]
  /// Finds the keys that are not given here by the key metadata in the file.
  public var retriever: KeyRetriever?
  /// The identity that files must have: needed where the writer did not store it, compared where it did.
  public var aadPrefix: [UInt8]?
  /// Whether the signature of a footer that is not encrypted is verified, where the footer's key is known.
  public var verifiesFooterSignature = true
  /// Whether a file that is not encrypted at all may be read too.
  ///
  /// It may not by default: who can replace a file could otherwise put one without any protection in its place.
  public var allowsPlainFiles = false

  /// Makes a set of keys.
  public init(
    footerKey: EncryptionKey? = nil, columnKeys: [String: EncryptionKey] = [:],
    retriever: KeyRetriever? = nil, aadPrefix: [UInt8]? = nil
  ) {
    self.footerKey = footerKey
    self.columnKeys = columnKeys
    self.retriever = retriever
    self.aadPrefix = aadPrefix
  }
}
