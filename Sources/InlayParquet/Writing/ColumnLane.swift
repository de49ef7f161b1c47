import InlayBytes
import InlayColumns

/// One column of a file that is being written: cuts its batches at the borders of the row groups, which follow from
/// the number of rows alone, and hands each finished chunk on.
final class ColumnLane: Sendable {
  private let layout: ColumnLayout
  private let rowsPerGroup: Int
  private let state = Gate(State())

  private struct State {
    // Made by the first row, gone after the last: a file that waits for its turn costs nothing.
    var encoder: (any ColumnEncoder)?
    var rowsInGroup = 0
    var rowGroup = 0
    var rowCount: Int { rowsBefore + rowsInGroup }
    var rowsBefore = 0
  }

  init(_ layout: ColumnLayout, rowsPerGroup: Int) {
    self.layout = layout
    self.rowsPerGroup = rowsPerGroup
  }

  /// Takes the column's part of a batch in; `deliver` gets each chunk that is complete, with its row group.
  func write(
    _ column: Column, _ options: ParquetWriterOptions, deliver: (EncodedChunk, Int) throws -> Void
  ) throws {
    try state.withLock { state in
      let present = try presence(of: column, from: state.rowCount)
      var row = 0
      while row < column.count {
        let encoder = try state.encoder ?? layout.makeEncoder(options)
        state.encoder = encoder
        let end = min(column.count, row + rowsPerGroup - state.rowsInGroup)
        let isWhole = row == 0 && end == column.count
        try encoder.append(isWhole ? column : column[row..<end], present: present?[row..<end])
        state.rowsInGroup += end - row
        row = end
        if state.rowsInGroup == rowsPerGroup { try finishGroup(&state, deliver) }
      }
    }
  }

  /// Completes the last chunk; returns the number of rows that were written.
  func finish(deliver: (EncodedChunk, Int) throws -> Void) throws -> Int {
    try state.withLock { state in
      if state.rowsInGroup > 0 { try finishGroup(&state, deliver) }
      state.encoder = nil
      return state.rowCount
    }
  }

  /// Lets go of everything.
  func abandon() { state.withLock { $0.encoder = nil } }

  private func finishGroup(
    _ state: inout State, _ deliver: (EncodedChunk, Int) throws -> Void
  ) throws {
    guard let encoder = state.encoder else { return }
    try deliver(try encoder.finishChunk(), state.rowGroup)
    state.rowsBefore += state.rowsInGroup
    state.rowsInGroup = 0
    state.rowGroup += 1
  }

  private func presence(of column: Column, from firstRow: Int) throws -> Bitmap? {
    guard let present = column.presence() else { return nil }
    guard layout.field.isNullable else {
      let row = firstRow + ((0..<present.count).first { !present[$0] } ?? 0)
      throw InlayError(
        .invalidInput,
        "a column that is declared without nulls has one; declare it nullable, or fill it in: row \(row)")
    }
    return present
  }
}
