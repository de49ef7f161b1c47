import InlayBytes
import InlayColumns

/// Compares the rows of two tables by their numbers.
struct OrderedComparison {
  private let tables: ComparedTables
  private let limit: Int
  private let names: [String]
  private let areTexts: [Bool]

  init(_ tables: ComparedTables, limit: Int) {
    self.tables = tables
    self.limit = limit
    names = tables.pairs.names
    areTexts = tables.pairs.areTexts
  }

  /// A side's rows that are yet to be compared.
  private struct Rest {
    let stream: BatchStream<RecordBatch>
    var batch: RecordBatch?
    var rowCount = 0

    /// Makes sure that there is a row, where any is left.
    mutating func fill() throws -> RecordBatch? {
      while batch.map({ $0.rowCount == 0 }) ?? true {
        batch = try stream.next()
        guard let batch else { return nil }
        rowCount += batch.rowCount
      }
      return batch
    }

    mutating func drop(_ count: Int) {
      if let old = batch { batch = old.slice(count..<old.rowCount) }
    }
  }

  func run(_ report: inout ComparisonReport) throws {
    var left = Rest(stream: try tables.stream(.left) { $0 })
    var right = Rest(stream: try tables.stream(.right) { $0 })
    var row = 0
    while let mine = try left.fill(), let theirs = try right.fill() {
      let count = min(mine.rowCount, theirs.rowCount)
      compare(mine.slice(0..<count), theirs.slice(0..<count), from: row, &report)
      left.drop(count)
      right.drop(count)
      row += count
    }
    try takeRest(&left, .left, from: row, &report)
    try takeRest(&right, .right, from: row, &report)
    report.leftRowCount = left.rowCount
    report.rightRowCount = right.rowCount
  }

  private func compare(
    _ left: RecordBatch, _ right: RecordBatch, from first: Int, _ report: inout ComparisonReport
  ) {
    let marks = areTexts.indices.map { column in
      areTexts[column]
        ? left.columns[column].asText().differences(from: right.columns[column].asText())
        : left.columns[column].differences(from: right.columns[column])
    }
    guard marks.contains(where: { $0.countOnes() > 0 }) else { return }
    let rows = marks.dropFirst().reduce(marks[0]) { $0.union($1) }.positionsOfOnes()
    report.differingRowCount += rows.count
    for index in 0..<min(rows.count, max(0, limit - report.rows.count)) {
      let row = Int(rows[index])
      let values = names.indices.filter { marks[$0][row] }.map { column in
        ValueDifference(
          column: names[column], left: left.columns[column].text(at: row),
          right: right.columns[column].text(at: row))
      }
      report.rows.append(.values(row: first + row, values))
    }
  }

  /// Counts the rows behind the other side's end.
  private func takeRest(
    _ rest: inout Rest, _ side: ComparisonSide, from first: Int, _ report: inout ComparisonReport
  ) throws {
    var row = first
    while let batch = try rest.fill() {
      for position in 0..<min(batch.rowCount, max(0, limit - report.rows.count)) {
        report.rows.append(
          .only(side, row: row + position, times: 1, values: batch.columns.map { $0.text(at: position) }))
      }
      report.differingRowCount += batch.rowCount
      row += batch.rowCount
      rest.drop(batch.rowCount)
    }
  }
}
