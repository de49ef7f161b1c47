import InlayBytes

extension PlainByteArrayDecoder {
  /// Throws unless the `count` values that lie between here and the place of `end` are UTF-8.
  ///
  /// One sweep over all of them, lengths included, is enough where the lengths are ASCII, as those below 128 are: no
  /// character can then reach from one value into the next.
  consuming func requireUTF8(_ count: Int, upTo end: borrowing PlainByteArrayDecoder) throws {
    if end.lengthBits & Self.beyondASCII == 0 {
      guard bytes.extracting(offset..<end.offset).isUTF8 else { throw Self.notUTF8 }
      return
    }
    try requireUTF8BetweenLengths(count)
  }

  /// Sweeps from each length that is not ASCII to the next one.
  private consuming func requireUTF8BetweenLengths(_ count: Int) throws {
    var start = offset
    for _ in 0..<count {
      let end = offset
      let value = try next()
      guard UInt32(truncatingIfNeeded: value.count) & Self.beyondASCII != 0 else { continue }
      guard bytes.extracting(start..<end).isUTF8 else { throw Self.notUTF8 }
      start = value.lowerBound
    }
    guard bytes.extracting(start..<offset).isUTF8 else { throw Self.notUTF8 }
  }

  /// The bits that no byte of a length has which is ASCII.
  private static var beyondASCII: UInt32 { 0x8080_8080 }

  /// The error for a text that is none.
  static var notUTF8: InlayError {
    InlayError(.corrupt, "a value of a text column is not UTF-8; read it as binary elsewhere")
  }
}
