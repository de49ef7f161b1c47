import InlayBytes
import InlayColumns

extension RecordPiece {
  /// What reading a piece gives.
  struct Rows {
    let columns: [Column]
    let rowCount: Int
    /// What is wrong with the units that were left out, in order.
    let faults: [UnitFault]
  }

  /// Makes the columns of a schema.
  ///
  /// Where bad rows end the scan, the first fault comes back and no columns.
  func rows(_ schema: Schema, _ options: JSONOptions) -> Rows {
    let reader = reader(options)
    var faults: [UnitFault] = []
    while true {
      let collector = RecordCollector(schema)
      faults += reader.read(into: collector, without: Set(faults.map(\.unit)))
      if !faults.isEmpty && reader.stopsAtFault { return failure(faults) }
      var maker = ColumnMaker(piece)
      let root = collector.root
      let columns = root.children.map { child in
        child.pad(to: root.count)
        return maker.column(child)
      }
      if maker.faults.isEmpty { return Rows(columns: columns, rowCount: root.count, faults: ordered(faults)) }
      faults += unitFaults(maker.faults)
      if reader.stopsAtFault { return failure(faults) }
    }
  }

  /// Returns what the records say of the columns' types, and what is wrong with those that say nothing.
  func guess(_ options: JSONOptions) -> (guess: TypeGuess, faults: [UnitFault]) {
    let reader = reader(options)
    var guesser = RecordGuesser()
    let faults = reader.read(into: guesser)
    guard !faults.isEmpty && !reader.stopsAtFault else { return (guesser.guess, faults) }
    guesser = RecordGuesser()
    _ = reader.read(into: guesser, without: Set(faults.map(\.unit)))
    return (guesser.guess, faults)
  }

  private func reader(_ options: JSONOptions) -> RecordReader {
    RecordReader(
      piece: self, path: options.path, maxDepth: options.maxDepth, stopsAtFault: options.onBadRow == .fail)
  }

  private func failure(_ faults: [UnitFault]) -> Rows {
    Rows(columns: [], rowCount: 0, faults: Array(ordered(faults).prefix(1)))
  }

  private func ordered(_ faults: [UnitFault]) -> [UnitFault] {
    faults.sorted { ($0.unit, $0.fault.offset) < ($1.unit, $1.fault.offset) }
  }

  /// Finds the units of faults, and leaves each unit its first.
  private func unitFaults(_ faults: [RecordFault]) -> [UnitFault] {
    var rest = faults.sorted { $0.offset < $1.offset }[...]
    var found: [UnitFault] = []
    eachUnit { unit in
      let count = rest.prefix { $0.offset < unit.upperBound }.count
      if let first = rest.first, count > 0 { found.append(UnitFault(unit: unit.lowerBound, fault: first)) }
      rest = rest.dropFirst(count)
    }
    return found
  }
}
