public import InlayBytes
public import InlayColumns
import InlayEngine

extension Table: CustomStringConvertible, CustomDebugStringConvertible {
  /// The first ten rows, where they are soon computed, or else the columns.
  ///
  /// Rows are computed where no step must see all rows before it gives the first one, as sorting must, or where all sources
  /// together hold at most 16 MiB; ``formatted(limit:width:workers:)`` computes them in any case. What is wrong with the
  /// table is told in its place.
  public var description: String {
    do {
      let plan = try plan()
      if plan.isSoonBegun || plan.sourceByteCount <= Self.fewBytes { return try formatted() }
      let columns = plan.schema.fields.map { "  \($0.name.printable): \($0.type)" }
      return (["a table that is yet to be computed:"] + columns).joined(separator: "\n")
    } catch {
      return "a table that cannot be computed: \(error)"
    }
  }

  private static let fewBytes = 16 << 20

  /// The same as the description: what a debugger shows.
  public var debugDescription: String { description }

  /// Computes the first rows, and returns them as a table of text; ``RecordBatch/formatted(limit:width:)`` says how.
  ///
  /// - Parameters:
  ///   - limit: The most rows.
  ///   - width: The most cells of a line; nil for the terminal's width, or 100 where the standard output is none.
  ///   - workers: The threads that compute the rows.
  public func formatted(limit: Int = 10, width: Int? = nil, workers: Workers = Workers()) throws -> String {
    let limit = Swift.max(limit, 0)
    // One more tells whether there are more.
    let batches = try head(limit + 1, workers: workers)
    let count = batches.reduce(0) { $0 + $1.rowCount }
    var room = limit
    let shown = batches.compactMap { batch -> RecordBatch? in
      let kept = batch.slice(0..<Swift.min(room, batch.rowCount))
      room -= kept.rowCount
      return kept.rowCount > 0 ? kept : nil
    }
    return RecordBatch.formatted(try schema(), shown, width: width, rowCount: count > limit ? nil : count)
  }
}

/// Columns in memory.
extension Table {
  /// Makes a table of columns: `try Table(columns: ["id": Column([1, 2]), "name": Column(["a", nil])])`.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for columns of different lengths, or of one name.
  public init(columns: KeyValuePairs<String, Column>) throws { self.init(try RecordBatch(columns: columns)) }
}

extension LogicalPlan {
  /// Whether the first rows come before all rows were seen, and without looking for those that meet a condition.
  fileprivate var isSoonBegun: Bool {
    switch operation {
    case .scan(_, _, let filter): filter == nil
    case .project, .compute, .union, .limit: inputs.allSatisfy(\.isSoonBegun)
    case .filter, .condition, .join, .distinct, .aggregate, .sort: false
    }
  }

  /// The bytes that all sources are believed to hold.
  fileprivate var sourceByteCount: Int {
    var sum = inputs.reduce(0) { $0 &+ $1.sourceByteCount }
    if case .scan(let source, _, _) = operation { sum &+= source.estimate.byteCount }
    return sum
  }
}
