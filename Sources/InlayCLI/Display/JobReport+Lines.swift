import Inlay

extension JobReport {
  /// The report as lines of text: the operators with what went through them, as a list or as trees of the plans, the
  /// targets, and what was left out.
  func lines(showsPlan: Bool) -> [String] {
    warnings.map(\.description) + (showsPlan ? planLines : operatorTable.lines()) + targets.map(Self.line)
      + [RunDisplay.summary(run, job ?? "the job")] + RunDisplay.rejections(run)
  }

  private static func line(_ target: Target) -> String {
    let files = target.files.count == 1 ? "1 file" : "\(Quantity.count(target.files.count)) files"
    return """
      \(target.node.printable): \(Quantity.count(target.rowCount)) rows, \(target.columns.count) columns in \(files) in \
      \(target.folder.printable)
      """
  }

  private var planLines: [String] {
    let stream = Terminal.Stream.error
    return outlines.flatMap { $0.lines(width: stream.width, isStyled: stream.isStyled) + [""] }
  }

  private var operatorTable: TextTable {
    let numbers = ["rows in", "rows out", "bytes", "busy"].map {
      TextTable.Heading(lines: [$0], isNumeric: true)
    }
    return TextTable(
      headings: [.init(lines: ["operator"])] + numbers + [.init(lines: ["node"])],
      rows: run.operators.map { step in
        [
          step.kind.rawValue, Quantity.count(step.rowsIn), Quantity.count(step.rowsOut),
          step.byteCount > 0 ? Quantity.bytes(step.byteCount) : "", Quantity.seconds(step.busySeconds),
          step.label?.printable ?? "",
        ]
      }, width: Terminal.Stream.error.width, isStyled: Terminal.Stream.error.isStyled)
  }
}
