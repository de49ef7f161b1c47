import InlayBytes

extension RawSpan {
  /// Returns the number of the character at an offset, and how many bytes it has; a byte that begins none is one.
  @inline(__always)
  func character(at offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(byte(at: offset))
    guard first >= 0xC0, offset + 1 < byteCount else { return (first < 0x80 ? first : 0xFFFD, 1) }
    let second = UInt32(byte(at: offset + 1) & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    guard offset + 2 < byteCount else { return (0xFFFD, 1) }
    let third = UInt32(byte(at: offset + 2) & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    guard offset + 3 < byteCount else { return (0xFFFD, 1) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(byte(at: offset + 3) & 0x3F), 4)
  }

  func characterLength(at offset: Int) -> Int { character(at: offset).length }

  /// Returns how many bytes the character before an offset has.
  func lengthOfCharacter(before offset: Int) -> Int {
    var length = 1
    while length < 4, length < offset, byte(at: offset - length) & 0xC0 == 0x80 { length += 1 }
    return length
  }

  /// Whether something can be said of a place.
  func isAt(_ place: PatternPlace, _ offset: Int) -> Bool {
    switch place {
    case .textStart: offset == 0
    case .textEnd: offset == byteCount
    case .lastLineEnd: offset == byteCount || isLastLineEnd(offset)
    case .lineStart: offset == 0 || offset < byteCount && isAfterLineEnd(offset)
    case .lineEnd: offset == byteCount || isBeforeLineEnd(offset)
    case .wordBorder: isWord(at: offset) != isWord(before: offset)
    case .noWordBorder: isWord(at: offset) == isWord(before: offset)
    }
  }

  /// Whether the end of a line stands here and nothing behind it.
  private func isLastLineEnd(_ offset: Int) -> Bool {
    guard isBeforeLineEnd(offset) else { return false }
    let length = characterLength(at: offset)
    let isPair = byte(at: offset) == 13 && offset + 1 < byteCount && byte(at: offset + 1) == 10
    return offset + (isPair ? 2 : length) == byteCount
  }

  /// Whether the end of a line stands here; none begins in the middle of a carriage return and a line feed.
  private func isBeforeLineEnd(_ offset: Int) -> Bool {
    guard offset < byteCount, isLineEnd(character(at: offset).value) else { return false }
    return !(byte(at: offset) == 10 && offset > 0 && byte(at: offset - 1) == 13)
  }

  private func isAfterLineEnd(_ offset: Int) -> Bool {
    let start = offset - lengthOfCharacter(before: offset)
    guard isLineEnd(character(at: start).value) else { return false }
    return !(byte(at: start) == 13 && byte(at: offset) == 10)
  }

  private func isLineEnd(_ value: UInt32) -> Bool {
    value == 10 || value == 13 || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  private func isWord(at offset: Int) -> Bool {
    offset < byteCount && isWord(character(at: offset).value)
  }

  private func isWord(before offset: Int) -> Bool {
    offset > 0 && isWord(character(at: offset - lengthOfCharacter(before: offset)).value)
  }

  private func isWord(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
      return true
    default: return scalar == "_"
    }
  }
}
