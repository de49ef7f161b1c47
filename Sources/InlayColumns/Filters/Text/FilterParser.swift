import InlayBytes

/// Reads a filter from its words and signs, from left to right: OR binds less than AND, and that less than NOT.
struct FilterParser {
  let schema: Schema
  private let tokens: [FilterToken]
  private var position = 0

  private static let depthLimit = 100

  init(_ text: String, schema: Schema) throws(InlayError) {
    tokens = try FilterLexer.tokens(of: text)
    self.schema = schema
  }

  /// Reads the whole text.
  mutating func filter() throws(InlayError) -> RowFilter {
    let filter = try disjunction(depth: 0)
    guard next.kind == .end else { throw next.unexpected(expected: "AND, OR or the end") }
    return filter
  }

  /// The word or sign that was not taken yet; the last one is the end, which nothing takes.
  var next: FilterToken { tokens[position] }

  /// Takes the next word or sign.
  mutating func take() -> FilterToken {
    defer { if next.kind != .end { position += 1 } }
    return next
  }

  /// Takes the next word when it is this one.
  mutating func take(word: String) -> Bool {
    guard next.isWord(word) else { return false }
    position += 1
    return true
  }

  /// Takes the next sign when it is this one.
  mutating func take(sign: String) -> Bool {
    guard next.isSign(sign) else { return false }
    position += 1
    return true
  }

  private mutating func disjunction(depth: Int) throws(InlayError) -> RowFilter {
    var parts = [try conjunction(depth: depth)]
    while take(word: "OR") { parts.append(try conjunction(depth: depth)) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction(depth: Int) throws(InlayError) -> RowFilter {
    var parts = [try negation(depth: depth)]
    while take(word: "AND") { parts.append(try negation(depth: depth)) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation(depth: Int) throws(InlayError) -> RowFilter {
    guard depth < Self.depthLimit else {
      throw InlayError(
        .invalidInput,
        "the filter nests too deep at character \(next.position); the limit is \(Self.depthLimit)")
    }
    if take(word: "NOT") { return .not(try negation(depth: depth + 1)) }
    guard take(sign: "(") else { return try test() }
    let filter = try disjunction(depth: depth + 1)
    guard take(sign: ")") else { throw next.unexpected(expected: "AND, OR or )") }
    return filter
  }
}
