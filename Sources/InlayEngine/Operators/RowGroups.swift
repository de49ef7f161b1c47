import CInlayKernels
import InlayBytes
import InlayColumns

/// The rows of a table, those with equal keys together.
struct RowGroups: Sendable {
  /// All rows, sorted by the first row with the same key, and then in order.
  let rows: Values<UInt32>
  /// For each row that is the first with its key, where its group begins in `rows`, and for each row where the next
  /// one's would.
  private let starts: Values<UInt32>

  // How many probe rows ahead memory is asked for.
  private static let distance = 16

  /// Groups rows.
  ///
  /// - Parameter repetitions: The rows whose key an earlier row has, in lists, in no order.
  init(rowCount: Int, _ repetitions: [Values<KeyTableBuilder.Repetition>], on workers: Workers) throws {
    let firsts = try Self.firsts(rowCount, repetitions, on: workers)
    let starts = SharedSlots<UInt32>(repeating: 0, count: rowCount + 1)
    let rows = SharedSlots<UInt32>(repeating: 0, count: rowCount)
    // Each thread looks at all rows and works for the groups of a part of them.
    let parts = Self.parts(of: rowCount, on: workers)
    _ = try workers.map(parts.count) { Self.count(firsts, of: parts[$0], in: starts) }
    var end: UInt32 = 0
    for row in 0..<rowCount {
      end &+= starts[row]
      starts[row] = end
    }
    starts[rowCount] = end
    _ = try workers.map(parts.count) { Self.place(firsts, of: parts[$0], before: starts, in: rows) }
    self.rows = rows.values
    self.starts = starts.values
  }

  /// Counts the rows of the groups whose first rows are in a part.
  private static func count(_ firsts: Values<UInt32>, of part: Range<Int>, in counts: SharedSlots<UInt32>) {
    for row in part.lowerBound..<firsts.count {
      let first = Int(firsts[row])
      if part.contains(first) { counts[first] &+= 1 }
    }
  }

  /// Puts the rows of those groups in their places from the last one on, and makes where a group ends where it begins.
  private static func place(
    _ firsts: Values<UInt32>, of part: Range<Int>, before ends: SharedSlots<UInt32>,
    in rows: SharedSlots<UInt32>
  ) {
    for row in (part.lowerBound..<firsts.count).reversed() {
      let first = Int(firsts[row])
      guard part.contains(first) else { continue }
      ends[first] &-= 1
      rows[Int(ends[first])] = UInt32(truncatingIfNeeded: row)
    }
  }

  /// Returns for each row the first one with its key.
  private static func firsts(
    _ rowCount: Int, _ repetitions: [Values<KeyTableBuilder.Repetition>], on workers: Workers
  ) throws -> Values<UInt32> {
    let firsts = SharedSlots<UInt32>(repeating: 0, count: rowCount)
    let parts = parts(of: rowCount, on: workers)
    _ = try workers.map(parts.count) { part in
      for row in parts[part] { firsts[row] = UInt32(truncatingIfNeeded: row) }
    }
    _ = try workers.map(repetitions.count) { number in
      let repeated = repetitions[number]
      let list = repeated.span
      for index in list.indices { firsts[Int(list[index].row)] = list[index].firstRow }
    }
    return firsts.values
  }

  private static func parts(of rowCount: Int, on workers: Workers) -> [Range<Int>] {
    let count = rowCount < 1 << 15 ? 1 : min(workers.count, 16)
    return (0..<count).map { rowCount * $0 / count..<rowCount * ($0 + 1) / count }
  }

  /// Where the rows of one key stand.
  struct Run: BitwiseCopyable, Sendable {
    var start: UInt32
    var count: UInt32
  }

