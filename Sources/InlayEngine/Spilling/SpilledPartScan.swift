import InlayColumns
import Synchronization

/// Reads one part of spilled rows, several blocks a morsel.
final class SpilledPartScan: BatchScan {
  let schema: Schema
  private let rows: SpilledRows
  private let transform: @Sendable (RecordBatch, Int) throws -> RecordBatch
  private let pieces: [Piece]
  private let next = Mutex(0)

  /// What one worker reads, and the number of its first row in the part.
  private struct Piece: Sendable {
    var blocks: [SpilledRows.Block]
    var firstRow: Int
  }

  /// How many bytes a worker reads at a time: as much as a morsel of a file.
  private static let pieceSize = 1 << 20

  /// - Parameter transform: What is made of each batch, given the number of its first row in the part.
  init(
    _ rows: SpilledRows, part: Int, giving schema: Schema,
    _ transform: @escaping @Sendable (RecordBatch, Int) throws -> RecordBatch = { batch, _ in batch }
  ) {
    self.rows = rows
    self.schema = schema
    self.transform = transform
    pieces = Self.pieces(of: rows.parts[part].blocks)
  }

  private static func pieces(of blocks: [SpilledRows.Block]) -> [Piece] {
    var pieces: [Piece] = []
    var room = 0
    var row = 0
    for block in blocks {
      if room <= 0 {
        pieces.append(Piece(blocks: [], firstRow: row))
        room = pieceSize
      }
      pieces[pieces.count - 1].blocks.append(block)
      room -= block.range.count
      row += block.rowCount
    }
    return pieces
  }

  func nextMorsel() -> Morsel? {
    next.withLock { next in
      guard next < pieces.count else { return nil }
      defer { next += 1 }
      return Morsel(sequence: next, content: pieces[next])
    }
  }

  func read(_ morsel: Morsel) throws -> RecordBatch {
    guard let piece = morsel.content as? Piece else {
      preconditionFailure("a morsel is read by the scan that gave it")
    }
    return try transform(rows.batch(of: piece.blocks), piece.firstRow)
  }

  /// What is read here was read and counted before.
  var progress: ScanProgress { ScanProgress() }
}
