import InlayBytes

/// A word or sign of a filter's text.
struct FilterToken: Hashable {
  enum Kind: Hashable {
    /// A name, or a word of the grammar.
    case word
    /// A name in double quotes.
    case name
    /// A text in single quotes.
    case text
    /// A number.
    case number
    /// An operator, a parenthesis or a comma.
    case sign
    /// What comes after the last one.
    case end
  }

  let kind: Kind
  /// The word, the sign, or what stands between the quotes.
  let text: String
  /// The place of the first character, from 1.
  let position: Int

  /// Returns whether this is a word of the grammar, in any letter case.
  func isWord(_ word: String) -> Bool { kind == .word && text.uppercased() == word }

  /// Returns whether this is a sign.
  func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }

  /// Makes an error that says what should stand here.
  func unexpected(expected: String) -> InlayError {
    let found = kind == .end ? "its end" : quoted(text)
    return InlayError(
      .invalidInput, "the filter is wrong at character \(position): \(expected) is expected; found \(found)")
  }
}
