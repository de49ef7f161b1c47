import InlayBytes
import InlayColumns

/// One leaf column of a file that is being written, or every so many of its row groups: cuts its batches at the borders
/// of the row groups, which are the same for all lanes, and hands each finished chunk on.
final class ColumnLane: Sendable {
  private let layout: ColumnLayout
  private let cuts: RowGroupCuts
  private let share: Share
  private let state = Gate(State())

  /// The row groups that a lane encodes; it passes over the rows of all others.
  struct Share {
    var number: Int
    var count: Int

    func holds(rowGroup: Int) -> Bool { rowGroup % count == number }
  }

  private struct State {
    // Made by the first row, gone after the last: a file that waits for its turn costs nothing.
    var encoder: (any ColumnEncoder)?
    var bloom: BloomCollector?
    var rowsInGroup = 0
    var rowGroup = 0
    var rowCount: Int { rowsBefore + rowsInGroup }
    var rowsBefore = 0
  }

  init(_ layout: ColumnLayout, _ cuts: RowGroupCuts, _ share: Share) {
    self.layout = layout
    self.cuts = cuts
    self.share = share
  }

  /// Takes the column's part of a batch in; `deliver` gets each chunk that is complete, with its row group.
  func write(
    _ batch: RecordBatch, _ options: ParquetWriterOptions, deliver: (EncodedChunk, Int) throws -> Void
  ) throws {
    let column = batch.columns[layout.path.column]
    try state.withLock { state in
      let firstRow = state.rowCount
      cuts.find(in: batch, firstRow: firstRow)
      var row = 0
      while row < column.count {
        let groupEnd = cuts.end(ofRowGroup: state.rowGroup).map { $0 - firstRow }
        let end = min(column.count, groupEnd ?? .max, row + rowsPerPart)
        if share.holds(rowGroup: state.rowGroup) {
          try encode(row == 0 && end == column.count ? column : column[row..<end], options, &state)
        }
        state.rowsInGroup += end - row
        row = end
        if row == groupEnd { try finishGroup(&state, deliver) }
      }
    }
  }

  private func encode(_ column: Column, _ options: ParquetWriterOptions, _ state: inout State) throws {
    let encoder = try state.encoder ?? layout.makeEncoder(options)
    state.encoder = encoder
    let entries = try entries(of: column, firstRow: state.rowCount)
    try encoder.append(entries)
    collect(entries, options, &state)
  }

  /// The most rows that are taken at a time: the levels of nested ones are made for all of them.
  private var rowsPerPart: Int { layout.path.isFlat ? .max / 2 : 8_192 }

  /// Completes the present chunk, so that the next row begins a row group; returns the number of rows before it.
  func finishRowGroup(deliver: (EncodedChunk, Int) throws -> Void) throws -> Int {
    try state.withLock { state in
      if state.rowsInGroup > 0 { try finishGroup(&state, deliver) }
      return state.rowCount
    }
  }

  /// Completes the last chunk; returns the number of rows that were written.
  func finish(deliver: (EncodedChunk, Int) throws -> Void) throws -> Int {
    try state.withLock { state in
      if state.rowsInGroup > 0 { try finishGroup(&state, deliver) }
      (state.encoder, state.bloom) = (nil, nil)
      return state.rowCount
    }
  }

  /// Lets go of everything.
  func abandon() { state.withLock { ($0.encoder, $0.bloom) = (nil, nil) } }

  /// Notes values for the bloom filter of a column that gets one.
  private func collect(_ entries: LeafEntries, _ options: ParquetWriterOptions, _ state: inout State) {
    guard !options.bloomFilters.isEmpty, let bloom = options.bloomFilters[layout.dottedPath] else { return }
    let collector = state.bloom ?? BloomCollector(bloom, layout)
    state.bloom = collector
    collector.append(entries)
  }

  private func finishGroup(
    _ state: inout State, _ deliver: (EncodedChunk, Int) throws -> Void
  ) throws {
    if share.holds(rowGroup: state.rowGroup), let encoder = state.encoder {
      var chunk = try encoder.finishChunk()
      chunk.bloomFilter = state.bloom?.finishChunk()
      try deliver(chunk, state.rowGroup)
    }
    state.rowsBefore += state.rowsInGroup
    state.rowsInGroup = 0
    state.rowGroup += 1
  }

  private func entries(of column: Column, firstRow: Int) throws -> LeafEntries {
    guard layout.path.isFlat else {
      return try Shredder.entries(of: column, layout.path, firstRow: firstRow)
    }
    let present = column.presence()
    if let present, !layout.isNullable {
      throw Shredder.missing(atRow: firstRow + ((0..<present.count).first { !present[$0] } ?? 0))
    }
    return LeafEntries(values: column, levels: EntryLevels(count: column.count, present: present))
  }
}
