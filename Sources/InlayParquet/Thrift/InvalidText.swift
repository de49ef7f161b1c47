/// A text in metadata that is not UTF-8.
struct InvalidText: Hashable, Sendable {
  /// Where it begins in the file; nil where that is encrypted.
  var offset: Int?
  /// What can be read of it.
  let repaired: String
}
