package import InlayBytes

/// A text file that is open and gives piece after piece, each of whole records.
package protocol PieceReader {
  /// What a worker reads at one go.
  associatedtype Piece: Sendable
  /// The number of bytes of the file itself.
  var byteCount: Int { get }
  /// The number of them that were taken.
  var consumedByteCount: Int { get }
  /// Tells whether the file is still what it was.
  var witness: FileWitness { get }
  /// Takes the next piece; nil at the end.
  mutating func nextPiece() throws -> Piece?
}

/// The pieces of text files as morsels, one file after the other, and an account of what was read of them.
package final class FilePieces<File: PieceReader>: Sendable {
  private let files: [SurveyedFile]
  private let open: @Sendable (SurveyedFile) throws -> File
  private let lineCounter: @Sendable (_ path: String) -> LineCounter
  private let rejections: Rejections
  private let cursor = Gate(Cursor())
  private let rowCount = Gate(0)

  /// Where the serial part of the reading stands.
  private struct Cursor {
    var fileIndex = 0
    var file: File?
    var sequence = 0
    /// The bytes of the files before the open one.
    var byteCount = 0
    /// Those of all files that were opened.
    var witnesses: [FileWitness] = []
  }

  /// A piece on its way to a worker.
  private struct Content: Sendable {
    let file: Int
    let piece: File.Piece
  }

  /// Begins before the first piece.
  ///
  /// - Parameters:
  ///   - open: Opens a file when its turn has come.
  ///   - lineCounter: Makes what tells the lines of a file.
  package init(
    _ files: [SurveyedFile], open: @escaping @Sendable (SurveyedFile) throws -> File,
    lineCounter: @escaping @Sendable (_ path: String) -> LineCounter
  ) {
    self.files = files
    self.open = open
    self.lineCounter = lineCounter
    rejections = Rejections { lineCounter(files[$0].path) }
  }

  // MARK: Cutting

  /// Cuts the next morsel; nil behind the last one. Called by one thread at a time.
  package func nextMorsel() throws -> Morsel? {
    try cursor.withLock { cursor in
      while cursor.fileIndex < files.count {
        if let piece = try nextPiece(&cursor) {
          defer { cursor.sequence += 1 }
          return Morsel(sequence: cursor.sequence, content: Content(file: cursor.fileIndex, piece: piece))
        }
        cursor.byteCount += cursor.file?.byteCount ?? 0
        cursor.fileIndex += 1
        cursor.file = nil
      }
      return nil
    }
  }

  private func nextPiece(_ cursor: inout Cursor) throws -> File.Piece? {
    let found = files[cursor.fileIndex]
    do {
      if cursor.file == nil {
        let file = try open(found)
        cursor.witnesses.append(file.witness)
        cursor.file = file
      }
      return try cursor.file?.nextPiece()
    } catch let error as InlayError {
      throw lineCounter(found.path).located(error)
    }
  }

  /// Makes sure that the files are still what they were when they were opened.
  package func verify() throws {
    for witness in cursor.withLock({ $0.witnesses }) { try witness.verify() }
  }

  // MARK: Reading

  /// Returns what a morsel holds.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for one that was not cut here.
  package func piece(of morsel: Morsel) throws -> File.Piece { try content(of: morsel).piece }

  /// Counts rows that were read.
  package func count(rows: Int) { rowCount.withLock { $0 += rows } }

  /// Notes that rows of a morsel are left out.
  ///
  /// - Parameters:
  ///   - errors: What is wrong with the first of them.
  ///   - count: How many they are.
  package func leaveOut(_ errors: [InlayError], count: Int, of morsel: Morsel) throws {
    rejections.add(errors, count: count, sequence: morsel.sequence, file: try content(of: morsel).file)
  }

  /// Returns an error of a morsel with its file and line.
  package func located(_ error: InlayError, in morsel: Morsel) throws -> InlayError {
    lineCounter(files[try content(of: morsel).file].path).located(error)
  }

  private func content(of morsel: Morsel) throws -> Content {
    guard let content = morsel.content as? Content else {
      throw InlayError(.invalidInput, "the morsel is of another scan; read each with the scan that gave it")
    }
    return content
  }

  /// What has been read so far.
  package var progress: ScanProgress {
    var progress = ScanProgress()
    progress.byteCount = cursor.withLock { $0.byteCount + ($0.file?.consumedByteCount ?? 0) }
    progress.rowCount = rowCount.withLock { $0 }
    progress.rejectedRowCount = rejections.count
    progress.rejections = rejections.texts
    return progress
  }
}
