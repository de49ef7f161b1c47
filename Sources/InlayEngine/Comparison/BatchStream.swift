import InlayBytes
import InlayColumns

/// Gives the batches of a scan one after the other, while workers decode as many as there are of them.
final class BatchStream<Element: Sendable> {
  private let scan: any BatchScan
  private let workers: Workers
  private let monitor: RunMonitor
  private let transform: @Sendable (RecordBatch) -> Element
  private var ready: [Element] = []
  private var bytesReported = 0

  init(
    _ scan: any BatchScan, _ tables: ComparedTables, _ transform: @escaping @Sendable (RecordBatch) -> Element
  ) {
    self.scan = scan
    workers = tables.options.workers
    monitor = tables.monitor
    self.transform = transform
  }

  /// Returns the next batch, which may have no rows, or nil at the end.
  func next() throws -> Element? {
    if ready.isEmpty { try refill() }
    return ready.popLast()
  }

  private func refill() throws {
    if monitor.isCancelled { throw Cancellation.stopped }
    var morsels: [Morsel] = []
    while morsels.count < workers.count, let morsel = try scan.nextMorsel() { morsels.append(morsel) }
    let bytes = scan.progress.byteCount
    monitor.count(bytesRead: bytes - bytesReported)
    bytesReported = bytes
    guard !morsels.isEmpty else { return try scan.verify() }
    ready = try workers.map(morsels.count) { [scan, transform, morsels] in
      transform(try scan.read(morsels[$0]))
    }.reversed()
  }
}
