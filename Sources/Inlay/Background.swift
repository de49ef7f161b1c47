import InlayBytes
import InlayEngine

/// Runs the synchronous core for asynchronous callers.
enum Background {
  /// Runs `body` on a thread of its own, so that no thread of the caller's pool is held, and stops the run when the
  /// caller's task is cancelled.
  static func run<Result: Sendable>(
    _ monitor: RunMonitor, _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        Workers.detach { continuation.resume(with: Swift.Result { try monitor.stopping(body) }) }
      }
    } onCancel: {
      monitor.cancel()
    }
  }
}
