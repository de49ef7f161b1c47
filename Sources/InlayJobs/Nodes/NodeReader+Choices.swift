import InlayBytes

extension NodeReader {
  /// Returns what one of some words stands for, however its letters are cased; nothing when the member is not there.
  mutating func choice<Choice>(_ member: String, among choices: [(word: String, value: Choice)]) -> Choice? {
    guard let text = string(member) else { return nil }
    if let choice = choices.first(where: { $0.word.lowercased() == text.lowercased() }) {
      return choice.value
    }
    error(
      member,
      "The member \(word(member)) must be one of \(listed(choices.map(\.word), limit: 20)). Found \(quoted(text))."
    )
    return nil
  }

  /// Returns what one of some words stands for, of a member that a node cannot do without.
  mutating func requiredChoice<Choice>(
    _ member: String, among choices: [(word: String, value: Choice)]
  ) -> Choice? {
    if value(member) == nil {
      missing(member, expected: "one of \(listed(choices.map(\.word), limit: 20))")
    }
    return choice(member, among: choices)
  }

  /// Reads the objects of a list that a node cannot do without, and that needs at least one.
  mutating func requiredObjects<Result>(
    _ member: String, _ body: (inout NodeReader, Int) -> Result?
  ) -> [Result] {
    if let value = value(member) {
      if value.array?.isEmpty == true {
        error(member, "The member \(word(member)) needs at least one object.")
      }
    } else {
      missing(member, expected: "an array of objects")
    }
    return objects(member, body) ?? []
  }

  /// Returns the name, or the path, of a new column: a text in which dots stand between the names.
  ///
  /// A text that is no path is a name as it is.
  mutating func requiredNewPath(_ member: String) -> FieldPath? {
    if value(member)?.array != nil { return requiredFieldPath(member) }
    let text = requiredString(member)
    return FieldPath(text) ?? FieldPath(parts: [text])
  }
}
