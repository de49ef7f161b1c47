import InlayBytes
import InlayColumns
import InlayEngine

/// A cell of a test table: nil is null.
typealias Cell = String?

/// Makes a table of texts whose rows are spread over batches of at most `batchSize` rows.
func table(_ names: [String], _ rows: [[Cell]], batchSize: Int = 7) -> MemorySource {
  let schema = Schema(names.map { Field($0, .string) })
  let batches = stride(from: 0, to: rows.count, by: batchSize).map { start in
    let part = rows[start..<min(start + batchSize, rows.count)]
    let columns = names.indices.map { position in
      let cells = part.map { $0[position] }
      return Column(
        type: .string, storage: .views(ViewValues(cells.map { $0 ?? "" })),
        validity: cells.contains(nil) ? Bitmap(cells.map { $0 != nil }) : nil)
    }
    return RecordBatch(schema: schema, columns: columns, rowCount: part.count)
  }
  return MemorySource(schema: schema, batches: batches)
}

/// The rows of batches of texts.
func rows(of batches: [RecordBatch]) -> [[Cell]] {
  batches.flatMap { batch in
    let columns = batch.columns.map { $0.decoded() }
    return (0..<batch.rowCount).map { row in
      columns.map { column in
        guard !column.isNull(at: row), case .views(let values) = column.storage else { return Cell.none }
        return values.text(at: row)
      }
    }
  }
}

/// Runs a plan and returns its rows.
func run(_ plan: LogicalPlan, threads: Int = 2, limits: RunLimits = RunLimits()) throws -> [[Cell]] {
  let sink = CollectingSink()
  _ = try PlanRun(workers: Workers(count: threads), limits: limits).run(plan, into: sink)
  return rows(of: sink.batches)
}
