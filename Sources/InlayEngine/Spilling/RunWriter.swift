import InlayBytes
import InlayColumns

/// Puts sorted rows into a temporary file, one run after the other.
struct RunWriter {
  private let schema: Schema
  private let file: SpillFile
  private var runs: [SpilledRows.Part] = []

  /// About how many bytes a block has. One block of each run is in memory while runs are merged.
  private static let blockSize = 128 << 10

  /// - Parameter folder: Where the file is.
  init(_ schema: Schema, inFolder folder: String) throws {
    self.schema = schema
    file = try SpillFile(inFolder: folder)
  }

  /// Writes a run: rows in order.
  ///
  /// - Parameter byteCount: About how many bytes the rows have, which says how many of them make a block.
  mutating func append(_ batches: [RecordBatch], byteCount: Int) throws {
    let rowCount = batches.reduce(0) { $0 + $1.rowCount }
    let blockRows = max(1, rowCount / max(1, byteCount / Self.blockSize))
    var run = SpilledRows.Part()
    for batch in batches {
      for start in stride(from: 0, to: batch.rowCount, by: blockRows) {
        run.blocks.append(try write(batch.slice(start..<min(start + blockRows, batch.rowCount))))
      }
    }
    runs.append(run)
  }

  private func write(_ rows: RecordBatch) throws -> SpilledRows.Block {
    var bytes = ValueBuilder<UInt8>()
    bytes.append(littleEndian: UInt32(truncatingIfNeeded: rows.rowCount))
    for column in rows.columns { ColumnEncoder.append(column, to: &bytes) }
    return SpilledRows.Block(range: try file.append(bytes.rawSpan), rowCount: rows.rowCount)
  }

  /// The runs so far, one a part.
  var rows: SpilledRows { SpilledRows(schema: schema, parts: runs, file: file) }
}
