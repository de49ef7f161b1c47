import InlayBytes

/// Collects what a check finds, and what it could not look at.
struct FindingList {
  private(set) var findings: [ParquetFinding] = []
  /// How many findings there were beyond those that are kept.
  private(set) var omittedCount = 0
  /// What could not be checked, and why.
  private(set) var notes: [InlayError] = []
  /// What was looked at.
  var counts = ParquetCheckReport.Counts()
  private let rules: Set<ParquetFinding.Rule>
  private let limit: Int

  /// Makes an empty list that takes findings of some rules, and keeps `limit` of them and as many notes: a file may have
  /// a fault in every page.
  init(rules: Set<ParquetFinding.Rule>, limit: Int) {
    self.rules = rules
    self.limit = limit
  }

  /// What was found in the file of a name.
  func report(of file: String) -> ParquetCheckReport {
    ParquetCheckReport(
      file: file, findings: findings, omittedCount: omittedCount, notes: notes, counts: counts)
  }

  mutating func add(
    _ rule: ParquetFinding.Rule, _ message: @autoclosure () -> String, at location: InlayError.Location
  ) {
    guard rules.contains(rule) else { return }
    guard findings.count < limit else {
      omittedCount += 1
      return
    }
    findings.append(ParquetFinding(rule: rule, message: message(), location: location))
  }

  /// Adds an error as a finding, or as a note when the file is not to blame.
  mutating func add(_ rule: ParquetFinding.Rule, _ error: InlayError, at location: InlayError.Location) {
    let error = error.located(in: location)
    guard error.code == .corrupt || error.code == .invalidInput else {
      if notes.count < limit, !notes.contains(error) { notes.append(error) }
      return
    }
    add(rule, error.message, at: error.location)
  }

  /// Adds a finding where two numbers that should be one differ.
  mutating func compare<Number: Equatable>(
    _ rule: ParquetFinding.Rule, _ what: @autoclosure () -> String, said: Number?, found: Number,
    at location: InlayError.Location
  ) {
    guard let said, said != found else { return }
    add(rule, "\(what()) is said to be \(said); it is \(found)", at: location)
  }
}
