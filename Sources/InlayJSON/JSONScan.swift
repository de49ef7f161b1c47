import InlayBytes
import InlayColumns

/// One reading of files of JSON.
final class JSONScan: BatchScan {
  let schema: Schema
  private let options: JSONOptions
  private let pieces: FilePieces<JSONFile>

  /// - Parameter schema: The columns of the batches.
  init(_ files: [SurveyedFile], options: JSONOptions, schema: Schema) {
    self.options = options
    self.schema = schema
    pieces = FilePieces(
      files, open: { try JSONFile($0.open(), options) }, lineCounter: { options.lineCounter($0) })
  }

  var progress: ScanProgress { pieces.progress }

  func nextMorsel() throws -> Morsel? { try pieces.nextMorsel() }
  func verify() throws { try pieces.verify() }

  func read(_ morsel: Morsel) throws -> RecordBatch {
    let rows = try pieces.piece(of: morsel).rows(schema, options)
    try report(rows.faults, of: morsel)
    pieces.count(rows: rows.rowCount)
    return RecordBatch(schema: schema, columns: rows.columns, rowCount: rows.rowCount)
  }

  /// Returns what a morsel's records say of the columns' types.
  func guess(_ morsel: Morsel) throws -> TypeGuess {
    let (guess, faults) = try pieces.piece(of: morsel).guess(options)
    try report(faults, of: morsel)
    return guess
  }

  /// Throws the first fault, or notes all of them.
  private func report(_ faults: [UnitFault], of morsel: Morsel) throws {
    guard let first = faults.first else { return }
    let start = try pieces.piece(of: morsel).piece.offset
    guard options.onBadRow == .skip else {
      throw try pieces.located(first.fault.error(first.fault.kind.message, from: start), in: morsel)
    }
    let errors = faults.prefix(Rejections.reportedCount).map {
      $0.fault.error($0.fault.kind.problem, from: start)
    }
    try pieces.leaveOut(errors, count: faults.count, of: morsel)
  }
}
