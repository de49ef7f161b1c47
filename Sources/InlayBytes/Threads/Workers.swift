import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A fixed number of threads that run one piece of work together.
public struct Workers: Sendable {
  /// The number of threads, the caller's own included; at least 1.
  public let count: Int

  /// Makes a group of `count` threads, or of as many as the machine has processors.
  public init(count: Int? = nil) {
    self.count = Swift.max(1, count ?? Self.processorCount)
  }

  /// The number of processors that are online.
  public static var processorCount: Int { Swift.max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Runs `body` on every thread, with the thread's number, and returns when all are done.
  ///
  /// The threads run at the same time, so that one may wait for another.
  public func run(_ body: @escaping @Sendable (_ worker: Int) -> Void) {
    let others = (1..<count).map { worker in WorkerThread { body(worker) } }
    body(0)
    for thread in others { thread.join() }
  }

  /// Runs `body` on a thread of its own and does not wait for it.
  public static func detach(_ body: @escaping @Sendable () -> Void) { WorkerThread(body).forget() }

  /// Runs `body` for each number below `taskCount`, spread over the threads, and returns the results in order.
  ///
  /// - Throws: The error of the first task, in order, that failed. No task starts after a failure was seen, or when the
  ///   work was stopped.
  public func map<Result: Sendable>(
    _ taskCount: Int, _ body: @escaping @Sendable (_ task: Int) throws -> Result
  ) throws -> [Result] {
    let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: taskCount))
    let next = Atomic(0)
    let failed = Atomic(false)
    Workers(count: Swift.min(count, taskCount)).run { _ in
      while !failed.load(ordering: .relaxed) {
        let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard task < taskCount else { return }
        let result = Swift.Result {
          try Cancellation.check()
          return try body(task)
        }
        if case .failure = result { failed.store(true, ordering: .relaxed) }
        results.withLock { $0[task] = result }
      }
    }
    // Tasks start in order, so whatever precedes the first failure has run.
    return try results.withLock { $0 }.compactMap { try $0?.get() }
  }
}
