import InlayBytes
import InlayEngine

/// Gives the rows of its inputs one after the other: a transform of the type Union.
///
/// Columns go by position and have the first input's names; columns of different types become one that holds both.
struct Union: JobTransform {
  static let inputCount = 2...2

  /// Whether of equal rows only one stays.
  let isDistinct: Bool

  init(reading reader: inout NodeReader) {
    isDistinct =
      reader.requiredChoice("UnionType", among: [("ALL", false), ("DISTINCT", true)]) ?? false
  }

  func summary(inputs: [String]) -> [String] {
    ["append the rows of \(inputs.dropFirst().joined(separator: ", ")) to those of \(inputs[0])"]
      + (isDistinct ? ["drop duplicate rows"] : [])
  }

  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    report.attempt { label in
      let union = try LogicalPlan.union(inputs.map(\.plan), label: label)
      return isDistinct ? try union.distinct(label: label) : union
    }
  }
}
