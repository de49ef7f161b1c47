import InlayBytes
import Synchronization

/// What all pipelines of one run share.
final class RunContext: Sendable {
  let workers: Workers
  let monitor: RunMonitor
  /// How much memory may be filled with rows that are held.
  let budget: MemoryBudget
  private let namedSpillFolder: String?
  /// The rows that a batch has where one would have many more.
  let batchRowCount: Int
  private let operators = Mutex([OperatorMetrics]())

  init(workers: Workers, monitor: RunMonitor, limits: RunLimits) {
    self.workers = workers
    self.monitor = monitor
    budget = MemoryBudget(limit: limits.memory)
    namedSpillFolder = limits.spillFolder
    batchRowCount = max(1, limits.batchRowCount)
  }

  /// The folder for rows that do not fit; where the system has its own is asked only when there are such rows.
  var spillFolder: String { namedSpillFolder ?? System.temporaryFolder }

  /// Makes the counter of a new operator; they are reported in the order in which they were made.
  func metrics(_ kind: OperatorReport.Kind, label: String?) -> OperatorMetrics {
    let metrics = OperatorMetrics(kind, label: label)
    operators.withLock { $0.append(metrics) }
    return metrics
  }

  /// How many operators there are.
  var mark: Int { operators.withLock { $0.count } }

  /// Forgets operators that were made since there were so many.
  func forget(since mark: Int) { operators.withLock { $0.removeLast($0.count - mark) } }

  /// What the operators have done so far.
  func reports() -> [OperatorReport] { operators.withLock { $0 }.map { $0.report() } }
}
