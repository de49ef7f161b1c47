import InlayBytes
import InlayColumns

/// Finds the columns by looking at every record of every file.
enum TypeInference {
  /// Returns the members of all records with the types that hold all their values.
  ///
  /// - Throws: The error of the first bad record, unless bad rows are to be left out, and what opening a file throws.
  static func schema(of files: [SurveyedFile], _ options: JSONOptions, _ workers: Workers) throws -> Schema {
    let scan = JSONScan(files, options: options, schema: Schema([]))
    let outcome = Gate(Outcome(limit: options.maxInferredColumns))
    workers.run { _ in
      while let morsel = nextMorsel(of: scan, outcome) {
        do {
          let guess = try scan.guess(morsel)
          outcome.withLock { $0.add(guess, sequence: morsel.sequence) }
        } catch {
          outcome.withLock { $0.fail(error, sequence: morsel.sequence) }
        }
      }
    }
    try scan.verify()
    return try outcome.withLock { try $0.schema() }
  }

  /// Takes the next morsel, under the lock because only one thread may; nil at the end or after an error.
  private static func nextMorsel(of scan: JSONScan, _ outcome: Gate<Outcome>) -> Morsel? {
    outcome.withLock { outcome in
      guard outcome.failure == nil else { return nil }
      do {
        try Cancellation.check()
        let morsel = try scan.nextMorsel()
        outcome.nextSequence += 1
        return morsel
      } catch {
        outcome.fail(error, sequence: outcome.nextSequence)
        return nil
      }
    }
  }

  /// What all threads together found.
  private struct Outcome {
    let limit: Int
    private let guess = TypeGuess()
    /// Guesses that came before those of earlier records: members keep the order in which they are first seen.
    private var early: [Int: TypeGuess] = [:]
    private var mergedCount = 0
    var nextSequence = 0
    /// The error that is first in the order of the files: what was taken before it is still looked at.
    private(set) var failure: (sequence: Int, error: any Error)?

    init(limit: Int) { self.limit = limit }

    mutating func add(_ guess: TypeGuess, sequence: Int) {
      early[sequence] = guess
      while let next = early.removeValue(forKey: mergedCount) {
        self.guess.merge(next)
        if self.guess.memberCount > limit {
          let fault = RecordFault(.tooManyColumns(limit: limit), at: 0)
          fail(InlayError(.limitExceeded, fault.kind.finalMessage), sequence: mergedCount)
        }
        mergedCount += 1
      }
    }

    mutating func fail(_ error: any Error, sequence: Int) {
      if let failure, failure.sequence <= sequence { return }
      failure = (sequence, error)
    }

    func schema() throws -> Schema {
      if let failure { throw failure.error }
      return Schema(try guess.fields())
    }
  }
}
