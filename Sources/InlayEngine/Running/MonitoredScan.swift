import InlayBytes
import InlayColumns
import Synchronization

/// A scan that tells a run's monitor how far it has come, and gives its batches under the plan's names.
final class MonitoredScan: BatchScan {
  private let scan: any BatchScan
  private let monitor: RunMonitor
  private let bytesReported = Mutex(0)
  let schema: Schema

  init(_ scan: any BatchScan, schema: Schema, monitor: RunMonitor) {
    self.scan = scan
    self.schema = schema
    self.monitor = monitor
  }

  func nextMorsel() throws -> Morsel? {
    let morsel = try scan.nextMorsel()
    let bytes = scan.progress.byteCount
    let new = bytesReported.withLock { known in
      defer { known = bytes }
      return bytes - known
    }
    monitor.count(bytesRead: new)
    return morsel
  }

  func read(_ morsel: Morsel) throws -> RecordBatch {
    let batch = try scan.read(morsel)
    return RecordBatch(schema: schema, columns: batch.columns, rowCount: batch.rowCount)
  }

  var progress: ScanProgress { scan.progress }

  func verify() throws { try scan.verify() }
}
