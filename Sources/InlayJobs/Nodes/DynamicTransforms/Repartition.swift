import InlayEngine

/// Lets rows pass: AWS's `gs_repartition`, which spreads them over as many parts as are asked for.
struct Repartition: JobTransform {
  init(reading reader: inout NodeReader) {
    var parameters = TransformParameters(reading: &reader)
    if parameters.text("numPartitionsStr")?.isEmpty == false {
      reader.warning(
        "Parameters",
        "Rows are not in partitions here; the number of files follows from the target. This has no effect.")
    }
    _ = parameters.texts("partitionCols")
    parameters.reportUnknown(&reader)
  }

  func summary(inputs: [String]) -> [String] {
    ["let all rows pass"]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    inputs[0].plan.projecting(Array(inputs[0].names.indices), label: report.node.label)
  }
}
