import InlayBytes

extension RawSpan {
  /// The bytes without the blanks and control characters of ASCII at both ends, which Spark's casts do not look at.
  @inline(__always)
  var trimmedBlanks: RawSpan {
    @_lifetime(copy self)
    get {
      var start = 0
      var end = byteCount
      while start < end, isBlank(at: start) { start &+= 1 }
      while end > start, isBlank(at: end &- 1) { end &-= 1 }
      return extracting(start..<end)
    }
  }

  @inline(__always)
  private func isBlank(at offset: Int) -> Bool {
    let byte = byte(at: offset)
    return byte <= 0x20 || byte == 0x7F
  }

  /// The bytes without those up to the space at both ends: what Java's `trim` leaves.
  var trimmedSpaces: RawSpan {
    @_lifetime(copy self)
    get {
      var start = 0
      var end = byteCount
      while start < end, byte(at: start) <= 0x20 { start &+= 1 }
      while end > start, byte(at: end &- 1) <= 0x20 { end &-= 1 }
      return extracting(start..<end)
    }
  }

  /// Whether the bytes are an ASCII word, in any letter case.
  ///
  /// - Parameter word: In small letters.
  func isWord(_ word: StaticString) -> Bool {
    guard byteCount == word.utf8CodeUnitCount else { return false }
    for index in 0..<byteCount {
      let byte = byte(at: index)
      let small = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
      // Safe: a static string has `utf8CodeUnitCount` bytes, which live as long as the program.
      let letter = unsafe word.utf8Start[index]
      guard small == letter else { return false }
    }
    return true
  }
}
