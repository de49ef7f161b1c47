package import InlayBytes

/// Looks at every morsel of a scan, with all threads, before the rows are read: to find the columns' types.
package struct Survey<Known: Sendable>: Sendable {
  private let outcome: Gate<Outcome>

  private struct Outcome {
    var known: Known
    var nextSequence = 0
    /// The error that is first in the order of the files: what was taken before it is still looked at.
    private(set) var failure: (sequence: Int, error: any Error)?

    mutating func fail(_ error: any Error, sequence: Int) {
      if let failure, failure.sequence <= sequence { return }
      failure = (sequence, error)
    }
  }

  private init(_ known: Known) { outcome = Gate(Outcome(known: known)) }

  /// Puts together what all morsels tell.
  ///
  /// - Parameters:
  ///   - known: What is known before.
  ///   - look: Looks at one morsel, with what was known when it was taken; called by all threads.
  ///   - merge: Adds what one morsel told; called by one thread at a time, in any order of the morsels.
  /// - Throws: The error that is first in the order of the rows, and what `BatchScan.verify()` throws.
  package static func of<Found>(
    _ scan: some BatchScan, from known: Known, _ workers: Workers,
    look: @escaping @Sendable (Morsel, Known) throws -> Found,
    merge: @escaping @Sendable (inout Known, Found, _ sequence: Int) throws -> Void
  ) throws -> Known {
    let survey = Survey(known)
    workers.run { _ in
      while let (morsel, known) = survey.nextMorsel(of: scan) {
        do {
          let found = try look(morsel, known)
          try survey.outcome.withLock { try merge(&$0.known, found, morsel.sequence) }
        } catch {
          survey.outcome.withLock { $0.fail(error, sequence: morsel.sequence) }
        }
      }
    }
    try scan.verify()
    return try survey.outcome.withLock { outcome in
      if let failure = outcome.failure { throw failure.error }
      return outcome.known
    }
  }

  /// Takes the next morsel, under the lock because only one thread may; nil at the end or after an error.
  private func nextMorsel(of scan: some BatchScan) -> (Morsel, Known)? {
    outcome.withLock { outcome in
      guard outcome.failure == nil else { return nil }
      do {
        try Cancellation.check()
        let morsel = try scan.nextMorsel()
        outcome.nextSequence += 1
        return morsel.map { ($0, outcome.known) }
      } catch {
        outcome.fail(error, sequence: outcome.nextSequence)
        return nil
      }
    }
  }
}
