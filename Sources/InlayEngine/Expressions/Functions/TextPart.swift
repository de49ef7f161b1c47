import InlayBytes

/// A part of a text: where it begins, counted from 1, or from the end when that is negative, and how long it is.
struct TextPart {
  let start: Int32
  let length: Int32

  /// Returns the part, which is empty where there is no such.
  ///
  /// - Parameter countsCharacters: Whether characters are counted, not bytes.
  @_lifetime(copy text)
  func of(_ text: RawSpan, countsCharacters: Bool) -> RawSpan {
    let count = countsCharacters ? text.characterCount : text.byteCount
    let first = start > 0 ? Int(start) - 1 : start < 0 ? count + Int(start) : 0
    let end = min(first + Int(length), count)
    let begin = max(first, 0)
    guard end > begin else { return text.extracting(0..<0) }
    guard countsCharacters, count < text.byteCount else { return text.extracting(begin..<end) }
    let from = text.offset(ofCharacter: begin)
    let rest = text.extracting(droppingFirst: from)
    return rest.extracting(0..<rest.offset(ofCharacter: end - begin))
  }
}

extension RawSpan {
  /// The number of characters of a text in UTF-8, counted as Unicode scalars; O(byteCount).
  var characterCount: Int {
    var count = 0
    for index in 0..<byteCount where byte(at: index) & 0xC0 != 0x80 { count &+= 1 }
    return count
  }

  /// Returns where the character of a number begins, counted from 0; the end when there are no more.
  func offset(ofCharacter number: Int) -> Int {
    var count = 0
    for index in 0..<byteCount where byte(at: index) & 0xC0 != 0x80 {
      if count == number { return index }
      count &+= 1
    }
    return byteCount
  }

  /// Whether the first bytes are those of another span.
  func starts(with other: RawSpan) -> Bool {
    byteCount >= other.byteCount && extracting(0..<other.byteCount).hasSameBytes(as: other)
  }

  /// Whether the last bytes are those of another span.
  func ends(with other: RawSpan) -> Bool {
    byteCount >= other.byteCount && extracting((byteCount - other.byteCount)...).hasSameBytes(as: other)
  }

  /// Whether the bytes of another span stand somewhere, one after the other.
  func contains(_ other: RawSpan) -> Bool { firstOffset(of: other, from: 0) != nil }

  /// Returns where the bytes of another span stand first from an offset on.
  func firstOffset(of other: RawSpan, from start: Int) -> Int? {
    guard other.byteCount > 0 else { return start }
    let first = other.byte(at: 0)
    var offset = start
    while offset &+ other.byteCount <= byteCount {
      if byte(at: offset) == first,
        extracting(offset..<offset &+ other.byteCount).hasSameBytes(as: other)
      {
        return offset
      }
      offset &+= 1
    }
    return nil
  }

  /// The bytes without the spaces at both ends.
  var trimmedOfSpaces: RawSpan {
    @_lifetime(copy self)
    get {
      var start = 0
      var end = byteCount
      while start < end, byte(at: start) == UInt8(ascii: " ") { start &+= 1 }
      while end > start, byte(at: end &- 1) == UInt8(ascii: " ") { end &-= 1 }
      return extracting(start..<end)
    }
  }
}
