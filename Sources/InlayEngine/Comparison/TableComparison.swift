public import InlayBytes
public import InlayColumns

/// Compares two tables: their columns, and their rows in order or as a set in which rows may occur many times.
///
/// Columns belong together by their names. Values of one type are equal when they are the same; those of different types
/// when their texts are (``ValueText``). Null equals null and every NaN every other one; 0 and -0 are not the same, as
/// they are not the same bytes.
///
/// In order the tables are read once, side by side. As sets they are told apart by hashes of 128 bits: rows that have no
/// counterpart yet are held, at most ``heldRowLimit`` of them (about 250 MB); where there are more, the tables are read
/// several times, a part of all hashes each time.
public struct TableComparison: Sendable {
  /// Whether the order of the rows is without meaning.
  public var isUnordered = false
  /// The most rows that are listed; of a set so many of each side.
  public var limit = 10
  /// The sides whose types and nullability are not their own, as those of text: only the names are compared then.
  public var untyped: Set<ComparisonSide> = []
  /// Whether an empty string or binary is the same as null, as in text that has one form for both.
  public var equatesEmptyAndNull = false
  /// The most rows that are held when their order is without meaning.
  public var heldRowLimit = 1 << 22
  /// The threads that decode.
  public var workers = Workers()

  /// Makes a comparison in order.
  public init() {}

  /// Compares two tables.
  ///
  /// - Throws: What the sources throw, and ``InlayError/Code/cancelled``.
  public func run(
    _ left: any BatchSource, _ right: any BatchSource, monitor: RunMonitor = RunMonitor()
  ) throws -> ComparisonReport {
    try monitor.stopping { try compare(left, right, monitor) }
  }

  private func compare(
    _ left: any BatchSource, _ right: any BatchSource, _ monitor: RunMonitor
  ) throws -> ComparisonReport {
    monitor.expect(bytes: left.estimate.byteCount + right.estimate.byteCount)
    let pairs = ColumnPairs(left.schema, right.schema)
    var report = ComparisonReport()
    report.comparedColumns = pairs.names
    report.columns = pairs.differences(untyped: untyped)
    let inputs = ComparedTables(left: left, right: right, pairs: pairs, options: self, monitor: monitor)
    if isUnordered {
      try UnorderedComparison(inputs, limit: limit, heldRowLimit: heldRowLimit).run(&report)
    } else {
      try OrderedComparison(inputs, limit: limit).run(&report)
    }
    return report
  }
}

/// Two tables whose rows are compared.
struct ComparedTables {
  let left: any BatchSource
  let right: any BatchSource
  let pairs: ColumnPairs
  let options: TableComparison
  let monitor: RunMonitor

  /// Begins to read one side's columns that both have; `transform` is done by the workers.
  func stream<Element: Sendable>(
    _ side: ComparisonSide, _ transform: @escaping @Sendable (RecordBatch) -> Element
  ) throws -> BatchStream<Element> {
    let source = side == .left ? left : right
    let request = ScanRequest(columns: side == .left ? pairs.left : pairs.right)
    guard options.equatesEmptyAndNull else { return BatchStream(try source.scan(request), self, transform) }
    return BatchStream(try source.scan(request), self) { transform($0.nullingEmptyTexts()) }
  }
}

extension RecordBatch {
  /// Returns the rows with null in place of each empty string or binary.
  fileprivate func nullingEmptyTexts() -> RecordBatch {
    let columns = columns.map { column in
      let column = column.decoded()
      guard case .views(let texts) = column.storage else { return column }
      var validity = BitmapBuilder(capacity: column.count)
      for row in 0..<column.count {
        validity.append((column.validity?[row] ?? true) && texts.views[row].count > 0)
      }
      return Column(type: column.type, storage: column.storage, validity: validity.freeze())
    }
    return RecordBatch(schema: schema, columns: columns, rowCount: rowCount)
  }
}
