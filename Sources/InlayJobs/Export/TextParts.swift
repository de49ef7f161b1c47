/// A text of a document as what it is made of: texts, and parameters such as `${name}`.
struct TextParts {
  /// One part.
  struct Part: Hashable {
    let text: String
    let isParameter: Bool
  }

  private(set) var parts: [Part] = []

  /// Takes a text apart; what begins like a parameter and does not end is text.
  init(_ text: String) {
    var rest = text[...]
    while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      add(rest[..<start.lowerBound], isParameter: false)
      add(rest[start.upperBound..<end], isParameter: true)
      rest = rest[rest.index(after: end)...]
    }
    add(rest, isParameter: false)
  }

  private mutating func add(_ text: Substring, isParameter: Bool) {
    if !text.isEmpty { parts.append(Part(text: String(text), isParameter: isParameter)) }
  }
}
