import InlayBytes
import InlayColumns

/// Says which of several parts a row belongs to: rows with equal keys, of either side of a join, to the same.
///
/// The hash is the same in every run, so that the rows come in the same order in every run. Keys that were chosen to be
/// of one part make that part large, and nothing worse: large parts are gone over piece by piece.
struct KeyPartitions: Sendable {
  /// The number of parts, a power of two.
  let count: Int
  /// The positions of the key columns.
  let keys: [Int]

  // Any number will do; tables of keys begin with others.
  private static let seed: UInt64 = 0x51CA_B7E0_2D94_6F3B

  /// The rows of a batch ordered by their parts; within a part they stand as they came.
  struct Division {
    var batch: RecordBatch
    /// Where each part's rows begin, and the last one's end.
    var starts: [Int]
  }

  /// Orders the rows of a batch by their parts; rows without a key, which meet no others, are spread over all.
  func divide(_ batch: RecordBatch) -> Division {
    let keys = KeyColumn(keys.map { batch.columns[$0] }, rowCount: batch.rowCount)
    let parts = parts(of: keys)
    var places = [Int](repeating: 0, count: count + 1)
    let source = parts.span
    for row in source.indices { places[Int(source[row]) + 1] += 1 }
    for part in 0..<count { places[part + 1] += places[part] }
    let starts = places
    var rows = ValueBuilder<UInt32>(capacity: batch.rowCount)
    rows.append(count: batch.rowCount) { room in
      for row in source.indices {
        room[places[Int(source[row])]] = UInt32(truncatingIfNeeded: row)
        places[Int(source[row])] += 1
      }
    }
    let order = rows.freeze()
    return Division(
      batch: RecordBatch(
        schema: batch.schema, columns: batch.columns.map { $0.gathered(order) }, rowCount: batch.rowCount),
      starts: starts)
  }

  /// The number of each row's part.
  private func parts(of keys: KeyColumn) -> Values<UInt16> {
    let hashes = keys.hashes(seed: Self.seed)
    let shift = UInt64(64 - count.trailingZeroBitCount)
    var parts = ValueBuilder<UInt16>(capacity: hashes.count)
    for row in 0..<hashes.count {
      let hasKey = keys.validity?[row] ?? true
      let part = hasKey ? Int(truncatingIfNeeded: hashes[row] >> shift) : row & (count - 1)
      parts.append(UInt16(truncatingIfNeeded: part))
    }
    return parts.freeze()
  }
}
