import InlayBytes
import InlayColumns

/// Finds the columns by looking at every record of every file.
enum TypeInference {
  /// Returns the members of all records with the types that hold all their values.
  ///
  /// - Throws: The error of the first bad record, unless bad rows are to be left out, and what opening a file throws.
  static func schema(of files: [SurveyedFile], _ options: JSONOptions, _ workers: Workers) throws -> Schema {
    let scan = JSONScan(files, options: options, schema: Schema([]))
    do {
      let found = try Survey.of(
        scan, from: MembersInOrder(limit: options.maxInferredColumns), workers,
        look: { morsel, _ in try scan.guess(morsel) },
        merge: { known, guess, sequence in try known.add(guess, sequence: sequence) })
      return Schema(try found.guess.fields())
    } catch let error as InlayError where files.count == 1 {
      throw error.located(in: .init(file: files[0].path))
    }
  }
}

/// What records told so far: members keep the order in which they are first seen.
private struct MembersInOrder {
  let limit: Int
  let guess = TypeGuess()
  /// Guesses that came before those of earlier records.
  private var early: [Int: TypeGuess] = [:]
  private var mergedCount = 0

  init(limit: Int) { self.limit = limit }

  mutating func add(_ other: TypeGuess, sequence: Int) throws {
    early[sequence] = other
    while let next = early.removeValue(forKey: mergedCount) {
      guess.merge(next)
      if guess.memberCount > limit {
        throw InlayError(.limitExceeded, RecordFault(.tooManyColumns(limit: limit), at: 0).kind.finalMessage)
      }
      mergedCount += 1
    }
  }
}
