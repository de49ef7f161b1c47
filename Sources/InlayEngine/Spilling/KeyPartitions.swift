import InlayBytes
import InlayColumns

/// Says which of several parts a row belongs to: rows with equal keys to the same.
///
/// The hash is the same in every run, so that the rows come in the same order in every run. Keys that were chosen to be
/// of one part make that part large, and nothing worse: large parts are gone over piece by piece, or divided once more.
struct KeyPartitions: Sendable {
  /// The number of parts, a power of two.
  let count: Int
  /// The positions of the key columns.
  let keys: [Int]
  /// What nulls are equal to.
  let nulls: Nulls
  /// How often the rows have been divided before, each time in another way.
  var level = 0

  /// What nulls among the keys are equal to.
  enum Nulls {
    /// Nothing: in joins. Rows with nulls are spread over all parts.
    case apart
    /// Each other: in groups.
    case together
  }

  /// The rows of a batch ordered by their parts; within a part they stand as they came.
  struct Division {
    var batch: RecordBatch
    /// Where each part's rows begin, and the last one's end.
    var starts: [Int]
  }

  /// Orders the rows of a batch by their parts.
  ///
  /// - Throws: ``InlayError/Code/limitExceeded`` for keys of 4 GiB or more in one batch.
  func divide(_ batch: RecordBatch) throws -> Division {
    guard count > 1 else { return Division(batch: batch, starts: [0, batch.rowCount]) }
    let parts = try parts(of: batch)
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
  private func parts(of batch: RecordBatch) throws -> Values<UInt16> {
    let columns = keys.map { batch.columns[$0] }
    // Any number will do that is not the same at every level; tables of keys begin with others.
    let seed = 0x51CA_B7E0_2D94_6F3B &+ UInt64(level)
    switch nulls {
    case .apart:
      let keys = KeyColumn(columns, rowCount: batch.rowCount)
      return parts(keys.hashes(seed: seed), keys.validity) { $0 & (count - 1) }
    case .together:
      let keys = try GroupKeys(columns, rowCount: batch.rowCount)
      // Of these the hash of null is one like any other.
      return parts(keys.hashes(seed: seed), nil) { _ in 0 }
    }
  }

  @inline(__always)
  private func parts(_ hashes: Values<UInt64>, _ validity: Bitmap?, ofNull: (Int) -> Int) -> Values<UInt16> {
    let shift = UInt64(64 - count.trailingZeroBitCount)
    var parts = ValueBuilder<UInt16>(capacity: hashes.count)
    for row in 0..<hashes.count {
      let part = validity?[row] ?? true ? Int(truncatingIfNeeded: hashes[row] >> shift) : ofNull(row)
      parts.append(UInt16(truncatingIfNeeded: part))
    }
    return parts.freeze()
  }
}
