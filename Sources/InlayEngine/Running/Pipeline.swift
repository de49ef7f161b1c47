import InlayBytes
import InlayColumns

/// A source and the steps that its batches pass, one worker a batch, before they reach a sink.
struct Pipeline: Sendable {
  let scan: any BatchScan
  /// Where the scan's work is counted; nil when the scan counts it itself.
  let scanMetrics: OperatorMetrics?
  var steps: [any BatchOperator] = []

  /// Decodes a morsel and takes its rows through the steps.
  func rows(of morsel: Morsel) throws -> MadeRows {
    let scanned =
      try scanMetrics?.measure(rowsIn: 0, rowsOut: \.batch.rowCount) { try scan.rows(of: morsel) }
      ?? scan.rows(of: morsel)
    var rest = RestOfPipeline(self)
    if let more = scanned.rest { rest.add(more, before: 0) }
    let batch = try rest.pass(scanned.batch, from: 0)
    return MadeRows(batch: batch, rest: rest.isEmpty ? nil : rest)
  }
}

/// A scan whose morsels may have more rows than one batch should hold.
protocol SplittingScan: BatchScan {
  /// Returns a morsel's rows; called by any number of threads at a time.
  func rows(of morsel: Morsel) throws -> MadeRows
}

extension SplittingScan {
  /// Returns a morsel's rows as one batch, however many they are.
  func read(_ morsel: Morsel) throws -> RecordBatch {
    var made = try rows(of: morsel)
    var batches = [made.batch]
    while let batch = try made.rest?.next() { batches.append(batch) }
    guard batches.count > 1 else { return made.batch }
    let columns = schema.fields.indices.map { position in
      Column.concatenating(batches.map { $0.columns[position] }, type: schema[position].type)
    }
    return RecordBatch(
      schema: made.batch.schema, columns: columns, rowCount: batches.reduce(0) { $0 + $1.rowCount })
  }
}

extension BatchScan {
  /// Returns a morsel's rows, in one batch if the scan does not make several.
  fileprivate func rows(of morsel: Morsel) throws -> MadeRows {
    if let scan = self as? any SplittingScan { return try scan.rows(of: morsel) }
    return MadeRows(batch: try read(morsel))
  }
}

/// The rows that a pipeline makes of a morsel, behind the first batch: what each step has yet to give, the last step's
/// first.
private struct RestOfPipeline: RestOfRows {
  private let pipeline: Pipeline
  /// What the scan and the steps have yet to give, and the step that it goes to.
  private var rests: [(rest: any RestOfRows, step: Int)] = []

  init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  var isEmpty: Bool { rests.isEmpty }

  mutating func add(_ rest: any RestOfRows, before step: Int) { rests.append((rest, step)) }

  mutating func next() throws -> RecordBatch? {
    while let step = rests.last?.step {
      let metrics = step == 0 ? pipeline.scanMetrics : pipeline.steps[step - 1].metrics
      let last = rests.count - 1
      let batch: RecordBatch?
      if let metrics {
        batch = try metrics.measure(rowsIn: 0, rowsOut: { $0?.rowCount ?? 0 }) { try rests[last].rest.next() }
      } else {
        batch = try rests[last].rest.next()
      }
      if let batch { return try pass(batch, from: step) }
      rests.removeLast()
    }
    return nil
  }

  /// Takes a batch through the steps from one on, and keeps what is more than a batch.
  mutating func pass(_ batch: RecordBatch, from step: Int) throws -> RecordBatch {
    var batch = batch
    for position in step..<pipeline.steps.count {
      let made = try pipeline.steps[position].measured(batch)
      if let rest = made.rest { add(rest, before: position + 1) }
      batch = made.batch
    }
    return batch
  }
}
