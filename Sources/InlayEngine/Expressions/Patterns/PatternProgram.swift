import InlayBytes

/// A regular expression as steps, each of which leads to others.
struct PatternProgram: Sendable {
  enum Step: Sendable {
    /// Takes one character of a class.
    case character(PreparedClass)
    /// Goes on at a step, and at another one when that leads to nothing.
    case either(Int, Int)
    case jump(Int)
    case place(PatternPlace)
    /// Goes on behind the match of another program.
    case atomic(PatternProgram)
    case look(PatternProgram, isBehind: Bool, isNegated: Bool)
    case match
  }

  private(set) var steps: [Step] = []

  private static let limit = 20_000

  /// Makes steps of an expression.
  ///
  /// - Throws: ``InlayError/Code/limitExceeded`` for repetitions of repetitions that make too many.
  init(_ node: PatternNode) throws {
    try add(node)
    steps.append(.match)
  }

  private mutating func add(_ node: PatternNode) throws {
    guard steps.count < Self.limit else {
      throw InlayError(.limitExceeded, "a regular expression repeats too much; write it with smaller numbers")
    }
    switch node {
    case .character(let characters): steps.append(.character(PreparedClass(characters)))
    case .sequence(let parts): for part in parts { try add(part) }
    case .alternatives(let parts): try add(alternatives: parts[...])
    case .repetition(let part, let least, let most, let isLazy):
      for _ in 0..<least { try add(part) }
      if let most {
        try add(part, atMost: most - least, isLazy)
      } else {
        try add(loop: part, isLazy)
      }
    case .atomic(let part): steps.append(.atomic(try PatternProgram(part)))
    case .look(let part, let isBehind, let isNegated):
      steps.append(.look(try PatternProgram(part), isBehind: isBehind, isNegated: isNegated))
    case .place(let place): steps.append(.place(place))
    }
  }

  private mutating func add(alternatives parts: ArraySlice<PatternNode>) throws {
    guard let first = parts.first else { return }
    guard parts.count > 1 else { return try add(first) }
    let fork = steps.count
    steps.append(.jump(0))
    try add(first)
    let end = steps.count
    steps.append(.jump(0))
    steps[fork] = .either(fork + 1, steps.count)
    try add(alternatives: parts.dropFirst())
    steps[end] = .jump(steps.count)
  }

  private mutating func add(loop part: PatternNode, _ isLazy: Bool) throws {
    let fork = steps.count
    steps.append(.jump(0))
    try add(part)
    steps.append(.jump(fork))
    steps[fork] = isLazy ? .either(steps.count, fork + 1) : .either(fork + 1, steps.count)
  }

  private mutating func add(_ part: PatternNode, atMost count: Int, _ isLazy: Bool) throws {
    var forks: [Int] = []
    for _ in 0..<count {
      forks.append(steps.count)
      steps.append(.jump(0))
      try add(part)
    }
    for fork in forks {
      steps[fork] = isLazy ? .either(steps.count, fork + 1) : .either(fork + 1, steps.count)
    }
  }
}
