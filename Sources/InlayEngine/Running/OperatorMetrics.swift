import InlayColumns
import Synchronization

/// What one operator of a run has done so far, counted by all workers together.
final class OperatorMetrics: Sendable {
  let kind: OperatorReport.Kind
  let label: String?
  private let rowsIn = Atomic(0)
  private let rowsOut = Atomic(0)
  private let bytes = Atomic(0)
  private let nanoseconds = Atomic(0)

  init(_ kind: OperatorReport.Kind, label: String?) {
    self.kind = kind
    self.label = label
  }

  /// Runs `body` and counts its time and its rows.
  func measure<Result>(
    rowsIn: Int, rowsOut: (Result) -> Int, _ body: () throws -> Result
  ) rethrows -> Result {
    let start = ContinuousClock.now
    let result = try body()
    let spent = (ContinuousClock.now - start).components
    nanoseconds.wrappingAdd(
      Int(spent.seconds) * 1_000_000_000 + Int(spent.attoseconds / 1_000_000_000), ordering: .relaxed)
    self.rowsIn.wrappingAdd(rowsIn, ordering: .relaxed)
    self.rowsOut.wrappingAdd(rowsOut(result), ordering: .relaxed)
    return result
  }

  func count(bytes: Int) { self.bytes.wrappingAdd(bytes, ordering: .relaxed) }

  var rowsGiven: Int { rowsOut.load(ordering: .relaxed) }

  func report() -> OperatorReport {
    OperatorReport(
      kind: kind, label: label, rowsIn: rowsIn.load(ordering: .relaxed), rowsOut: rowsGiven,
      byteCount: bytes.load(ordering: .relaxed),
      busySeconds: Double(nanoseconds.load(ordering: .relaxed)) / 1e9)
  }
}
