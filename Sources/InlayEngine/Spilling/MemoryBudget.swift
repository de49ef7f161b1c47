import InlayBytes
import Synchronization

/// How much memory a run may fill with rows that it must hold, and how much it has filled.
///
/// What a run needs whatever its inputs hold, such as the batches on their way and the pages of a file that is written,
/// is not counted: the larger part of the limit is left for that.
final class MemoryBudget: Sendable {
  /// The number of bytes that all rows held at a time may fill.
  let holdable: Int
  private let held = Mutex(0)

  /// - Parameter limit: The number of bytes of the whole run.
  init(limit: Int) { holdable = Swift.max(1, limit / 8 * 3) }

  /// The number of bytes that one of several parts of what has been spilled may fill when it comes back: two joins may
  /// hold two each, the one that is probed and the one that comes next.
  var partSize: Int { Swift.max(1, holdable / 4) }

  /// Takes bytes for rows that are held from now on.
  ///
  /// - Returns: Whether there were so many left; if not, nothing is taken.
  func take(_ byteCount: Int) -> Bool {
    held.withLock { held in
      guard byteCount <= holdable - held else { return false }
      held += byteCount
      return true
    }
  }

  /// Gives back what was taken.
  func giveBack(_ byteCount: Int) { held.withLock { $0 -= byteCount } }
}
