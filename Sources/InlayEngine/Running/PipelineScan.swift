import InlayColumns

/// The rows that come out of a pipeline, as a scan that others can begin with.
final class PipelineScan: SplittingScan {
  let schema: Schema
  private let pipeline: Pipeline

  init(_ pipeline: Pipeline, schema: Schema) {
    self.pipeline = pipeline
    self.schema = schema
  }

  func nextMorsel() throws -> Morsel? { try pipeline.scan.nextMorsel() }

  func rows(of morsel: Morsel) throws -> MadeRows { try pipeline.rows(of: morsel) }

  var progress: ScanProgress { pipeline.scan.progress }
}
