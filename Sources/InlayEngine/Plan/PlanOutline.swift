public import InlayColumns

/// A plan in words: a tree of operations, each with what it is believed to give and, after a run, what it did.
public struct PlanOutline: Hashable, Sendable {
  /// What the operation does, such as `join left on id = track_id`.
  public let operation: String
  /// What the user calls it, such as a job's node.
  public let label: String?
  /// What it is believed to give.
  public let estimate: SizeEstimate
  /// The operations whose rows it takes.
  public private(set) var inputs: [PlanOutline]
  /// What a run reported of it: one operator, or a build and a probe for a join; none before a run.
  public private(set) var operators: [OperatorReport] = []
  /// The kinds of the operators that run it, and after which of its inputs each of them is made.
  private let stages: [Stage]

  /// A point in the making of a run: first the inputs at some positions are made, then an operator.
  private struct Stage: Hashable, Sendable {
    var inputs: [Int]
    var kind: OperatorReport.Kind
  }
}

extension LogicalPlan {
  /// The plan in words, as it stands; optimise it first to see what will be run.
  public var outline: PlanOutline { PlanOutline(self) }
}

extension PlanOutline {
  fileprivate init(_ plan: LogicalPlan) {
    operation = PlanWords.describe(plan)
    label = plan.label
    estimate = plan.estimate
    inputs = plan.inputs.map { PlanOutline($0) }
    stages = Self.stages(of: plan)
  }

  private static func stages(of plan: LogicalPlan) -> [Stage] {
    if case .join(let left, let right, _, let kind) = plan.operation {
      // As the run does it: the build side first, and for a semi-join or anti-join that is the right one.
      let isBuildFirst = kind.givesRightColumns && left.estimate.isSmaller(than: right.estimate)
      return [
        Stage(inputs: [isBuildFirst ? 0 : 1], kind: .build),
        Stage(inputs: [isBuildFirst ? 1 : 0], kind: .probe),
      ]
    }
    return [Stage(inputs: Array(plan.inputs.indices), kind: PlanWords.kind(of: plan))]
  }

  /// Returns the outline with what a run did.
  ///
  /// - Parameter reports: The operators of the run in the order in which they were made; those that belong to this
  ///   outline are taken out, so that one report serves the outlines of several targets one after the other.
  public func counted(taking reports: inout [OperatorReport]) -> PlanOutline {
    var outline = self
    for stage in stages {
      for input in stage.inputs { outline.inputs[input] = inputs[input].counted(taking: &reports) }
      if let place = reports.firstIndex(where: { $0.kind == stage.kind && $0.label == label }) {
        outline.operators.append(reports.remove(at: place))
      }
    }
    return outline
  }
}
