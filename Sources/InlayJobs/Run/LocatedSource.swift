import InlayBytes
import InlayColumns

/// A source whose errors name the node of the job that it belongs to.
struct LocatedSource: BatchSource {
  let source: any BatchSource
  let node: String

  var schema: Schema { source.schema }
  var estimate: SizeEstimate { source.estimate }

  func scan(_ request: ScanRequest) throws -> any BatchScan {
    LocatedScan(try located(node) { try source.scan(request) }, node: node)
  }
}

/// A scan whose errors name the node of the job that it belongs to.
private final class LocatedScan: BatchScan {
  private let scan: any BatchScan
  private let node: String

  init(_ scan: any BatchScan, node: String) {
    self.scan = scan
    self.node = node
  }

  var schema: Schema { scan.schema }
  var progress: ScanProgress { scan.progress }

  func verify() throws { try located(node) { try scan.verify() } }

  func nextMorsel() throws -> Morsel? {
    try located(node) { try scan.nextMorsel() }
  }

  func read(_ morsel: Morsel) throws -> RecordBatch {
    try located(node) { try scan.read(morsel) }
  }
}

/// Runs `body`, and lets its error name the node unless it names one already.
func located<Result>(_ node: String, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as InlayError {
    throw error.located(in: .init(node: node))
  }
}
