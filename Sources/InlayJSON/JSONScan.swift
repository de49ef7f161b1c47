import InlayBytes
import InlayColumns

/// One reading of files of JSON.
final class JSONScan: BatchScan {
  let schema: Schema
  private let files: [SurveyedFile]
  private let options: JSONOptions
  private let rejections: Rejections
  private let cursor = Gate(Cursor())
  private let rowCount = Gate(0)

  /// Where the serial part of the scan stands.
  private struct Cursor {
    var fileIndex = 0
    var file: JSONFile?
    var sequence = 0
    /// The bytes of the files before the open one.
    var byteCount = 0
    /// Those of all files that were opened.
    var witnesses: [FileWitness] = []
  }

  /// A piece on its way to a worker.
  private struct Content: Sendable {
    let file: Int
    let records: RecordPiece
  }

  /// - Parameter schema: The columns of the batches.
  init(_ files: [SurveyedFile], options: JSONOptions, schema: Schema) {
    self.files = files
    self.options = options
    self.schema = schema
    rejections = Rejections { options.lineCounter(files[$0].path) }
  }

  var progress: ScanProgress {
    var progress = ScanProgress()
    progress.byteCount = cursor.withLock { $0.byteCount + ($0.file?.consumedByteCount ?? 0) }
    progress.rowCount = rowCount.withLock { $0 }
    progress.rejectedRowCount = rejections.count
    progress.rejections = rejections.texts
    return progress
  }

  // MARK: Cutting

  func nextMorsel() throws -> Morsel? {
    try cursor.withLock { cursor in
      while cursor.fileIndex < files.count {
        if let records = try nextPiece(&cursor) {
          defer { cursor.sequence += 1 }
          return Morsel(sequence: cursor.sequence, content: Content(file: cursor.fileIndex, records: records))
        }
        cursor.byteCount += cursor.file?.byteCount ?? 0
        cursor.fileIndex += 1
        cursor.file = nil
      }
      return nil
    }
  }

  private func nextPiece(_ cursor: inout Cursor) throws -> RecordPiece? {
    let found = files[cursor.fileIndex]
    do {
      if cursor.file == nil {
        let file = try JSONFile(found.open(), options)
        cursor.witnesses.append(file.witness)
        cursor.file = file
      }
      return try cursor.file?.nextPiece()
    } catch let error as InlayError {
      throw options.lineCounter(found.path).located(error)
    }
  }

  func verify() throws {
    for witness in cursor.withLock({ $0.witnesses }) { try witness.verify() }
  }

  // MARK: Reading

  func read(_ morsel: Morsel) throws -> RecordBatch {
    let content = try content(of: morsel)
    let rows = content.records.rows(schema, options)
    try report(rows.faults, morsel.sequence, content)
    rowCount.withLock { $0 += rows.rowCount }
    return RecordBatch(schema: schema, columns: rows.columns, rowCount: rows.rowCount)
  }

  /// Returns what a morsel's records say of the columns' types.
  func guess(_ morsel: Morsel) throws -> TypeGuess {
    let content = try content(of: morsel)
    let (guess, faults) = content.records.guess(options)
    try report(faults, morsel.sequence, content)
    return guess
  }

  private func content(of morsel: Morsel) throws -> Content {
    guard let content = morsel.content as? Content else {
      throw InlayError(.invalidInput, "the morsel is of another scan; read each with the scan that gave it")
    }
    return content
  }

  /// Throws the first fault, or notes all of them.
  private func report(_ faults: [UnitFault], _ sequence: Int, _ content: Content) throws {
    guard let first = faults.first else { return }
    let start = content.records.piece.offset
    guard options.onBadRow == .skip else {
      let error = first.fault.error(first.fault.kind.message, from: start)
      throw options.lineCounter(files[content.file].path).located(error)
    }
    let errors = faults.prefix(Rejections.reportedCount).map {
      $0.fault.error($0.fault.kind.problem, from: start)
    }
    rejections.add(errors, count: faults.count, sequence: sequence, file: content.file)
  }
}
