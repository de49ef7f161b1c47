extension PhysicalType {
  /// The encodings that a page without a dictionary may have, the plain one first (Encodings.md, "Supported
  /// Encodings").
  var pageEncodings: [Encoding] {
    switch self {
    case .boolean: [.plain, .rle]
    case .int32, .int64: [.plain, .deltaBinaryPacked, .byteStreamSplit]
    case .int96: [.plain]
    case .float, .double: [.plain, .byteStreamSplit]
    case .byteArray: [.plain, .deltaLengthByteArray, .deltaByteArray]
    case .fixedLengthByteArray: [.plain, .deltaByteArray, .byteStreamSplit]
    }
  }

  /// All encodings that values can be written in. A bit is never made smaller by an index, so booleans have no
  /// dictionary.
  var writableEncodings: [Encoding] {
    self == .boolean ? pageEncodings : pageEncodings + [.rleDictionary, .plainDictionary]
  }
}
