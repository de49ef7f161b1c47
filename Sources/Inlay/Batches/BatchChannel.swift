import InlayBytes
import InlayColumns
import InlayEngine
import Synchronization

/// Takes the batches of a run, and lets the run wait while its reader has some left: batches from threads to a task.
final class BatchChannel: BatchSink {
  private struct State {
    var batches: [RecordBatch] = []
    var reader: CheckedContinuation<RecordBatch?, any Error>?
    var end: Result<Void, any Error>?
    var isCancelled = false

    /// Takes what is ready for a reader; nil when that has to wait.
    mutating func takeNext() -> Result<RecordBatch?, any Error>? {
      if !batches.isEmpty { return .success(batches.removeFirst()) }
      guard let end else { return nil }
      // An error is thrown once; after it there is nothing.
      self.end = .success(())
      return end.map { nil }
    }
  }

  private let state = Gate(State())
  private let capacity: Int
  private let monitor = RunMonitor()
  private let isStarted = Atomic(false)

  /// Makes a channel that holds at most so many batches, at least 1.
  init(capacity: Int) { self.capacity = Swift.max(1, capacity) }

  /// Runs a table into the channel on threads of its own; once.
  func start(_ table: Table, workers: Workers) {
    guard !isStarted.exchange(true, ordering: .relaxed) else { return }
    Workers.detach { [self] in
      finish(Result { _ = try table.run(into: self, workers: workers, monitor: monitor) })
    }
  }

  private func finish(_ result: Result<Void, any Error>) {
    let (reader, end) = state.update { state in
      // A run that ended early because nobody wants more has not given all rows.
      let isCut = state.isCancelled && (try? result.get()) != nil
      let end = isCut ? .failure(InlayError(.cancelled, "the run was stopped by its reader")) : result
      defer { state.reader = nil }
      // Only a reader who has taken all batches waits. An error is thrown once; after it there is nothing.
      state.end = state.reader == nil ? end : .success(())
      return (state.reader, end)
    }
    reader?.resume(with: end.map { nil })
  }

  /// Returns the next batch, or nil at the end; one caller at a time. Stops the run when the task is cancelled.
  func next(isolation: isolated (any Actor)?) async throws -> RecordBatch? {
    try await withTaskCancellationHandler(
      operation: { try await withCheckedThrowingContinuation { take($0) } },
      onCancel: { cancel() }, isolation: isolation)
  }

  private func take(_ reader: CheckedContinuation<RecordBatch?, any Error>) {
    let ready = state.update { state in
      let ready = state.takeNext()
      if ready == nil { state.reader = reader }
      return ready
    }
    if let ready { reader.resume(with: ready) }
  }

  /// Returns the next batch, or nil at the end, and blocks the caller's thread until it is there; one caller at a time.
  func nextBlocking() throws -> RecordBatch? {
    let ready = state.wait { $0.takeNext() }
    // There is room now.
    state.update { _ in }
    return try ready.get()
  }

  /// Stops the run; what waits to be written is let go.
  func cancel() {
    monitor.cancel()
    state.update { $0.isCancelled = true }
  }
}

extension BatchChannel {
  /// One lane: batches go on in order.
  var laneCount: Int { 1 }
  var wantsMore: Bool { state.withLock { !$0.isCancelled } }

  /// Gives a batch to the reader who waits, or keeps it; sleeps as long as too many are kept.
  func write(_ batch: PreparedBatch, lane: Int) {
    let batch = batch.batch
    guard batch.rowCount > 0 else { return }
    defer { wakeBlocked() }
    let reader = state.wait { state -> CheckedContinuation<RecordBatch?, any Error>?? in
      if state.isCancelled { return .some(nil) }
      if let reader = state.reader {
        state.reader = nil
        return .some(reader)
      }
      guard state.batches.count < capacity else { return nil }
      state.batches.append(batch)
      return .some(nil)
    }
    reader?.resume(returning: batch)
  }

  /// Wakes a reader whose thread sleeps; a task is resumed by its own means.
  private func wakeBlocked() { state.update { _ in } }

  func finish(lane: Int) {}
  func close() {}
  func abandon() {}
}
