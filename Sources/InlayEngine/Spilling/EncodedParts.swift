import InlayBytes
import InlayColumns

/// The rows of a batch as bytes, those of each part together.
struct EncodedParts: Sendable {
  let bytes: Values<UInt8>
  /// Where each part's bytes begin, and the last one's end; nothing for a part without rows.
  let starts: [Int]
  /// The number of rows of each part.
  let rowCounts: [Int]

  /// Divides a batch and writes its parts: for each that has rows their number and then the columns.
  ///
  /// - Throws: ``InlayError/Code/limitExceeded`` for keys of 4 GiB or more.
  init(_ batch: RecordBatch, by partitions: KeyPartitions) throws {
    let division = try partitions.divide(batch)
    var bytes = ValueBuilder<UInt8>()
    var starts = [0]
    var rowCounts: [Int] = []
    for part in 0..<partitions.count {
      let rows = division.starts[part]..<division.starts[part + 1]
      if !rows.isEmpty {
        bytes.append(littleEndian: UInt32(truncatingIfNeeded: rows.count))
        for column in division.batch.columns { ColumnEncoder.append(column[rows], to: &bytes) }
      }
      starts.append(bytes.count)
      rowCounts.append(rows.count)
    }
    self.bytes = bytes.freeze()
    self.starts = starts
    self.rowCounts = rowCounts
  }
}
