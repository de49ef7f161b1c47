/// A pattern over paths, as AWS Glue's exclusions use it.
///
/// `*` stands for any characters of one name, `**` for any characters across folders, `?` for one character of a
/// name, `[a-c]` and `[!a-c]` for one character in or not in a set, `{a,b}` for one of several patterns (not nested),
/// and a backslash takes the next character as it is. Source: AWS Glue developer guide, include and exclude patterns.
///
/// Matching runs all alternatives side by side, so no pattern makes it slower than pattern times path.
package struct PathPattern: Sendable {
  /// One step of the machine that a pattern is compiled to.
  enum Step: Sendable {
    /// Takes one character that the class holds, and goes on behind it.
    case take(CharacterClass)
    /// Goes on at both places.
    case fork(Int, Int)
    /// Goes on at another place.
    case jump(Int)
    /// The path matches when it ends here.
    case accept
  }

  /// The characters that stand for themselves or are in a set.
  enum CharacterClass: Sendable {
    case one(Unicode.Scalar)
    case anyOfName
    case any
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    func holds(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .one(let own): own == scalar
      case .anyOfName: scalar != "/"
      case .any: true
      case .set(let ranges, let isNegated):
        scalar != "/" && ranges.contains { $0.contains(scalar) } != isNegated
      }
    }
  }

  private let steps: [Step]

  /// Compiles a pattern; nothing when a bracket or a brace is not closed, a brace stands in another, or a backslash
  /// ends the text.
  package init?(_ text: String) {
    var compiler = PathPatternCompiler(text)
    guard let steps = compiler.compile() else { return nil }
    self.steps = steps
  }

  /// Tells whether the pattern matches the whole path.
  ///
  /// - Complexity: O(*pattern* · *path*).
  func matches(_ path: String) -> Bool {
    var places = PlaceSet(count: steps.count)
    follow(0, into: &places)
    for scalar in path.unicodeScalars {
      var next = PlaceSet(count: steps.count)
      for place in places.list {
        if case .take(let characters) = steps[place], characters.holds(scalar) {
          follow(place + 1, into: &next)
        }
      }
      if next.list.isEmpty { return false }
      places = next
    }
    return places.list.contains { if case .accept = steps[$0] { true } else { false } }
  }

  /// Adds a place and all that are reached from it without taking a character.
  private func follow(_ place: Int, into places: inout PlaceSet) {
    var pending = [place]
    while let place = pending.popLast() {
      guard places.insert(place) else { continue }
      switch steps[place] {
      case .fork(let first, let second): pending += [second, first]
      case .jump(let target): pending.append(target)
      case .take, .accept: break
      }
    }
  }
}

/// Places in a pattern, each once.
private struct PlaceSet {
  private(set) var list: [Int] = []
  private var isMember: [Bool]

  init(count: Int) {
    isMember = Array(repeating: false, count: count)
  }

  mutating func insert(_ place: Int) -> Bool {
    if isMember[place] { return false }
    isMember[place] = true
    list.append(place)
    return true
  }
}
