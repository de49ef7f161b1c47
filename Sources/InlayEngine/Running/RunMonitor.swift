import InlayBytes
import Synchronization

/// Lets others watch a run and stop it, from any thread.
public final class RunMonitor: Sendable {
  private let cancellation = Cancellation()
  private let bytesRead = Atomic(0)
  private let bytesExpected = Atomic(0)
  private let rowsWritten = Atomic(0)

  /// Makes a monitor for one run, which ends too when what it is part of shall end.
  public init() {}

  /// Asks the run to stop; it does so within a morsel's time, and leaves nothing behind.
  public func cancel() { cancellation.cancel() }

  /// Whether the run was asked to stop.
  public var isCancelled: Bool { cancellation.isCancelled }

  /// Runs `body`, whose work ends when the run is to stop.
  public func stopping<Result>(_ body: () throws -> Result) rethrows -> Result {
    try cancellation.stopping(body)
  }

  /// How far the run has come.
  public struct Progress: Hashable, Sendable {
    /// The bytes read from all sources.
    public var bytesRead: Int
    /// The bytes that all sources hold.
    public var bytesExpected: Int
    /// The rows that have reached the target.
    public var rowsWritten: Int

    /// Describes how far a run has come.
    public init(bytesRead: Int, bytesExpected: Int, rowsWritten: Int) {
      self.bytesRead = bytesRead
      self.bytesExpected = bytesExpected
      self.rowsWritten = rowsWritten
    }
  }

  /// How far the run has come.
  public var progress: Progress {
    Progress(
      bytesRead: bytesRead.load(ordering: .relaxed), bytesExpected: bytesExpected.load(ordering: .relaxed),
      rowsWritten: rowsWritten.load(ordering: .relaxed))
  }

  func expect(bytes: Int) { bytesExpected.wrappingAdd(bytes, ordering: .relaxed) }
  func count(bytesRead bytes: Int) { bytesRead.wrappingAdd(bytes, ordering: .relaxed) }
  func count(rowsWritten rows: Int) { rowsWritten.wrappingAdd(rows, ordering: .relaxed) }
}
