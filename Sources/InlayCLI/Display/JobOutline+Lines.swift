import Inlay

extension JobOutline {
  /// The plan as a tree, the target first, with what each operation is believed to give, and after a run what it did.
  func lines(width: Int?, isStyled: Bool) -> [String] {
    let title = Row(
      tree: "write \(folder.printable)", node: node, plan: nil, operators: write.map { [$0] } ?? [])
    let rows = [title] + Self.rows(of: plan, under: "", isLast: true)
    let hasRun = write != nil
    let numbers =
      ["expected rows", "expected bytes"] + (hasRun ? ["rows in", "rows out", "read", "busy"] : [])
    return TextTable(
      headings: [.init(lines: ["operation"])] + numbers.map { .init(lines: [$0], isNumeric: true) }
        + [.init(lines: ["node"])],
      rows: rows.map { $0.cells(hasRun: hasRun) }, width: width, isStyled: isStyled
    ).lines()
  }

  /// One operation: its place in the tree, and its numbers.
  private struct Row {
    let tree: String
    let node: String?
    let plan: PlanOutline?
    let operators: [OperatorReport]

    func cells(hasRun: Bool) -> [String] {
      let estimate = plan?.estimate
      var cells = [
        tree, Self.rowCount(of: estimate),
        estimate.map { $0.byteCount > 0 ? Quantity.bytes($0.byteCount) : "" } ?? "",
      ]
      if hasRun { cells += counts }
      return cells + [node?.printable ?? ""]
    }

    /// The expected rows, with a mark where they are judged by a sample.
    private static func rowCount(of estimate: SizeEstimate?) -> String {
      if let known = estimate?.rowCount { return Quantity.count(known) }
      return estimate?.likelyRowCount.map { "~\(Quantity.count($0))" } ?? ""
    }

    private var counts: [String] {
      guard let last = operators.last else { return ["", "", "", ""] }
      // What a join's build took in came in as well.
      let rowsIn = operators.reduce(0) { $0 + $1.rowsIn }
      let bytes = operators.reduce(0) { $0 + $1.byteCount }
      return [
        last.kind == .scan ? "" : Quantity.count(rowsIn), Quantity.count(last.rowsOut),
        bytes > 0 ? Quantity.bytes(bytes) : "", Quantity.seconds(operators.reduce(0) { $0 + $1.busySeconds }),
      ]
    }
  }

  private static func rows(of plan: PlanOutline, under margin: String, isLast: Bool) -> [Row] {
    let own = Row(
      tree: margin + (isLast ? "└ " : "├ ") + plan.operation.printable, node: plan.label, plan: plan,
      operators: plan.operators)
    let below = margin + (isLast ? "  " : "│ ")
    return [own]
      + plan.inputs.enumerated().flatMap { index, input in
        rows(of: input, under: below, isLast: index == plan.inputs.count - 1)
      }
  }
}
