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
      let batch = try sink.prepare(pipeline.batch(of: morsel))
      state.update { $0.deliver(batch, sequence: morsel.sequence) }
    } catch {
      state.update { $0.fail(error, sequence: sequence) }
    }
  }

  private func write(_ batches: [PreparedBatch], lane: Int) {
    let first = state.withLock { $0.position(ofLane: lane) }
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
      state.update { $0.fail(error, sequence: first + done) }
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
