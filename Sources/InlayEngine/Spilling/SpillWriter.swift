import InlayBytes
import InlayColumns

/// Puts rows into a temporary file, those of each part in blocks of their own.
@safe
final class SpillWriter: @unchecked Sendable {
  // Safe: a lane of a sink has it to itself; the run's gate orders the threads that work for a lane.
  private let schema: Schema
  private let file: SpillFile
  private let blockSize: Int
  private let waiting: [Waiting]
  private var parts: [SpilledRows.Part]
  let partitions: KeyPartitions

  /// What a part's next block will be.
  private final class Waiting {
    var bytes = ValueBuilder<UInt8>()
    var rowCount = 0
  }

  private static let blockSizes = 16 << 10...1 << 20

  /// - Parameters:
  ///   - folder: Where the file is.
  ///   - memory: How many bytes the blocks of all parts may fill before they are written.
  init(_ schema: Schema, _ partitions: KeyPartitions, inFolder folder: String, memory: Int) throws {
    self.schema = schema
    self.partitions = partitions
    file = try SpillFile(inFolder: folder)
    let sizes = Self.blockSizes
    blockSize = min(max(memory / partitions.count, sizes.lowerBound), sizes.upperBound)
    waiting = (0..<partitions.count).map { _ in Waiting() }
    parts = Array(repeating: SpilledRows.Part(), count: partitions.count)
  }

  /// Takes the rows of a batch.
  ///
  /// - Parameter firstRow: What is added to the rows' numbers; nil when they have none, or those that they keep.
  func append(_ encoded: EncodedParts, numberedFrom firstRow: Int? = nil) throws {
    for part in parts.indices where encoded.rowCounts[part] > 0 {
      let next = waiting[part]
      let start = next.bytes.count
      next.bytes.append(contentsOf: encoded.bytes[encoded.starts[part]..<encoded.starts[part + 1]].span)
      if let firstRow {
        NumberedRows.add(firstRow, toRowsAt: start, count: encoded.rowCounts[part], in: &next.bytes)
      }
      next.rowCount += encoded.rowCounts[part]
      if next.bytes.count >= blockSize { try writeBlock(ofPart: part) }
    }
  }

  private func writeBlock(ofPart part: Int) throws {
    let next = waiting[part]
    guard next.rowCount > 0 else { return }
    let range = try file.append(next.bytes.rawSpan)
    parts[part].blocks.append(SpilledRows.Block(range: range, rowCount: next.rowCount))
    next.bytes.truncate(to: 0)
    next.rowCount = 0
  }

  /// Writes what waits, and hands over all rows.
  func finish() throws -> SpilledRows {
    for part in parts.indices {
      try writeBlock(ofPart: part)
      waiting[part].bytes = ValueBuilder()
    }
    return SpilledRows(schema: schema, parts: parts, file: file)
  }
}
