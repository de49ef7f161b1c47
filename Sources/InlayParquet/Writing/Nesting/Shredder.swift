import InlayBytes
import InlayColumns

/// Takes the entries of one leaf out of nested columns: the values, and the levels that say which list and row each
/// belongs to and how much of its path is there (README.md, "Nested Encoding").
///
/// It goes along the path one step after the other, with all rows at once. As long as nothing is null or empty no
/// level is written down.
struct Shredder {
  let path: LeafPath
  /// What the path has led to.
  var column: Column
  // The entries so far; the levels are nil where they would all be equal.
  var count: Int
  var repetition: Values<UInt8>?
  var definition: Values<UInt8>?
  // For each entry that has reached `column` its row there; nil when these are all rows, in order.
  var reached: Values<UInt32>?
  var definitionLevel: UInt8 = 0
  var repetitionLevel: UInt8 = 0

  private init(_ path: LeafPath, _ column: Column) {
    self.path = path
    self.column = column
    count = column.count
  }

  /// Returns the entries of the leaf.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a null where none may be, with its row counted from `firstRow`.
  static func entries(of column: Column, _ path: LeafPath, firstRow: Int) throws -> LeafEntries {
    var shredder = Shredder(path, column)
    for step in path.steps {
      switch step {
      case .nullable: shredder.passNullable()
      case .required(let depth): try shredder.passRequired(depth: depth, firstRow: firstRow)
      case .field(let position): shredder.passField(position)
      case .elements: shredder.passElements()
      }
    }
    return shredder.finish()
  }

  private func finish() -> LeafEntries {
    let full = UInt8(path.definitionLevel)
    let present = definition.map { levels in
      let span = levels.span
      var bits = BitmapBuilder(capacity: span.count)
      for index in span.indices { bits.append(span[index] == full) }
      return bits.freeze()
    }
    let levels = EntryLevels(
      count: count, present: present, repetition: repetition, definition: definition)
    return LeafEntries(values: column, positions: reached, levels: levels)
  }
}

// MARK: - Nulls

extension Shredder {
  /// Leaves those behind that are null: their level stays what it is.
  private mutating func passNullable() {
    defer { definitionLevel += 1 }
    let kept = presence()
    guard let kept, kept.countOnes() < kept.count else {
      raiseAll()
      return
    }
    definition = raisedLevels(kept)
    let places = RowSelection(0..<kept.count, present: kept).positions
    reached = reached.map { $0.gathered(places ?? Values([])) } ?? places
  }

  private func passRequired(depth: Int, firstRow: Int) throws {
    guard let kept = presence(), kept.countOnes() < kept.count else { return }
    let place = (0..<kept.count).first { !kept[$0] } ?? 0
    let error = Self.missing(atRow: firstRow + row(ofReached: place))
    throw error.located(in: .init(column: path.names.prefix(depth).joined(separator: ".")))
  }

  /// The error for a null where none may be.
  static func missing(atRow row: Int) -> InlayError {
    InlayError(
      .invalidInput,
      "a column that is declared without nulls has one; declare it nullable, or fill it in: row \(row)")
  }

  /// For each entry that has reached the column whether it is there; nil when all are.
  private func presence() -> Bitmap? {
    guard case .dictionary(let values) = column.storage, let inBase = values.base.column.validity else {
      return column.validity.map { chosen($0) }
    }
    let gathered = inBase.gathered(reached.map { values.indices.gathered($0) } ?? values.indices)
    return column.validity.map { gathered.intersection(chosen($0)) } ?? gathered
  }

  private func chosen(_ bits: Bitmap) -> Bitmap {
    reached.map { bits.gathered($0) } ?? bits
  }

  /// Raises the levels of all entries that have reached the column.
  private mutating func raiseAll() {
    guard let definition else { return }
    let known = definition.span
    let level = definitionLevel
    var levels = ValueBuilder<UInt8>(capacity: known.count)
    levels.append(count: known.count) { room in
      for index in known.indices { room[index] = known[index] &+ (known[index] == level ? 1 : 0) }
    }
    self.definition = levels.freeze()
  }

  /// Returns the levels with those raised that have reached the column and are kept.
  private func raisedLevels(_ kept: Bitmap) -> Values<UInt8> {
    var levels = ValueBuilder<UInt8>(capacity: count)
    guard let definition else {
      for index in 0..<count { levels.append(definitionLevel + (kept[index] ? 1 : 0)) }
      return levels.freeze()
    }
    let known = definition.span
    var place = 0
    for index in known.indices {
      let hasReached = known[index] == definitionLevel
      levels.append(known[index] + (hasReached && kept[place] ? 1 : 0))
      place += hasReached ? 1 : 0
    }
    return levels.freeze()
  }

  /// The row, counted from the first of these, to which the `place`-th entry belongs of those that have reached the
  /// column.
  private func row(ofReached place: Int) -> Int {
    var left = place
    var row = -1
    for index in 0..<count {
      row += repetition.map { $0[index] == 0 ? 1 : 0 } ?? 1
      guard definition.map({ $0[index] == definitionLevel }) ?? true else { continue }
      if left == 0 { break }
      left -= 1
    }
    return row
  }
}
