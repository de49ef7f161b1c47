import InlayBytes
import InlayColumns
import Synchronization

/// The rows of a join whose build side does not fit in memory: both sides lie in temporary files, in parts by their
/// keys, and one part after the other is joined in memory.
final class SpilledJoinScan: SplittingScan {
  private let passes: SpilledJoinPasses
  private let state: Mutex<State>

  private struct State {
    var passes: SpilledJoinPasses.Iterator
    var current: Pipeline?
    var morselCount = 0
  }

  /// A morsel with the pass that it belongs to.
  private struct Piece: Sendable {
    let pipeline: Pipeline
    let morsel: Morsel
  }

  init(_ passes: SpilledJoinPasses) {
    self.passes = passes
    state = Mutex(State(passes: passes.makeIterator()))
  }

  var schema: Schema { passes.join.schema }

  /// Returns the next piece. The table of a part is made by whoever asks for the part's first piece, with the help of
  /// other threads, while those of the part before are still probed.
  func nextMorsel() throws -> Morsel? {
    try state.withLock { state in
      while true {
        if let pipeline = state.current {
          if let morsel = try pipeline.scan.nextMorsel() {
            defer { state.morselCount += 1 }
            return Morsel(
              sequence: state.morselCount, content: Piece(pipeline: pipeline, morsel: morsel))
          }
          // What the part held goes before the next is read.
          state.current = nil
        }
        guard let pass = state.passes.next() else { return nil }
        state.current = try passes.pipeline(of: pass)
      }
    }
  }

  func rows(of morsel: Morsel) throws -> MadeRows {
    guard let piece = morsel.content as? Piece else {
      preconditionFailure("a morsel is read by the scan that gave it")
    }
    return try piece.pipeline.rows(of: piece.morsel)
  }

  /// What is read here was read and counted before.
  var progress: ScanProgress { ScanProgress() }
}
