import InlayBytes
import InlayColumns

/// What a join's probe gives, and then the rows of the build side that have no partner, beside nulls.
///
/// Which rows those are is known when the last batch has been probed: whoever asks for what comes after it waits.
final class OuterJoinScan: SplittingScan {
  let schema: Schema
  private let probe: Pipeline
  private let table: JoinTable
  private let isBuildFirst: Bool
  private let metrics: OperatorMetrics
  private let state = Gate(State())

  fileprivate struct State {
    var morselCount = 0
    /// The morsels that were taken and are not probed yet.
    var unfinishedCount = 0
    /// The rows without a partner that were not given yet; nil before they are known.
    var rest: Values<UInt32>?
  }

  private enum Piece: Sendable {
    case probe(Morsel)
    case rows(Values<UInt32>)
  }

  /// The number of rows of a batch of rows without a partner.
  private static let batchSize = 65_536

  /// Continues a probe whose table notes its partners.
  init(
    _ probe: Pipeline, table: JoinTable, schema: Schema, isBuildFirst: Bool, metrics: OperatorMetrics
  ) {
    self.probe = probe
    self.table = table
    self.schema = schema
    self.isBuildFirst = isBuildFirst
    self.metrics = metrics
  }

  func nextMorsel() throws -> Morsel? {
    if state.withLock({ $0.rest == nil }) {
      if let morsel = try probe.scan.nextMorsel() {
        return state.withLock { state in
          state.unfinishedCount += 1
          return Self.number(.probe(morsel), &state)
        }
      }
      let table = table
      state.wait { state -> Void? in
        guard state.unfinishedCount == 0 else { return nil }
        state.rest = table.partnered?.others() ?? Values([])
        return ()
      }
    }
    return state.withLock { state in
      guard let rest = state.rest, rest.count > 0 else { return nil }
      let count = min(rest.count, Self.batchSize)
      state.rest = rest[count..<rest.count]
      return Self.number(.rows(rest[0..<count]), &state)
    }
  }

  private static func number(_ piece: Piece, _ state: inout State) -> Morsel {
    defer { state.morselCount += 1 }
    return Morsel(sequence: state.morselCount, content: piece)
  }

  func rows(of morsel: Morsel) throws -> MadeRows {
    switch morsel.content as? Piece {
    case .probe(let inner):
      return try withExtendedLifetime(Unfinished(state)) { unfinished in
        var made = try probe.rows(of: inner)
        made.rest = made.rest.map { UnfinishedRest(rest: $0, unfinished: unfinished) }
        return made
      }
    case .rows(let rows):
      return MadeRows(batch: metrics.measure(rowsIn: 0, rowsOut: \.rowCount) { batch(of: rows) })
    case nil: preconditionFailure("a morsel is read by the scan that gave it")
    }
  }

  /// Puts rows of the build side beside nulls.
  private func batch(of rows: Values<UInt32>) -> RecordBatch {
    let build = table.columns(at: rows)
    let others = isBuildFirst ? schema.fields.dropFirst(build.count) : schema.fields.dropLast(build.count)
    let nulls = others.map { Column.nulls(of: $0.type, count: rows.count) }
    return RecordBatch(
      schema: schema, columns: isBuildFirst ? build + nulls : nulls + build, rowCount: rows.count)
  }

  /// The probe's scan counts for itself.
  var progress: ScanProgress { ScanProgress() }
}

/// A morsel that is not probed to its end: when nobody has it any more it is, or nobody wants its rows.
private final class Unfinished: Sendable {
  private let state: Gate<OuterJoinScan.State>

  init(_ state: Gate<OuterJoinScan.State>) { self.state = state }

  deinit { state.update { $0.unfinishedCount -= 1 } }
}

private struct UnfinishedRest: RestOfRows {
  var rest: any RestOfRows
  var unfinished: Unfinished?

  mutating func next() throws -> RecordBatch? {
    let batch = try rest.next()
    if batch == nil { unfinished = nil }
    return batch
  }
}
