import InlayBytes

/// Reads a regular expression as Java writes them.
///
/// What a text has to be kept for, references back to groups, is refused by name; groups are read and not kept.
struct PatternParser {
  var scalars: [Unicode.Scalar]
  var position = 0
  var flags = Flags()
  private var depth = 0
  let pattern: String

  /// What `(?imsx)` turns on.
  struct Flags {
    var ignoresCase = false
    var isMultiline = false
    var dotMatchesAll = false
    var ignoresSpaces = false
  }

  init(_ pattern: String) {
    self.pattern = pattern
    scalars = Array(pattern.unicodeScalars)
  }

  /// Reads the whole expression.
  mutating func parse() throws -> PatternNode {
    let node = try alternatives()
    guard isAtEnd else { throw error("a ) closes no group") }
    return node
  }

  func error(_ message: String, _ code: InlayError.Code = .invalidInput) -> InlayError {
    InlayError(code, "\(message); the regular expression is \(pattern)")
  }

  var isAtEnd: Bool { position == scalars.count }
  var next: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

  mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars.count - position >= wanted.count,
      Array(scalars[position..<position + wanted.count]) == wanted
    else { return false }
    position += wanted.count
    return true
  }

  private mutating func alternatives() throws -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else { throw error("groups nest at most 100 deep") }
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count > 1 ? .alternatives(parts) : parts[0]
  }

  private mutating func sequence() throws -> PatternNode {
    var parts: [PatternNode] = []
    while let next, next != "|", next != ")" {
      if flags.ignoresSpaces, skipSpaces() { continue }
      guard let atom = try atom() else { continue }
      parts.append(try repeated(atom))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func skipSpaces() -> Bool {
    guard let next else { return false }
    if next == "#" {
      while !isAtEnd, !take("\n") { position += 1 }
      return true
    }
    guard CharacterClass.space.contains(next) else { return false }
    position += 1
    return true
  }

  /// Reads one part; nil for what only sets flags.
  private mutating func atom() throws -> PatternNode? {
    if take("(") { return try group() }
    if take("[") { return .character(cased(try bracketed())) }
    if take(".") { return .character(flags.dotMatchesAll ? .every : .negation(.lineEnd)) }
    if take("^") { return .place(flags.isMultiline ? .lineStart : .textStart) }
    if take("$") { return .place(flags.isMultiline ? .lineEnd : .lastLineEnd) }
    if take("\\Q") { return quoted() }
    if take("\\") { return try escaped() }
    let scalar = scalars[position]
    guard !"*+?".unicodeScalars.contains(scalar) else { throw error("nothing stands before \(scalar)") }
    position += 1
    return .character(cased(.one(scalar)))
  }

  func cased(_ characters: CharacterClass) -> CharacterClass {
    flags.ignoresCase ? .anyCase(characters) : characters
  }

  private mutating func quoted() -> PatternNode {
    var parts: [PatternNode] = []
    while !isAtEnd, !take("\\E") {
      parts.append(.character(cased(.one(scalars[position]))))
      position += 1
    }
    return .sequence(parts)
  }

  private mutating func group() throws -> PatternNode? {
    let outer = flags
    defer { flags = outer }
    if take("?:") { return try closed() }
    if take("?=") { return .look(try closed(), isBehind: false, isNegated: false) }
    if take("?!") { return .look(try closed(), isBehind: false, isNegated: true) }
    if take("?<=") { return .look(try closed(), isBehind: true, isNegated: false) }
    if take("?<!") { return .look(try closed(), isBehind: true, isNegated: true) }
    if take("?>") { return .atomic(try closed()) }
    if take("?<") {
      while let next, next != ">" { position += 1 }
      guard take(">") else { throw error("the name of a group ends with >") }
      return try closed()
    }
    guard take("?") else { return try closed() }
    try readFlags()
    // They hold up to the end of the group around.
    if take(")") { return try alternatives() }
    guard take(":") else { throw error("a group begins with (?: or flags of imsx") }
    return try closed()
  }

  private mutating func readFlags() throws {
    var isOn = true
    while let next, next != ")", next != ":" {
      position += 1
      switch next {
      case "-": isOn = false
      case "i": flags.ignoresCase = isOn
      case "m": flags.isMultiline = isOn
      case "s": flags.dotMatchesAll = isOn
      case "x": flags.ignoresSpaces = isOn
      default: throw error("the flags are i, m, s and x; found \(next)", .unsupported)
      }
    }
  }

  private mutating func closed() throws -> PatternNode {
    let node = try alternatives()
    guard take(")") else { throw error("a group is not closed") }
    return node
  }

  private mutating func repeated(_ atom: PatternNode) throws -> PatternNode {
    var node = atom
    while let (least, most) = try quantifier() {
      if take("+") {
        node = .atomic(.repetition(node, least: least, most: most, isLazy: false))
      } else {
        node = .repetition(node, least: least, most: most, isLazy: take("?"))
      }
    }
    return node
  }

  private mutating func quantifier() throws -> (Int, Int?)? {
    if flags.ignoresSpaces { while skipSpaces() {} }
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard take("{") else { return nil }
    guard let least = number() else { throw error("a { is followed by a number; write \\{ for a brace") }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}"), least <= 1_000, most ?? 0 <= 1_000, most.map({ $0 >= least }) ?? true else {
      throw error("a number of repetitions is {n}, {n,} or {n,m}, at most 1000")
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var number: Int?
    while let next,
      let digit = next.properties.numericType == .decimal && next.isASCII ? Int(next.value - 48) : nil
    {
      number = min((number ?? 0) * 10 + digit, 100_000)
      position += 1
    }
    return number
  }
}
