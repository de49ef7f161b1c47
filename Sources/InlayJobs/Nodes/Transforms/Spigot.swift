import InlayBytes
import InlayDatasets
import InlayEngine
import InlayJSON

/// Lets all rows pass, and writes some of them as JSON beside: a transform of the type Spigot.
struct Spigot: JobTap {
  let sample: any JobTarget
  /// How many rows are written at most.
  let rowCount: Int?

  init(reading reader: inout NodeReader) {
    sample = SpigotSample(reading: &reader)
    rowCount = reader.count("Topk")
    if let probability = reader.value("Prob"), probability.number?.double ?? 1 < 1 {
      reader.warning(
        "Prob", "The rows of the sample are not drawn by chance; the first ones are written.")
    }
  }

  func summary(inputs: [String]) -> [String] {
    [
      "write \(rowCount.map { "the first \($0) rows" } ?? "all rows") as JSON and let all pass",
      printable(sample.path),
    ]
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    inputs[0].plan.projecting(Array(inputs[0].names.indices), label: report.node.label)
  }

  func sample(of plan: LogicalPlan, label: String) throws -> LogicalPlan {
    guard let rowCount else { return plan }
    return try plan.limited(to: rowCount, label: label)
  }
}

/// The files that a Spigot writes.
private struct SpigotSample: JobTarget {
  let files: S3TargetFiles

  init(reading reader: inout NodeReader) {
    files = S3TargetFiles(reading: &reader)
  }

  var format: OutputOptions.Format { .json(JSONOptions()) }

  func summary(inputs: [String]) -> [String] {
    ["write JSON", printable(path)]
  }
}
