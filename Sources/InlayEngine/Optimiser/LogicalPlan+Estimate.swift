public import InlayColumns

extension LogicalPlan {
  /// How much the plan is believed to give: what its sources hold.
  ///
  /// A join is taken to be as large as its inputs together: its build side stays in memory while it runs, and its
  /// probe side passes through. A filter is taken to keep all rows: nothing tells how many it will.
  public var estimate: SizeEstimate {
    switch operation {
    case .scan(let source, _, _): return source.estimate
    case .project(let input, _), .filter(let input, _): return input.estimate
    case .join(let left, let right, _):
      let left = left.estimate
      let right = right.estimate
      var rows: Int?
      if let leftRows = left.rowCount, let rightRows = right.rowCount { rows = max(leftRows, rightRows) }
      let (bytes, overflow) = left.byteCount.addingReportingOverflow(right.byteCount)
      return SizeEstimate(byteCount: overflow ? Int.max : bytes, rowCount: rows)
    }
  }
}

extension SizeEstimate {
  /// Whether this is believed to be smaller than `other`: by rows when both are known, else by bytes.
  func isSmaller(than other: SizeEstimate) -> Bool {
    if let rowCount, let otherRowCount = other.rowCount { return rowCount < otherRowCount }
    return byteCount < other.byteCount
  }
}
