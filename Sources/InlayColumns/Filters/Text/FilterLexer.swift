import InlayBytes

/// Cuts the text of a filter into words and signs.
struct FilterLexer {
  private let text: [Unicode.Scalar]
  private var position = 0

  private init(_ text: String) { self.text = Array(text.unicodeScalars) }

  /// Returns the words and signs of a text, and after them one that is the end.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a character that begins none, or quotes that do not end.
  static func tokens(of text: String) throws(InlayError) -> [FilterToken] {
    var lexer = FilterLexer(text)
    var tokens: [FilterToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(InlayError) -> FilterToken {
    while let scalar = peek(), scalar.properties.isWhitespace { position += 1 }
    let start = position
    guard let first = peek() else { return token(.end, "", start) }
    switch first {
    case "'": return token(.text, try quoted(by: first), start)
    case "\"": return token(.name, try quoted(by: first), start)
    case "0"..."9", "+", "-", ".": return token(.number, number(), start)
    default: break
    }
    if Self.isWordPart(first) { return token(.word, taking(Self.isWordPart), start) }
    if let sign = sign() { return token(.sign, sign, start) }
    throw token(.sign, String(first), start).unexpected(expected: "a name, a constant or an operator")
  }

  private func token(_ kind: FilterToken.Kind, _ text: String, _ start: Int) -> FilterToken {
    FilterToken(kind: kind, text: text, position: start + 1)
  }

  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    position + distance < text.count ? text[position + distance] : nil
  }

  /// Takes what follows as long as `isPart` says so.
  private mutating func taking(_ isPart: (Unicode.Scalar) -> Bool) -> String {
    var part = String.UnicodeScalarView()
    while let scalar = peek(), isPart(scalar) {
      part.append(scalar)
      position += 1
    }
    return String(part)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Takes digits and points, and an exponent with its sign.
  private mutating func number() -> String {
    var number = ""
    if let sign = peek(), sign == "+" || sign == "-" { number = String(sign) }
    position += number.unicodeScalars.count
    number += taking { ("0"..."9").contains($0) || $0 == "." }
    if let letter = peek(), letter == "e" || letter == "E" {
      position += 1
      number += "e"
      if let sign = peek(), sign == "+" || sign == "-" {
        position += 1
        number += String(sign)
      }
      number += taking { ("0"..."9").contains($0) }
    }
    return number
  }

  private mutating func sign() -> String? {
    for sign in ["<=", ">=", "<>", "!=", "<", ">", "=", "(", ")", ","] {
      let scalars = Array(sign.unicodeScalars)
      guard scalars.indices.allSatisfy({ peek($0) == scalars[$0] }) else { continue }
      position += scalars.count
      return sign
    }
    return nil
  }

  /// Takes what stands between two quotes, where a quote is written twice.
  private mutating func quoted(by quote: Unicode.Scalar) throws(InlayError) -> String {
    let start = position
    position += 1
    var content = taking { $0 != quote }
    while peek() == quote, peek(1) == quote {
      position += 2
      content.unicodeScalars.append(quote)
      content += taking { $0 != quote }
    }
    guard peek() == quote else {
      throw InlayError(
        .invalidInput, "the filter has a quote that does not end; it begins at character \(start + 1)")
    }
    position += 1
    return content
  }
}
