import Synchronization

/// What somebody has taken of a budget; it is given back when nobody holds the lease any more.
final class MemoryLease: Sendable {
  private let budget: MemoryBudget
  private let taken = Mutex(0)

  init(_ budget: MemoryBudget) { self.budget = budget }

  deinit { budget.giveBack(taken.withLock { $0 }) }

  /// Takes more.
  ///
  /// - Returns: Whether there was so much left; if not, nothing is taken.
  func take(_ byteCount: Int) -> Bool {
    guard budget.take(byteCount) else { return false }
    taken.withLock { $0 += byteCount }
    return true
  }
}
