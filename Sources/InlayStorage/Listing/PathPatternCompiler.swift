/// Turns the text of a pattern into the steps of its machine.
struct PathPatternCompiler {
  private var rest: Substring.UnicodeScalarView
  private var steps: [PathPattern.Step] = []

  init(_ text: String) {
    rest = Substring(text).unicodeScalars
  }

  mutating func compile() -> [PathPattern.Step]? {
    while let scalar = rest.popFirst() {
      guard scalar == "{" ? compileAlternatives() : compileOne(scalar) else { return nil }
    }
    return steps + [.accept]
  }

  private mutating func compileOne(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*":
      let crossesFolders = rest.first == "*"
      if crossesFolders { rest.removeFirst() }
      repeated(crossesFolders ? .any : .anyOfName)
    case "?": steps.append(.take(.anyOfName))
    case "[":
      guard let set = readSet() else { return false }
      steps.append(.take(set))
    case "\\":
      guard let next = rest.popFirst() else { return false }
      steps.append(.take(.one(next)))
    default: steps.append(.take(.one(scalar)))
    }
    return true
  }

  private mutating func repeated(_ characters: PathPattern.CharacterClass) {
    let start = steps.count
    steps += [.fork(start + 1, start + 3), .take(characters), .jump(start)]
  }

  /// Reads a set up to its closing bracket; a hyphen at its start or end stands for itself.
  private mutating func readSet() -> PathPattern.CharacterClass? {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    let isNegated = rest.first == "!"
    if isNegated { rest.removeFirst() }
    while let scalar = rest.popFirst() {
      if scalar == "]" { return ranges.isEmpty ? nil : .set(ranges, isNegated: isNegated) }
      if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
        guard scalar <= end else { return nil }
        rest.removeFirst(2)
        ranges.append(scalar...end)
      } else {
        ranges.append(scalar...scalar)
      }
    }
    return nil
  }

  /// Compiles what stands between braces: each alternative behind a fork, and a jump from each to the end.
  private mutating func compileAlternatives() -> Bool {
    var jumps: [Int] = []
    var fork = steps.count
    steps.append(.jump(fork + 1))
    while let scalar = rest.popFirst() {
      switch scalar {
      case "{": return false
      case ",":
        jumps.append(steps.count)
        steps.append(.jump(0))
        steps[fork] = .fork(fork + 1, steps.count)
        fork = steps.count
        steps.append(.jump(fork + 1))
      case "}":
        for jump in jumps { steps[jump] = .jump(steps.count) }
        return true
      default: if !compileOne(scalar) { return false }
      }
    }
    return false
  }
}
