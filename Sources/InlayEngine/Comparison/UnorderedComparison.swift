import InlayBytes
import InlayColumns

/// Compares two tables as sets in which rows may occur many times.
struct UnorderedComparison {
  private let tables: ComparedTables
  private let limit: Int
  private let heldRowLimit: Int

  init(_ tables: ComparedTables, limit: Int, heldRowLimit: Int) {
    self.tables = tables
    self.limit = limit
    self.heldRowLimit = heldRowLimit
  }

  /// A row that one side has more often: how many times (less than 0 for the right side), and its number there.
  private struct Surplus {
    var times = 0
    var row = 0
  }

  private typealias Surpluses = [RowHashes.Hash: Surplus]

  func run(_ report: inout ComparisonReport) throws {
    var partCount = 1
    while try !run(parts: partCount, &report) { partCount *= 4 }
  }

  /// Compares part after part of all hashes; returns whether no part had more rows than may be held.
  private func run(parts partCount: Int, _ report: inout ComparisonReport) throws -> Bool {
    var found: [Surplus] = []
    report.differingRowCount = 0
    for part in 0..<partCount {
      guard let surpluses = try surpluses(part, of: partCount, &report) else { return false }
      report.differingRowCount += surpluses.values.reduce(0) { $0 + abs($1.times) }
      found += first(surpluses.values, .left) + first(surpluses.values, .right)
    }
    for side in ComparisonSide.allCases { report.rows += try rows(first(found, side), side) }
    return true
  }

  private func first(_ surpluses: some Sequence<Surplus>, _ side: ComparisonSide) -> [Surplus] {
    let own = surpluses.filter { side == .left ? $0.times > 0 : $0.times < 0 }
    return Array(own.sorted { $0.row < $1.row }.prefix(limit))
  }

  /// Counts the rows of both sides against each other, a batch of each in turn; nil when there are too many to hold.
  private func surpluses(_ part: Int, of partCount: Int, _ report: inout ComparisonReport) throws
    -> Surpluses?
  {
    let areTexts = tables.pairs.areTexts
    let left = try tables.stream(.left) { RowHashes($0, areTexts: areTexts) }
    let right = try tables.stream(.right) { RowHashes($0, areTexts: areTexts) }
    var surpluses: Surpluses = [:]
    (report.leftRowCount, report.rightRowCount) = (0, 0)
    var (isLeftOver, isRightOver) = (false, false)
    while !isLeftOver || !isRightOver {
      if let hashes = isLeftOver ? nil : try left.next() {
        count(hashes, 1, from: report.leftRowCount, (part, partCount), &surpluses)
        report.leftRowCount += hashes.rows.count
      } else {
        isLeftOver = true
      }
      if let hashes = isRightOver ? nil : try right.next() {
        count(hashes, -1, from: report.rightRowCount, (part, partCount), &surpluses)
        report.rightRowCount += hashes.rows.count
      } else {
        isRightOver = true
      }
      if surpluses.count > heldRowLimit { return nil }
    }
    return surpluses
  }

  private func count(
    _ hashes: RowHashes, _ step: Int, from first: Int, _ part: (number: Int, count: Int),
    _ surpluses: inout Surpluses
  ) {
    for (row, hash) in hashes.rows.enumerated() where Int(hash.high >> 32) % part.count == part.number {
      let old = surpluses[hash] ?? Surplus()
      let times = old.times + step
      // The first of the rows that are too many stands for all of them.
      surpluses[hash] = times == 0 ? nil : Surplus(times: times, row: old.times == 0 ? first + row : old.row)
    }
  }

  /// Reads a side again for the values of some rows, which are in order.
  private func rows(_ surpluses: [Surplus], _ side: ComparisonSide) throws -> [RowDifference] {
    guard !surpluses.isEmpty else { return [] }
    let stream = try tables.stream(side) { $0 }
    var rest = surpluses[...]
    var differences: [RowDifference] = []
    var row = 0
    while !rest.isEmpty, let batch = try stream.next() {
      while let next = rest.first, next.row < row + batch.rowCount {
        let values = batch.columns.map { $0.text(at: next.row - row) }
        differences.append(.only(side, row: next.row, times: abs(next.times), values: values))
        rest.removeFirst()
      }
      row += batch.rowCount
    }
    return differences
  }
}
