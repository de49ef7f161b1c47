public import InlayColumns

extension LogicalPlan {
  /// How much the plan is believed to give: what its sources hold.
  ///
  /// A join is taken to be as large as its inputs together: its build side stays in memory while it runs, and its
  /// probe side passes through. What keeps some of its rows is taken to keep all: nothing tells how many it will.
  public var estimate: SizeEstimate {
    switch operation {
    case .scan(let source, _, _): return source.estimate
    case .project(let input, _), .compute(let input, _), .filter(let input, _), .condition(let input, _),
      .distinct(let input, _), .aggregate(let input, _, _), .sort(let input, _):
      return input.estimate
    case .limit(let input, let count):
      var estimate = input.estimate
      estimate.rowCount = min(estimate.rowCount ?? count, count)
      estimate.likelyRowCount = min(estimate.likelyRowCount ?? count, count)
      return estimate
    case .union(let inputs):
      return inputs.dropFirst().reduce(inputs[0].estimate) { $0.sum(with: $1.estimate) { $0 + $1 } }
    case .join(let left, let right, _, let kind):
      return left.estimate.sum(with: right.estimate) { kind.givesRightColumns ? max($0, $1) : $0 }
    }
  }
}

extension SizeEstimate {
  /// Whether this is believed to be smaller than `other`: by rows when both are known, else by bytes.
  func isSmaller(than other: SizeEstimate) -> Bool {
    if let rowCount, let otherRowCount = other.rowCount { return rowCount < otherRowCount }
    return byteCount < other.byteCount
  }

  /// Returns the bytes of both, and the rows that are made of those of both, when these are known.
  fileprivate func sum(with other: SizeEstimate, rows: (Int, Int) -> Int) -> SizeEstimate {
    let (bytes, overflow) = byteCount.addingReportingOverflow(other.byteCount)
    func made(_ mine: Int?, _ others: Int?) -> Int? {
      // Sources may claim any number; half of the range each cannot overflow.
      mine.flatMap { mine in others.map { rows(min(mine, .max / 2), min($0, .max / 2)) } }
    }
    return SizeEstimate(
      byteCount: overflow ? Int.max : bytes, rowCount: made(rowCount, other.rowCount),
      likelyRowCount: made(likelyRowCount, other.likelyRowCount))
  }
}
