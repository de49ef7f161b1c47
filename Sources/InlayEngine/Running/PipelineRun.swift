import InlayBytes
import InlayColumns

/// Runs one pipeline into one sink on a group of workers.
final class PipelineRun: Sendable {
  private let pipeline: Pipeline
  private let sink: any BatchSink
  private let sinkMetrics: OperatorMetrics
  private let monitor: RunMonitor
  private let state: Gate<PipelineState>

  init(_ pipeline: Pipeline, into sink: any BatchSink, metrics: OperatorMetrics, context: RunContext) {
    self.pipeline = pipeline
    self.sink = sink
    sinkMetrics = metrics
    monitor = context.monitor
    // Twice the workers keep all of them busy while one lane lags; more would only hold memory.
    state = Gate(PipelineState(laneCount: sink.laneCount, window: context.workers.count * 2 + 4))
  }

  /// Runs to the end, or to the first error in the order of the source's rows.
  func run(on workers: Workers) throws {
    workers.run { _ in self.work() }
    if let failure = state.withLock({ $0.failure }) { throw failure.error }
  }

  private func work() {
    while true {
      let task: PipelineState.Task? = state.wait { state in
        if let task = state.nextTask() { return .some(task) }
        return state.isOver ? .some(nil) : nil
      }
      guard let task else {
        // Others may sleep on the condition that has just come true.
        state.update { _ in }
        return
      }
      switch task {
      case .takeMorsel: decode()
      case .resume(let sequence, let rest): resume(rest, sequence: sequence)
      case .write(let lane, let batches): write(batches, lane: lane)
      case .finish(let lane): finish(lane: lane)
      }
    }
  }

  private func decode() {
    var sequence: Int?
    do {
      try checkCancellation()
      let morsel = try sink.wantsMore ? pipeline.scan.nextMorsel() : nil
      state.update { $0.took(morsel: morsel != nil) }
      guard let morsel else { return }
      sequence = morsel.sequence
      let made = try pipeline.rows(of: morsel)
      try deliver(made.batch, made.rest, sequence: morsel.sequence)
    } catch {
      state.update { $0.fail(error, sequence: sequence) }
    }
  }

  private func resume(_ rest: any RestOfRows, sequence: Int) {
    do {
      try deliver(nil, rest, sequence: sequence)
    } catch {
      state.update { $0.fail(error, sequence: sequence) }
    }
  }

  /// Queues the rows of a morsel, or as many of them as there is room for.
  private func deliver(
    _ first: RecordBatch?, _ rest: (any RestOfRows)?, sequence: Int
  ) throws {
    var made = PipelineState.Delivery()
    made.rest = rest
    if let first { made.add(try sink.prepare(first)) }
    while made.rest != nil {
      if !made.batches.isEmpty, !state.withLock({ [made] in $0.hasRoom(behind: made) }) { break }
      try checkCancellation()
      if sink.wantsMore, let batch = try made.rest?.next() {
        made.add(try sink.prepare(batch))
      } else {
        made.rest = nil
      }
    }
    state.update { [made] in $0.deliver(made, sequence: sequence) }
  }

  private func write(_ batches: [PreparedBatch], lane: Int) {
    var done = 0
    do {
      for batch in batches {
        try checkCancellation()
        let rows = lane == 0 ? batch.batch.rowCount : 0
        // What goes to memory is counted when it comes out.
        let given = sinkMetrics.kind == .write ? rows : 0
        try sinkMetrics.measure(rowsIn: rows, rowsOut: { given }) { try sink.write(batch, lane: lane) }
        monitor.count(rowsWritten: given)
        done += 1
      }
      state.update { $0.wrote(lane: lane, batchCount: batches.count) }
    } catch {
      state.update { $0.fail(error, lane: lane, after: done) }
    }
  }

  private func finish(lane: Int) {
    do {
      try checkCancellation()
      try sinkMetrics.measure(rowsIn: 0, rowsOut: { 0 }) { try sink.finish(lane: lane) }
      state.update { $0.finished(lane: lane) }
    } catch {
      state.update { $0.fail(error, sequence: nil) }
    }
  }

  private func checkCancellation() throws {
    if monitor.isCancelled { throw Cancellation.stopped }
    try Cancellation.check()
  }
}
