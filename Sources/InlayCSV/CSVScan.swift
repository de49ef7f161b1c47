import InlayBytes
import InlayColumns

/// One reading of files of delimited text.
final class CSVScan: BatchScan {
  private let names: [String]
  private let plan: ReadPlan
  private let pool = ScratchPool()
  private let pieces: FilePieces<CSVFile>

  init(_ files: [SurveyedFile], names: [String], options: CSVOptions, plan: ReadPlan) {
    self.names = names
    self.plan = plan
    pieces = FilePieces(
      files,
      open: { found in
        let file = try CSVFile(found.open(), options)
        if let others = file.names {
          try CSVHeaders.requireEqual(others, of: found.path, to: names, of: files[0].path)
        }
        return file
      },
      lineCounter: { CSVFile.lineCounter($0, options) })
  }

  var schema: Schema { plan.schema }
  var progress: ScanProgress { pieces.progress }

  func nextMorsel() throws -> Morsel? { try pieces.nextMorsel() }
  func verify() throws { try pieces.verify() }

  func read(_ morsel: Morsel) throws -> RecordBatch {
    let chunk = try pieces.piece(of: morsel)
    let parsed = pool.withScratch { ChunkParser(plan: plan, chunk: chunk).parse(&$0) }
    try report(parsed.faults, of: morsel)
    pieces.count(rows: parsed.rowCount)
    return RecordBatch(schema: plan.schema, columns: parsed.columns, rowCount: parsed.rowCount)
  }

  /// Returns what is known of the columns' types after a morsel's values, which can only narrow it.
  func refine(_ known: [ColumnGuess], _ morsel: Morsel) throws -> [ColumnGuess] {
    let chunk = try pieces.piece(of: morsel)
    var guesses = known
    let faults = pool.withScratch { scratch in
      let (table, faults) = ChunkParser(plan: plan, chunk: chunk).rows(&scratch)
      table.refine(&guesses, nullTexts: plan.nullTexts)
      return faults
    }
    try report(faults, of: morsel)
    return guesses
  }

  /// Throws the first fault, or notes all of them.
  private func report(_ faults: [RowFault], of morsel: Morsel) throws {
    guard let first = faults.first else { return }
    let start = try pieces.piece(of: morsel).offset
    guard plan.onBadRow == .skip else {
      throw try pieces.located(error(first, first.kind.message, from: start), in: morsel)
    }
    let errors = faults.prefix(Rejections.reportedCount).map { error($0, $0.kind.problem, from: start) }
    try pieces.leaveOut(errors, count: faults.count, of: morsel)
  }

  private func error(_ fault: RowFault, _ message: String, from start: Int) -> InlayError {
    InlayError(
      .corrupt, message, at: .init(byteOffset: start + fault.offset, column: fault.column.map { names[$0] }))
  }
}
