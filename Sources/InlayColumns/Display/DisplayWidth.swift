extension String {
  /// The number of cells that a terminal shows the text in.
  package var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// Returns the text filled up with spaces to `width` cells, at its right or left side.
  package func padded(to width: Int, atLeft: Bool = false) -> String {
    let spaces = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return atLeft ? spaces + self : self + spaces
  }

  /// Returns the text cut to at most `width` cells, the last of them an ellipsis when something is left out.
  package func cut(to width: Int) -> String {
    var kept = ""
    var used = 0
    for (index, character) in zip(indices, self) {
      let next = used + character.displayWidth
      let isLast = self.index(after: index) == endIndex
      if next > (isLast ? width : width - 1) {
        // The rest may still fit where it takes no more room than the ellipsis would.
        return self[index...].reduce(used, { $0 + $1.displayWidth }) <= width ? self : kept + "…"
      }
      kept.append(character)
      used = next
    }
    return self
  }

  /// The text with its control and direction characters written as escapes: what a value holds shall not move the
  /// cursor, change colours, or make a line look like another.
  package var printable: String {
    guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.isUnprintable: text += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Character {
  /// The number of cells, 0 to 2, that a terminal shows the character in.
  package var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if first.isWide || first.properties.isEmojiPresentation { return 2 }
    // A variation selector turns a plain sign into a picture.
    return unicodeScalars.contains("\u{FE0F}") ? 2 : 1
  }
}

extension Unicode.Scalar {
  fileprivate var isUnprintable: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    // Joiners make one character of several; the other formats turn the direction of what follows, or hide.
    case .format: self != "\u{200D}" && self != "\u{200C}"
    default: false
    }
  }

  /// Whether the character is wide by Unicode's annex 11 (East Asian Width W and F), in its main ranges.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18D08,
      0x1B000...0x1B2FB,
      0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension String {
  /// The text with each of its lines printable.
  package var printableLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }.joined(
      separator: "\n")
  }
}
