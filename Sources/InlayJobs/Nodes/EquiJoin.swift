import InlayBytes
import InlayColumns
import InlayEngine

/// Keeps the pairs of rows whose keys are equal: a transform of the type Join whose join type is equijoin.
///
/// Both key columns stay. Where both inputs have a column of one name, the first input's gets a dot before it and
/// the second's keeps it; the first input's columns come first.
struct EquiJoin: JobTransform {
  static let inputCount = 2...2

  /// The key columns of one input.
  struct Side: Sendable {
    /// Where in the document's `columns` the keys stand, for messages; its order need not be that of the inputs.
    let position: Int
    let keys: [FieldPath]

    /// The names of the key columns.
    var names: [String] { keys.compactMap(\.column) }
  }

  /// The keys of the first and of the second input, as many of one as of the other.
  let sides: [Side]

  init(reading reader: inout NodeReader) {
    reader.requireEquijoin()
    sides = reader.joinSides()
  }

  func summary(inputs: [String]) -> [String] {
    zip(sides[0].names, sides[1].names).enumerated().map { index, pair in
      let start = index == 0 ? "join where" : "and"
      return "\(start) \(printable(pair.0)) of \(inputs[0]) = \(printable(pair.1)) of \(inputs[1])"
    }
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    for (side, input) in zip(sides, inputs) { Self.checkKeys(of: side, in: input, &report) }
    Self.checkUniqueness(of: inputs[0].names, inputs[1].names, &report)
    guard !report.hasErrors else { return nil }
    return report.attempt { label in
      let keys = JoinKeys(
        left: try sides[0].names.map { try inputs[0].plan.schema.position(of: $0) },
        right: try sides[1].names.map { try inputs[1].plan.schema.position(of: $0) })
      return try inputs[0].plan.joined(
        to: inputs[1].plan, keys: keys, naming: .dotFirst, label: label)
    }
  }

  private static func checkKeys(of side: Side, in input: JobFrame, _ report: inout NodeReport) {
    let known = Set(input.names)
    for (index, name) in side.names.enumerated() where !known.contains(name) {
      report.error(
        "Columns[\(side.position)].Keys[\(index)]",
        "The input \(input.label) has no column of this name; its columns are \(listed(input.names)). "
          + "Found \(quoted(name)).")
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
  fileprivate mutating func requireEquijoin() {
    let type = requiredString("JoinType")
    if !type.isEmpty, type != "equijoin" {
      report.error(
        "JoinType", "This version runs the join type equijoin; choose that. Found \(quoted(type)).")
    }
    for (index, condition) in (strings("ColumnConditions") ?? []).enumerated() where condition != "=" {
      report.error(
        "ColumnConditions[\(index)]",
        "An equijoin compares keys by =; choose that. Found \(quoted(condition)).")
    }
  }

  /// Reads both sides and returns them in the order of the inputs.
  fileprivate mutating func joinSides() -> [EquiJoin.Side] {
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

  private mutating func joinSide(at position: Int) -> (from: String, side: EquiJoin.Side)? {
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
    return (from, EquiJoin.Side(position: position, keys: paths))
  }

  private mutating func ordered(_ sides: [(from: String, side: EquiJoin.Side)]) -> [EquiJoin.Side] {
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
