import InlayBytes

/// An output that lies aside until it takes its place.
package protocol StagedOutput: Sendable {
  /// Does all that takes time, such as waiting for the disk; the target stays as it is.
  func prepare() throws

  /// Gives the output its place; when that fails the target is as it was.
  func install() throws

  /// Makes the target what it was before ``install()``.
  func restore()

  /// Removes what was replaced, and lets others write to the target.
  func complete() throws

  /// Removes the output.
  func abandon()
}

/// Gives outputs their places: all of them, or none.
package enum Publication {
  /// Publishes the outputs of a run.
  ///
  /// The moves that others see come last and together; when one fails, those before it are undone.
  ///
  /// - Throws: What keeps an output from its place: all targets are then as they were. When something that was replaced
  ///   cannot be removed: the new files are then in place beside it.
  package static func publish(_ outputs: [any StagedOutput]) throws {
    do {
      for output in outputs { try output.prepare() }
      try Cancellation.check()
      try RunningAreas.uninterrupted { try install(outputs) }
    } catch {
      for output in outputs { output.abandon() }
      throw error
    }
    let failures = outputs.compactMap { output in
      Result { try output.complete() }.failure
    }
    if let first = failures.first { throw first }
  }

  private static func install(_ outputs: [any StagedOutput]) throws {
    for (position, output) in outputs.enumerated() {
      do {
        try output.install()
      } catch {
        for installed in outputs[..<position].reversed() { installed.restore() }
        throw error
      }
    }
  }
}

extension Result where Failure == any Error {
  fileprivate var failure: (any Error)? {
    if case .failure(let error) = self { error } else { nil }
  }
}
