/// Estimates how wide a text is in a picture whose font nobody knows before it is shown.
///
/// The estimates are those of the widest of the usual sans-serif fonts, so a text that fits by them fits in others.
struct TextWidth {
  /// The height of the font, in the picture's units.
  let size: Double
  /// How much wider the text is than in a regular sans-serif font.
  var factor = 1.0
  /// Whether all ASCII characters are as wide as each other.
  var isMonospaced = false

  /// Returns the width of a text.
  func width(of text: some Sequence<Character>) -> Double {
    text.reduce(0) { $0 + width(of: $1) }
  }

  private func width(of character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    let share: Double
    if scalar.isASCII {
      share = isMonospaced ? 0.62 : Self.asciiShare(scalar)
    } else if scalar.properties.generalCategory == .nonspacingMark {
      share = 0
    } else {
      // Scripts from Hangul on may take a whole square, as pictures do.
      share = scalar.value < 0x1100 ? 0.82 : 1.02
    }
    return share * size * factor
  }

  private static func asciiShare(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "J", "t", "f", "r", " ", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]",
      "/", "\\",
      "-", "`":
      0.41
    case "m", "w", "M", "W", "@", "%": 0.98
    case "A"..."Z", "&", "+", "<", "=", ">", "~", "#", "^": 0.81
    default: 0.63
    }
  }
}

extension TextWidth {
  /// Breaks a text into lines of at most `width`, at its spaces or after slashes where that can be; what does not fit
  /// into `lineLimit` lines is cut, and an ellipsis stands for it.
  func lines(of text: String, width limit: Double, lineLimit: Int) -> [String] {
    var lines: [String] = []
    var rest = text[...]
    while !rest.isEmpty && lines.count < lineLimit {
      let isLast = lines.count == lineLimit - 1
      if width(of: rest) <= limit || isLast {
        lines.append(isLast ? cut(rest, to: limit) : String(rest))
        return lines
      }
      let end = breakPoint(in: rest, width: limit)
      lines.append(String(rest[..<end].trimmingSpaces()))
      rest = rest[end...].drop { $0 == " " }
    }
    return lines
  }

  /// Returns the text with its end left out when it is too wide.
  private func cut(_ text: Substring, to limit: Double) -> String {
    if width(of: text) <= limit { return String(text) }
    let kept = text[..<longestPrefix(of: text, width: limit - size)]
    return kept.trimmingSpaces() + "…"
  }

  /// Breaks a location after a slash into at most two lines; the second one keeps its end, which tells most.
  func path(_ location: String, width limit: Double) -> [String] {
    guard width(of: location) > limit else { return [location] }
    let end = breakPoint(in: location[...], width: limit)
    return [String(location[..<end]), middleCut(String(location[end...]), to: limit)]
  }

  /// Returns the text with its middle left out when it is too wide.
  private func middleCut(_ text: String, to limit: Double) -> String {
    if width(of: text) <= limit { return text }
    let half = (limit - size) / 2
    let start = text[..<longestPrefix(of: text[...], width: half)]
    let reversed = String(text.reversed())
    let end = reversed[..<longestPrefix(of: reversed[...], width: half)]
    return start + "…" + String(end.reversed())
  }

  private func breakPoint(in text: Substring, width limit: Double) -> String.Index {
    let end = longestPrefix(of: text, width: limit)
    let fitting = text[..<end]
    if end < text.endIndex, text[end] == " " { return end }
    if let mark = fitting.lastIndex(where: { $0 == " " || $0 == "/" }), mark > text.startIndex {
      return text.index(after: mark)
    }
    return end > text.startIndex ? end : text.index(after: text.startIndex)
  }

  private func longestPrefix(of text: Substring, width limit: Double) -> String.Index {
    var used = 0.0
    for index in text.indices {
      used += width(of: text[index])
      if used > limit { return index }
    }
    return text.endIndex
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
