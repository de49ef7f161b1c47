import InlayStorage
import Synchronization

/// The names of a run's files in a folder, such as `part-00000-0123456789abcdef.snappy.parquet`.
///
/// They begin as Spark's do, so that a listing shows them in the order of their rows.
final class FileNames: Sendable {
  private let run: RunName
  private let suffix: String
  private let names = Mutex([String]())

  init(run: RunName, suffix: String) {
    self.run = run
    self.suffix = suffix
  }

  /// Gives a file its name.
  func next(_ number: Int) -> String {
    let digits = String(number)
    let name = "part-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + "-\(run)\(suffix)"
    names.withLock { $0.append(name) }
    return name
  }

  /// The names that were given, in order.
  var given: [String] {
    names.withLock { $0 }
  }
}
