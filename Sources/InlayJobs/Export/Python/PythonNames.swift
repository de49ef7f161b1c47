/// Gives things of a job names in a script: identifiers that tell what they are, each of them once.
struct PythonNames {
  private var taken: Set<String>

  /// Words that are no names.
  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]

  /// Words that mean something to everyone who reads Python.
  private static let known: Set<String> = [
    "match", "case", "type", "print", "str", "int", "float", "bool", "list", "dict", "set", "tuple", "len",
    "range", "min", "max", "sum", "any", "all",
    "map", "filter", "sorted", "reversed", "zip", "enumerate", "isinstance", "vars", "input", "open",
    "object", "id",
    "iter", "next", "hash", "bytes", "repr", "getattr", "eval", "exec",
  ]

  /// Makes names beside those that a script has already.
  init(taken: Set<String>) {
    self.taken = taken.union(Self.keywords).union(Self.known)
  }

  /// Returns a new name in the form of Python's variables: words of small letters with underscores between.
  mutating func variable(for text: String) -> String {
    var name = ""
    var isAfterSmall = false
    for scalar in text.unicodeScalars {
      let isCapital = ("A"..."Z").contains(scalar)
      let isLetter = isCapital || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      let needsGap = !isLetter || (isCapital && isAfterSmall)
      if needsGap, !name.isEmpty, name.last != "_" { name += "_" }
      if isLetter { name += String(Character(scalar)).lowercased() }
      isAfterSmall = isLetter && !isCapital
    }
    while name.last == "_" { name.removeLast() }
    return unique(Self.startingWithLetter(name.isEmpty ? "node" : String(name.prefix(60))))
  }

  /// Returns a new name that is the text, but for characters that no identifier has.
  mutating func identifier(for text: String) -> String {
    unique(Self.identifier(from: text))
  }

  /// Returns the text without the characters that no identifier has, and no keyword; other texts may give the same.
  static func identifier(from text: String) -> String {
    let scalars = text.unicodeScalars.filter {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
    }
    let name = startingWithLetter(String(String.UnicodeScalarView(scalars)))
    return keywords.contains(name) ? name + "_" : name
  }

  private static func startingWithLetter(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, !("0"..."9").contains(first) else { return "_" + name }
    return name
  }

  private mutating func unique(_ name: String) -> String {
    var candidate = name
    var number = 2
    while taken.contains(candidate) {
      candidate = "\(name)_\(number)"
      number += 1
    }
    taken.insert(candidate)
    return candidate
  }
}
