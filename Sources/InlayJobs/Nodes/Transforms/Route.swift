import InlayBytes
import InlayEngine

/// Gives a table for each group of conditions, and one for the rows that meet none: a transform of the type Route.
///
/// A row stands in every table whose conditions it meets. The last table is `default_group`.
struct Route: JobSplit {
  /// A table and what its rows meet.
  struct Group: Sendable {
    let name: String
    let conditions: RowConditions
  }

  /// The name of the table of rows that meet no group's conditions.
  static let defaultGroup = "default_group"

  let groups: [Group]

  init(reading reader: inout NodeReader) {
    groups = reader.requiredObjects("GroupFiltersList") { reader, _ in
      Group(name: reader.requiredString("GroupName"), conditions: reader.rowConditions())
    }
  }

  func summary(inputs: [String]) -> [String] {
    groups.enumerated().map { "table \($0), \(printable($1.name)): rows where \($1.conditions.summary)" }
      + ["table \(groups.count), \(Self.defaultGroup): all other rows"]
  }

  func collection(of input: JobFrame, reporting report: inout NodeReport) -> [JobFrame]? {
    let conditions = groups.enumerated().compactMap { index, group in
      group.conditions.expression(over: input, at: "GroupFiltersList[\(index)].", &report)
    }
    guard conditions.count == groups.count else { return nil }
    let parts = zip(groups.map(\.name), conditions) + [(Self.defaultGroup, .not(.any(conditions)))]
    return report.attempt("GroupFiltersList") { label in
      try parts.map { name, condition in
        JobFrame(
          label: "\(printable(name)) of \(label)",
          plan: try input.plan.filtering(where: condition, label: label))
      }
    }
  }
}
