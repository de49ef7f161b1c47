import InlayBytes
import InlayColumns

/// Where the row groups of a file end, for all of its lanes.
///
/// A row group ends with the row that fills it: the last one that it may have, or the one with which its values take as
/// many bytes as it shall have. What a row weighs depends on its values alone (``RowWeights``), so the cuts depend
/// neither on batches nor on threads. Every lane sees every batch in order, but none waits for the others: the first one
/// that comes to a batch weighs its rows and finds the cuts, which the others look up.
final class RowGroupCuts: Sendable {
  private let rowsPerGroup: Int
  private let bytesPerGroup: Int?
  private let state = Gate(State())

  private struct State {
    // For each complete row group the number of rows up to its end.
    var ends: [Int] = []
    // The rows that have been looked at.
    var rowCount = 0
    var rowsInGroup = 0
    var bytesInGroup = 0

    mutating func endGroup(at row: Int) {
      ends.append(row)
      (rowsInGroup, bytesInGroup) = (0, 0)
    }
  }

  init(_ options: ParquetWriterOptions) {
    rowsPerGroup = options.rowsPerGroup
    bytesPerGroup = options.bytesPerGroup
  }

  /// Finds the cuts of a batch that begins with a row, unless another lane has done so.
  func find(in batch: RecordBatch, firstRow: Int) {
    state.withLock { state in
      guard firstRow + batch.rowCount > state.rowCount else { return }
      precondition(firstRow == state.rowCount, "every lane is given the same rows")
      if let bytesPerGroup {
        cut(RowWeights(batch).bytes, bytesPerGroup, &state)
      } else {
        cut(rowCount: batch.rowCount, &state)
      }
      state.rowCount += batch.rowCount
    }
  }

  private func cut(rowCount: Int, _ state: inout State) {
    var row = 0
    while state.rowsInGroup + rowCount - row >= rowsPerGroup {
      row += rowsPerGroup - state.rowsInGroup
      state.endGroup(at: state.rowCount + row)
    }
    state.rowsInGroup += rowCount - row
  }

  private func cut(_ weights: [Int], _ bytesPerGroup: Int, _ state: inout State) {
    for row in weights.indices {
      state.rowsInGroup += 1
      state.bytesInGroup += weights[row]
      guard state.bytesInGroup >= bytesPerGroup || state.rowsInGroup == rowsPerGroup else { continue }
      state.endGroup(at: state.rowCount + row + 1)
    }
  }

  /// Ends the present row group behind the last row that was found, if it has a row.
  func finishRowGroup() {
    state.withLock { state in
      if state.rowsInGroup > 0 { state.endGroup(at: state.rowCount) }
    }
  }

  /// Returns the number of rows up to the end of a row group; nil when it lies behind the rows that were found so far.
  func end(ofRowGroup number: Int) -> Int? {
    state.withLock { number < $0.ends.count ? $0.ends[number] : nil }
  }
}
