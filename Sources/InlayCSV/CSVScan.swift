import InlayBytes
import InlayColumns

/// One reading of files of delimited text.
final class CSVScan: BatchScan {
  private let files: [SurveyedFile]
  private let names: [String]
  private let options: CSVOptions
  private let plan: ReadPlan
  private let scanner: RecordScanner
  private let pool = ScratchPool()
  private let rejections: Rejections
  private let cursor = Gate(Cursor())
  private let rowCount = Gate(0)

  /// Where the serial part of the scan stands.
  private struct Cursor {
    var fileIndex = 0
    var file: CSVFile?
    var sequence = 0
    /// The bytes of the files before the open one.
    var byteCount = 0
    /// Those of all files that were opened.
    var witnesses: [FileWitness] = []
  }

  /// A chunk on its way to a worker.
  private struct Content: Sendable {
    let file: Int
    let chunk: TextPiece
  }

  init(_ files: [SurveyedFile], names: [String], options: CSVOptions, plan: ReadPlan) {
    self.files = files
    self.names = names
    self.options = options
    self.plan = plan
    scanner = RecordScanner(options)
    rejections = Rejections { CSVFile.lineCounter(files[$0].path, options) }
  }

  var schema: Schema { plan.schema }

  var progress: ScanProgress {
    var progress = ScanProgress()
    progress.byteCount = cursor.withLock { $0.byteCount + ($0.file?.text.consumedByteCount ?? 0) }
    progress.rowCount = rowCount.withLock { $0 }
    progress.rejectedRowCount = rejections.count
    progress.rejections = rejections.texts
    return progress
  }

  // MARK: Cutting

  func nextMorsel() throws -> Morsel? {
    try cursor.withLock { cursor in
      while cursor.fileIndex < files.count {
        let file = try cursor.file ?? open(files[cursor.fileIndex])
        if cursor.file == nil { cursor.witnesses.append(file.witness) }
        cursor.file = file
        if let chunk = try nextChunk(file, files[cursor.fileIndex].path) {
          defer { cursor.sequence += 1 }
          return Morsel(
            sequence: cursor.sequence, content: Content(file: cursor.fileIndex, chunk: chunk))
        }
        cursor.byteCount += file.byteCount
        cursor.fileIndex += 1
        cursor.file = nil
      }
      return nil
    }
  }

  private func open(_ found: SurveyedFile) throws -> CSVFile {
    let file = try CSVFile(found.open(), options)
    if let names = file.names {
      try CSVHeaders.requireEqual(names, of: found.path, to: self.names, of: files[0].path)
    }
    return file
  }

  private func nextChunk(_ file: CSVFile, _ path: String) throws -> TextPiece? {
    do {
      return try scanner.nextChunk(file.text)
    } catch let error as InlayError {
      throw CSVFile.lineCounter(path, options).located(error)
    }
  }

  func verify() throws {
    for witness in cursor.withLock({ $0.witnesses }) { try witness.verify() }
  }

  // MARK: Reading

  func read(_ morsel: Morsel) throws -> RecordBatch {
    let content = try content(of: morsel)
    let parsed = pool.withScratch { ChunkParser(plan: plan, chunk: content.chunk).parse(&$0) }
    if !parsed.faults.isEmpty { try report(parsed.faults, morsel.sequence, content) }
    rowCount.withLock { $0 += parsed.rowCount }
    return RecordBatch(schema: plan.schema, columns: parsed.columns, rowCount: parsed.rowCount)
  }

  /// Returns what is known of the columns' types after a morsel's values, which can only narrow it.
  func refine(_ known: [ColumnGuess], _ morsel: Morsel) throws -> [ColumnGuess] {
    let content = try content(of: morsel)
    var guesses = known
    let faults = pool.withScratch { scratch in
      let (table, faults) = ChunkParser(plan: plan, chunk: content.chunk).rows(&scratch)
      table.refine(&guesses, nullTexts: plan.nullTexts)
      return faults
    }
    if !faults.isEmpty { try report(faults, morsel.sequence, content) }
    return guesses
  }

  private func content(of morsel: Morsel) throws -> Content {
    guard let content = morsel.content as? Content else {
      throw InlayError(.invalidInput, "the morsel is of another scan; read each with the scan that gave it")
    }
    return content
  }

  /// Throws the first fault, or notes all of them.
  private func report(_ faults: [RowFault], _ sequence: Int, _ content: Content) throws {
    let isFatal = plan.onBadRow == .fail
    let errors = faults.prefix(isFatal ? 1 : Rejections.reportedCount).map { fault in
      InlayError(
        .corrupt, isFatal ? fault.kind.message : fault.kind.problem,
        at: .init(
          byteOffset: content.chunk.offset + fault.offset, column: fault.column.map { names[$0] }))
    }
    guard isFatal else {
      return rejections.add(errors, count: faults.count, sequence: sequence, file: content.file)
    }
    throw CSVFile.lineCounter(files[content.file].path, options).located(errors[0])
  }
}
