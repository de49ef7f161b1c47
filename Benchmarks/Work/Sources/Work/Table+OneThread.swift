import Inlay

extension Table {
  /// Computes all rows on one thread and drops them; returns how many there were.
  func countOnOneThread() throws -> Int {
    try run(into: DiscardingSink(), workers: Workers(count: 1)).rowCount
  }

  /// Makes a table of columns in memory.
  init(_ columns: [(name: String, column: Column)]) {
    let schema = Schema(columns.map { Field($0.name, $0.column.type) })
    let count = columns[0].column.count
    // Batches as files give them: a step's work on one is what counts.
    let whole = RecordBatch(schema: schema, columns: columns.map(\.column), rowCount: count)
    let starts = stride(from: 0, to: count, by: 65_536)
    let batches = starts.map { whole.slice($0..<min($0 + 65_536, count)) }
    self.init(MemorySource(schema: schema, batches: batches))
  }
}