  /// Returns the pairs of probe rows, in order, with all rows that have the key of what was found for them, in order.
  ///
  /// - Parameters:
  ///   - found: For each probe row the first row with its key, or ``KeyTable/noRow``.
  ///   - keepsAll: Whether probe rows without a partner stay.
  ///   - count: How many pairs are made at a time when they are more than four times as many.
  func pairs(
    _ found: Values<UInt32>, keepingAll keepsAll: Bool, atOnce count: Int
  ) -> JoinIndex.Pairs {
    let (runs, pairCount, isEachOnce) = runs(of: found, keepsAll)
    if pairCount / 4 > max(count, found.count) {
      return .many(PendingPairs(runs, of: self, count: pairCount, atOnce: count, keepingAll: keepsAll))
    }
    return .few(matches(runs, pairCount, isEachOnce, keepsAll))
  }

  private func matches(
    _ runs: Values<Run>, _ pairCount: Int, _ isEachOnce: Bool, _ keepsAll: Bool
  ) -> JoinIndex.Matches {
    var buildRows = ValueBuilder<UInt32>(capacity: pairCount)
    if isEachOnce {
      buildRows.append(count: pairCount) { buildRows in
        for index in 0..<runs.count {
          buildRows[index] = runs[index].count == 0 ? KeyTable.noRow : rows[Int(runs[index].start)]
        }
      }
      return JoinIndex.Matches(probeRows: nil, buildRows: buildRows.freeze())
    }
    var probeRows = ValueBuilder<UInt32>(capacity: pairCount)
    probeRows.append(count: pairCount) { probeRows in
      buildRows.append(count: pairCount) { pair(runs, keepsAll, &probeRows, &$0) }
    }
    return JoinIndex.Matches(probeRows: probeRows.freeze(), buildRows: buildRows.freeze())
  }

  /// Looks up where the rows of each key stand, and how many pairs they make.
  private func runs(
    of found: Values<UInt32>, _ keepsAll: Bool
  ) -> (runs: Values<Run>, pairCount: Int, isEachOnce: Bool) {
    var runs = ValueBuilder<Run>(capacity: found.count)
    var (pairCount, isEachOnce) = (0, true)
    let (found, starts) = (found.span, starts.span)
    let base = unsafe UInt(bitPattern: starts.withUnsafeBufferPointer { $0.baseAddress })
    runs.append(count: found.count) { room in
      for index in found.indices {
        if index &+ Self.distance < found.count {
          inlay_prefetch(base &+ UInt(found[index &+ Self.distance]) &* 4)
        }
        let first = found[index]
        guard first != KeyTable.noRow else {
          room[index] = Run(start: 0, count: 0)
          pairCount &+= keepsAll ? 1 : 0
          isEachOnce = isEachOnce && keepsAll
          continue
        }
        let start = starts[Int(first)]
        let count = starts[Int(first) &+ 1] &- start
        room[index] = Run(start: start, count: count)
        pairCount += Int(count)
        isEachOnce = isEachOnce && count == 1
      }
    }
    return (runs.freeze(), pairCount, isEachOnce)
  }

  private func pair(
    _ runs: Values<Run>, _ keepsAll: Bool, _ probeRows: inout MutableSpan<UInt32>,
    _ buildRows: inout MutableSpan<UInt32>
  ) {
    let (runs, rows) = (runs.span, rows.span)
    let base = unsafe UInt(bitPattern: rows.withUnsafeBufferPointer { $0.baseAddress })
    var place = 0
    for index in runs.indices {
      if index &+ Self.distance < runs.count {
        inlay_prefetch(base &+ UInt(runs[index &+ Self.distance].start) &* 4)
      }
      let run = runs[index]
      if run.count == 0 && keepsAll {
        probeRows[place] = UInt32(truncatingIfNeeded: index)
        buildRows[place] = KeyTable.noRow
        place &+= 1
      }
      for offset in 0..<Int(run.count) {
        probeRows[place] = UInt32(truncatingIfNeeded: index)
        buildRows[place] = rows[Int(run.start) &+ offset]
        place &+= 1
      }
    }
  }
}
