import InlayBytes
import InlayColumns
import InlayEngine

/// Pairs rows whose keys are equal: a transform of the type Join. A null key equals nothing.
///
/// Both key columns stay, and the first input's columns come first. Where both inputs have a column of one name, an
/// equijoin puts a dot before the first input's; any other join, which is Spark's, leaves both as they are.
struct Join: JobTransform {
  static let inputCount = 2...2

  /// The key columns of one input.
  struct Side: Sendable {
    /// Where in the document's `columns` the keys stand, for messages; its order need not be that of the inputs.
    let position: Int
    let keys: [FieldPath]

    /// The names of the key columns.
    var names: [String] { keys.compactMap(\.column) }
  }

  /// How rows are paired.
  struct Kind: Sendable {
    /// What becomes of rows without a partner.
    let kind: JoinKind
    /// What becomes of names that both inputs have.
    let naming: JoinNaming
    /// What it is called in a user's words.
    let words: String
  }

  let kind: Kind
  /// The keys of the first and of the second input, as many of one as of the other.
  let sides: [Side]

  init(reading reader: inout NodeReader) {
    kind = reader.joinKind()
    sides = reader.joinSides()
  }

  func summary(inputs: [String]) -> [String] {
    zip(sides[0].names, sides[1].names).enumerated().map { index, pair in
      let start = index == 0 ? "\(kind.words) where" : "and"
      return "\(start) \(printable(pair.0)) of \(inputs[0]) = \(printable(pair.1)) of \(inputs[1])"
    }
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    let keys = zip(sides, inputs).map { side, input in
      side.names.enumerated().compactMap { index, name in
        input.position(of: name, at: "Columns[\(side.position)].Keys[\(index)]", &report)
      }
    }
    if kind.naming == .dotFirst { Self.checkUniqueness(of: inputs[0].names, inputs[1].names, &report) }
    guard !report.hasErrors else { return nil }
    return report.attempt { label in
      try inputs[0].plan.joined(
        to: inputs[1].plan, keys: JoinKeys(left: keys[0], right: keys[1]), kind: kind.kind,
        naming: kind.naming,
        label: label)
    }
  }

  private static func checkUniqueness(
    of first: [String], _ second: [String], _ report: inout NodeReport
  ) {
    let taken = Set(second)
    var seen: Set<String> = []
    for name in first.map({ taken.contains($0) ? "." + $0 : $0 }) + second where !seen.insert(name).inserted {
      report.error(
        "",
        "The join would make two columns of one name, as a name that both inputs have gets a dot before it in the "
          + "first; drop one of them before the join. Found \(quoted(name)).")
    }
  }
}

extension NodeReader {
  fileprivate mutating func joinKind() -> Join.Kind {
    let equijoin = Join.Kind(kind: .inner, naming: .dotFirst, words: "join")
    let kinds: [(word: String, value: Join.Kind)] = [
      ("equijoin", equijoin),
      ("left", .init(kind: .left, naming: .unchanged, words: "left join")),
      ("right", .init(kind: .right, naming: .unchanged, words: "right join")),
      ("outer", .init(kind: .full, naming: .unchanged, words: "full outer join")),
      ("leftsemi", .init(kind: .leftSemi, naming: .unchanged, words: "keep rows with a partner")),
      ("leftanti", .init(kind: .leftAnti, naming: .unchanged, words: "keep rows without a partner")),
    ]
    for (index, condition) in (strings("ColumnConditions") ?? []).enumerated() where condition != "=" {
      error(
        "ColumnConditions[\(index)]", "A join compares keys by =; choose that. Found \(quoted(condition)).")
    }
    return requiredChoice("JoinType", among: kinds) ?? equijoin
  }

  /// Reads both sides and returns them in the order of the inputs.
  fileprivate mutating func joinSides() -> [Join.Side] {
    guard let columns = value("Columns") else {
      missing(
        "Columns", expected: "an array of two objects with the members \(word("From")) and \(word("Keys"))")
      return []
    }
    if let count = columns.array?.count, count != 2 {
      report.error("Columns", "A join needs the keys of two inputs; found \(count).")
      return []
    }
    let sides = objects("Columns") { $0.joinSide(at: $1) } ?? []
    guard !report.hasErrors, sides.count == 2, node.inputs.count == 2 else { return [] }
    return ordered(sides)
  }

  private mutating func joinSide(at position: Int) -> (from: String, side: Join.Side)? {
    guard let from = value("From")?.string else {
      error("From", "The member \(word("From")) must be the id of an input.")
      return nil
    }
    if !node.inputs.contains(from) {
      error("From", "The id is not among the inputs of the join; name one of them. Found \(quoted(from)).")
    }
    guard let keys = value("Keys"), keys.array?.isEmpty != true else {
      error("Keys", "The member \(word("Keys")) must name at least one column.")
      return nil
    }
    let paths = fieldPaths("Keys") ?? []
    for (index, path) in paths.enumerated() where path.column == nil {
      error(
        "Keys[\(index)]",
        "A key must be a column, not a field within one; a name with a dot stands in back-ticks. "
          + "Found \(quoted(path.text)).")
    }
    return (from, Join.Side(position: position, keys: paths))
  }

  private mutating func ordered(_ sides: [(from: String, side: Join.Side)]) -> [Join.Side] {
    let counts = sides.map(\.side.keys.count)
    if counts[0] != counts[1] {
      report.error(
        "Columns", "Both inputs need the same number of keys; found \(counts[0]) and \(counts[1]).")
    }
    // A node joined with itself is named twice; the order of the keys is all there is to go by.
    if node.inputs[0] == node.inputs[1] { return sides.map(\.side) }
    if sides[0].from == sides[1].from {
      report.error("Columns", "Each input needs keys of its own; both are from \(quoted(sides[0].from)).")
    }
    return sides[0].from == node.inputs[0] ? sides.map(\.side) : sides.reversed().map(\.side)
  }
}
