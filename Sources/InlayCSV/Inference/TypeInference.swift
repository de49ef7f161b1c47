import InlayBytes
import InlayColumns

/// Finds the types of columns by looking at every value of every file.
enum TypeInference {
  /// Returns the narrowest types that all values have.
  ///
  /// - Throws: The error of the first bad row, unless bad rows are to be left out, and what opening a file throws.
  static func schema(
    of files: [SurveyedFile], names: [String], _ options: CSVOptions, decimals: Bool, _ workers: Workers
  ) throws -> Schema {
    let texts = Schema(names.map { Field($0, .string) })
    let plan = ReadPlan(
      options, columns: Array(names.indices), schema: texts, request: ScanRequest(columns: []))
    let scan = CSVScan(files, names: names, options: options, plan: plan)
    let outcome = Gate(Outcome(guesses: names.map { _ in ColumnGuess(decimals: decimals) }))
    workers.run { _ in
      while let (morsel, known) = nextMorsel(of: scan, outcome) {
        do {
          let guesses = try scan.refine(known, morsel)
          outcome.withLock { $0.merge(guesses) }
        } catch {
          outcome.withLock { $0.fail(error, sequence: morsel.sequence) }
        }
      }
    }
    try scan.verify()
    let guesses = try outcome.withLock { try $0.get() }
    return Schema(zip(names, guesses).map { Field($0, $1.type) })
  }

  /// Takes the next morsel, under the lock because only one thread may, and what is known of the columns so far; nil at
  /// the end or after an error.
  private static func nextMorsel(of scan: CSVScan, _ outcome: Gate<Outcome>) -> (Morsel, [ColumnGuess])? {
    outcome.withLock { outcome in
      guard outcome.failure == nil else { return nil }
      do {
        try Cancellation.check()
        let morsel = try scan.nextMorsel()
        outcome.nextSequence += 1
        return morsel.map { ($0, outcome.guesses) }
      } catch {
        outcome.fail(error, sequence: outcome.nextSequence)
        return nil
      }
    }
  }

  /// What all threads together found.
  private struct Outcome {
    var guesses: [ColumnGuess]
    var nextSequence = 0
    /// The error that is first in the order of the files: what was taken before it is still looked at.
    private(set) var failure: (sequence: Int, error: any Error)?

    init(guesses: [ColumnGuess]) { self.guesses = guesses }

    mutating func merge(_ others: [ColumnGuess]) {
      for index in guesses.indices { guesses[index].merge(others[index]) }
    }

    mutating func fail(_ error: any Error, sequence: Int) {
      if let failure, failure.sequence <= sequence { return }
      failure = (sequence, error)
    }

    func get() throws -> [ColumnGuess] {
      if let failure { throw failure.error }
      return guesses
    }
  }
}
