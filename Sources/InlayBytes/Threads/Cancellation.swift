import Synchronization

/// The wish that a piece of work ends before it is done; it may come from any thread.
///
/// Work asks for it between its steps, by ``check()``. What holds for a thread holds for those that it starts by
/// ``Workers``, so that nothing on the way has to hand it on.
public final class Cancellation: Sendable {
  /// What the work of this thread listens to; nil when nobody can stop it but the task that it is part of.
  @TaskLocal public static var current: Cancellation?

  private let isWanted = Atomic(false)
  private let outer: Cancellation?

  /// Makes one for a piece of work, which ends too when what it is part of shall end.
  public init(within outer: Cancellation? = Cancellation.current) { self.outer = outer }

  /// Asks the work to end.
  public func cancel() { isWanted.store(true, ordering: .relaxed) }

  /// Whether the work shall end.
  public var isCancelled: Bool { isWanted.load(ordering: .relaxed) || outer?.isCancelled == true }

  /// Runs `body` as work that listens to this wish.
  public func stopping<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Self.$current.withValue(self, operation: body)
  }

  /// Throws when this thread's work shall end, or the task that it is part of.
  ///
  /// - Throws: ``InlayError/Code/cancelled``.
  public static func check() throws(InlayError) {
    if current?.isCancelled == true || Task.isCancelled { throw stopped }
  }

  /// The error of work that was stopped.
  public static var stopped: InlayError { InlayError(.cancelled, "the run was stopped") }
}
