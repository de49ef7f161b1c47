import InlayBytes

extension PlainByteArrayDecoder {
  /// Throws unless the `count` values that lie between here and the place of `end` are UTF-8.
  ///
  /// One sweep over all of them, lengths included, is enough where the lengths are ASCII, as those below 128 are: no
  /// character can then reach from one value into the next.
  consuming func requireUTF8(_ count: Int, upTo end: borrowing PlainByteArrayDecoder) throws {
    if end.lengthBits & 0x8080_8080 == 0 && bytes.extracting(offset..<end.offset).isUTF8 { return }
    try forEach(count) { value in
      guard value.isUTF8 else { throw Self.notUTF8 }
    }
  }

  /// The error for a text that is none.
  static var notUTF8: InlayError {
    InlayError(.corrupt, "a value of a text column is not UTF-8; read it as binary elsewhere")
  }
}
