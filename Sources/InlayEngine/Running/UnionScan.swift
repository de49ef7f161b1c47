import InlayColumns
import Synchronization

/// The rows of several pipelines, one pipeline after the other, whose morsels are numbered through.
final class UnionScan: SplittingScan {
  let schema: Schema
  private let inputs: [Pipeline]
  private let state = Mutex(State())

  private struct State {
    /// The input whose turn it is.
    var input = 0
    var morselCount = 0
  }

  /// A morsel with the number of the input that it came from.
  private struct Piece: Sendable {
    let input: Int
    let morsel: Morsel
  }

  init(_ inputs: [Pipeline], schema: Schema) {
    self.inputs = inputs
    self.schema = schema
  }

  func nextMorsel() throws -> Morsel? {
    try state.withLock { state in
      while state.input < inputs.count {
        if let morsel = try inputs[state.input].scan.nextMorsel() {
          defer { state.morselCount += 1 }
          return Morsel(sequence: state.morselCount, content: Piece(input: state.input, morsel: morsel))
        }
        state.input += 1
      }
      return nil
    }
  }

  func rows(of morsel: Morsel) throws -> MadeRows {
    guard let piece = morsel.content as? Piece else {
      preconditionFailure("a morsel is read by the scan that gave it")
    }
    return try inputs[piece.input].rows(of: piece.morsel).renamed(schema)
  }

  /// The scans below count for themselves.
  var progress: ScanProgress { ScanProgress() }
}
