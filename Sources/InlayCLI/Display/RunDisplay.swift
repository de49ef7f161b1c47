import Inlay

/// What is told of a run while it goes on and when it is done.
enum RunDisplay {
  /// Runs `body` under a progress line.
  static func showing<Result>(_ title: String?, _ body: (RunMonitor) throws -> Result) throws -> Result {
    let monitor = RunMonitor()
    let line = ProgressLine(monitor, title: title)
    defer { line.finish() }
    return try body(monitor)
  }

  /// Tells what came of a run, in a line, and the rows that were left out.
  static func tell(_ report: RunReport, _ title: String) {
    Terminal.inform(summary(report, title))
    for line in rejections(report) { Terminal.inform(line) }
  }

  /// The line that sums a run up.
  static func summary(_ report: RunReport, _ title: String) -> String {
    let rate = report.elapsedSeconds > 0 ? Double(report.inputByteCount) / report.elapsedSeconds : 0
    return """
      \(title.printable): \(Quantity.count(report.rowCount)) rows of \(Quantity.bytes(report.inputByteCount)) in \
      \(Quantity.seconds(report.elapsedSeconds)) (\(Quantity.bytes(Int(Swift.min(rate, 1e15))))/s, \
      \(Quantity.bytes(report.peakMemoryBytes)) of memory)
      """
  }

  /// The line that says what a filter kept, and what could be left out for it.
  static func skipped(_ report: RunReport) -> String {
    let kept = report.operators.filter { $0.kind == .scan }.reduce(0) { $0 + $1.rowsOut }
    let skipped = report.skipped
    return """
      \(Quantity.count(kept)) of \(Quantity.count(kept + skipped.rowsByFilter)) rows that were read meet the filter; \
      left out: \(Quantity.count(skipped.rowGroupsByStatistics)) row groups by statistics, \
      \(Quantity.count(skipped.rowGroupsByBloomFilter)) by bloom filters, \(Quantity.count(skipped.pagesByIndex)) pages \
      by their index
      """
  }

  /// The rows that were left out, one a line.
  static func rejections(_ report: RunReport) -> [String] {
    guard report.rejectedRowCount > 0 else { return [] }
    let shown = report.rejections.map { "  " + $0.printable }
    let rest = report.rejectedRowCount - shown.count
    let heading =
      report.rejectedRowCount == 1
      ? "1 row was left out:" : "\(Quantity.count(report.rejectedRowCount)) rows were left out:"
    return [heading] + shown
      + (rest > 0 ? ["  and \(Quantity.count(rest)) more"] : [])
  }
}
