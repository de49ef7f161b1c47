import InlayStorage

/// An output whose errors name the node of the job that it belongs to.
struct LocatedOutput: StagedOutput {
  let output: any StagedOutput
  let node: String

  func prepare() throws { try located(node) { try output.prepare() } }
  func install() throws { try located(node) { try output.install() } }
  func restore() { output.restore() }
  func complete() throws { try located(node) { try output.complete() } }
  func abandon() { output.abandon() }
}
