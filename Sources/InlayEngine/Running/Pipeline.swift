import InlayBytes
import InlayColumns

/// A source and the steps that its batches pass, one worker a batch, before they reach a sink.
struct Pipeline: Sendable {
  let scan: any BatchScan
  /// Where the scan's work is counted; nil when the scan counts it itself.
  let scanMetrics: OperatorMetrics?
  var steps: [any BatchOperator] = []

  /// Decodes a morsel and takes its rows through the steps.
  func batch(of morsel: Morsel) throws -> RecordBatch {
    let batch =
      try scanMetrics?.measure(rowsIn: 0, rowsOut: \.rowCount) { try scan.read(morsel) } ?? scan.read(morsel)
    return try steps.reduce(batch) { try $1.measured($0) }
  }
}
