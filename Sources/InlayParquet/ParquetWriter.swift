public import InlayBytes
public import InlayColumns
import Synchronization

/// Writes batches into one Parquet file.
///
/// Every leaf column is a lane of its own; where columns are few it has several, which take its row groups in turns. A
/// file's bytes depend on the values and the options only: not on the number of threads, not on how the rows are cut
/// into batches, and not on whether a column comes in dictionary form.
///
/// About one row group is held in compressed form, up to four where columns are few, and a page and a dictionary for each
/// lane; no batch is kept.
public final class ParquetWriter: BatchSink {
  /// The columns of the file.
  public let schema: Schema
  private let options: ParquetWriterOptions
  private let layout: FileLayout
  private let lanes: [ColumnLane]
  private let cuts: RowGroupCuts
  // The last lane, where an order is stated.
  private let sorting: SortingLane?
  private let assembly: FileAssembly
  private let state = Mutex(State())

  private struct State {
    // How many rows each finished lane had.
    var rowCounts: [Int] = []
    var summary: ParquetFileSummary?
  }

  /// Begins a file; nothing is written before the first row group is full.
  ///
  /// - Parameters:
  ///   - schema: The columns, of which there must be one at least; a field that is not nullable takes no nulls. The
  ///     elements of lists and the entries of maps get the names that the format has for them.
  ///   - sink: Where the bytes go. Completing it, such as closing a file, is left to the caller.
  ///   - options: How to write.
  /// - Throws: ``InlayError/Code/invalidInput`` for a schema without columns, with two of one name or with a structure
  ///   without fields, or options that make no sense or do not fit the columns, ``InlayError/Code/limitExceeded`` for
  ///   columns that nest too deep,
  ///   ``InlayError/Code/unsupported`` for a codec that is not built in.
  public init(
    schema: Schema, to sink: any ByteSink, options: ParquetWriterOptions = ParquetWriterOptions()
  ) throws {
    try options.check()
    self.schema = schema
    let options = options.boundedByCodec
    self.options = options
    var layout = try FileLayout(schema)
    let sorted = try options.sortingColumns.map { [layout] in try SortedLeaf($0, layout) }
    if !sorted.isEmpty { layout.sortingColumns = sorted.map(\.sortingColumn) }
    let cuts = RowGroupCuts(options)
    self.cuts = cuts
    sorting = sorted.isEmpty ? nil : SortingLane(sorted, cuts)
    self.layout = layout
    try options.checkBloomFilters(layout.leaves)
    try options.checkEncodings(layout.leaves)
    let shareCount = Self.sharesPerColumn(leafCount: layout.leaves.count)
    lanes = (0..<shareCount).flatMap { number in
      layout.leaves.map { ColumnLane($0, cuts, .init(number: number, count: shareCount)) }
    }
    assembly = FileAssembly(layout, options, sink: sink)
  }

  /// How many lanes a column has: enough that a few threads have work where columns are few. It depends on the file
  /// alone, as what an encoder has learnt of the chunk before shows in the next one's bytes.
  private static func sharesPerColumn(leafCount: Int) -> Int {
    switch leafCount {
    case 1: 4
    case 2...4: 2
    default: 1
    }
  }

  /// One lane or more for each leaf column, and one that compares rows where ``ParquetWriterOptions/sortingColumns`` are
  /// given.
  public var laneCount: Int { lanes.count + (sorting == nil ? 0 : 1) }

  /// The number of the leaf column that a lane encodes.
  private func leaf(ofLane lane: Int) -> Int { lane % layout.leaves.count }

  /// Encodes one leaf column of a batch.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a null in a column that is declared without, and for rows that are
  ///   not in the order that the options state; what the byte sink throws.
  public func write(_ batch: PreparedBatch, lane: Int) throws {
    if let sorting, lane == lanes.count { return try sorting.write(batch.batch) }
    let position = layout.leaves[leaf(ofLane: lane)].path.column
    precondition(
      batch.batch.columns[position].type == schema[position].type, "a batch has the columns of the file")
    try located(lane) {
      try lanes[lane].write(batch.batch, options) { chunk, rowGroup in
        try assembly.deliver(chunk, rowGroup: rowGroup, column: leaf(ofLane: lane))
      }
    }
  }

  /// Encodes what is left of a column.
  public func finish(lane: Int) throws {
    if let sorting, lane == lanes.count {
      let rowCount = sorting.finish()
      return state.withLock { $0.rowCounts.append(rowCount) }
    }
    try located(lane) {
      let rowCount = try lanes[lane].finish { chunk, rowGroup in
        try assembly.deliver(chunk, rowGroup: rowGroup, column: leaf(ofLane: lane))
      }
      state.withLock { $0.rowCounts.append(rowCount) }
    }
  }

  /// Completes the present row group and hands it to the byte sink, however few rows it has: the next batch begins
  /// another one. Without rows since the last one it does nothing.
  ///
  /// A producer that runs for long bounds by it how long its rows wait. It is called between two batches, when all lanes
  /// have taken the same ones; anything else is a fault of the caller and traps.
  public func finishRowGroup() throws {
    cuts.finishRowGroup()
    var rowCounts: Set<Int> = []
    if let sorting { rowCounts.insert(sorting.finishRowGroup()) }
    for lane in lanes.indices {
      try located(lane) {
        let rowCount = try lanes[lane].finishRowGroup { chunk, rowGroup in
          try assembly.deliver(chunk, rowGroup: rowGroup, column: leaf(ofLane: lane))
        }
        rowCounts.insert(rowCount)
      }
    }
    precondition(rowCounts.count == 1, "every lane was given the same rows")
  }

  /// Writes the page index and the footer.
  public func close() throws {
    let rowCounts = state.withLock { $0.rowCounts }
    precondition(rowCounts.count == laneCount, "every lane is finished before the file is closed")
    precondition(Set(rowCounts).count == 1, "every lane was given the same rows")
    let summary = try assembly.close(rowCount: rowCounts[0])
    state.withLock { $0.summary = summary }
  }

  /// Lets go of all memory; what was written is no Parquet file.
  public func abandon() {
    for lane in lanes { lane.abandon() }
    assembly.abandon()
  }

  /// What was written; nil before ``close()``.
  public var summary: ParquetFileSummary? { state.withLock { $0.summary } }

  private func located(_ lane: Int, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as InlayError where error.code != .io {
      throw error.located(in: .init(column: layout.leaves[leaf(ofLane: lane)].path.description))
    }
  }
}

extension ParquetWriterOptions {
  /// Throws for values that make no sense.
  ///
  /// - Throws: ``InlayError/Code/invalidInput``, or ``InlayError/Code/unsupported`` for a codec that is not built in.
  public func check() throws {
    for (name, value) in [
      ("rowsPerGroup", rowsPerGroup), ("bytesPerGroup", bytesPerGroup ?? 1), ("rowsPerPage", rowsPerPage),
      ("bytesPerPage", bytesPerPage),
    ] where value < 1 {
      throw InlayError(.invalidInput, "an option must be at least 1; \(name) is \(value)")
    }
    guard rowsPerPage <= Int(Int32.max), bytesPerPage <= 1 << 30 else {
      throw InlayError(
        .invalidInput, "a page has at most 2³¹ - 1 rows and is full at 1 GiB at the latest; lower the option")
    }
    guard (0...1 << 30).contains(dictionaryByteLimit) else {
      throw InlayError(
        .invalidInput, "a dictionary has 0 bytes to 1 GiB; dictionaryByteLimit is \(dictionaryByteLimit)")
    }
    try compression.checkIsBuiltIn()
    try compression.check(level: compressionLevel)
  }
}
