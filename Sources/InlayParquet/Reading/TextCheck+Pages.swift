import InlayBytes

extension TextCheck {
  /// Throws unless the values that a decoder gives next, as many as the slice wants, are UTF-8.
  ///
  /// A page that is ASCII as a whole, lengths included, needs no look at single values.
  static func check(_ slice: PageSlice, _ decoder: PlainByteArrayDecoder) throws {
    if isASCII(slice.values) { return }
    var decoder = decoder
    try decoder.forEach(slice.valueCount) { value in
      guard isUTF8(value) else {
        throw InlayError(.corrupt, "a value of a text column is not UTF-8; read it as binary elsewhere")
      }
    }
  }
}
