import InlayBytes
import InlayColumns

/// The steps in which a join of spilled rows is made: for each part, one pass over the rows of the probe side for each
/// run of build rows that fits in memory.
///
/// There is more than one run only where the rows of a part are many more than was foreseen, as when a single key has
/// more rows than there is memory. Then the passes note which probe rows have found a partner, where that matters, and
/// one more pass gives what it decides.
struct SpilledJoinPasses: Sequence {
  let probe: SpilledRows
  let join: JoinStep
  let build: SpilledRows
  /// The key columns' positions in the build side's rows.
  let buildKeys: [Int]
  /// The bytes that the build rows of one pass may fill.
  let runSize: Int
  let workers: Workers

  /// One pass over the probe rows of a part.
  enum Pass {
    /// Joins them with all build rows of the part.
    case whole(part: Int, [SpilledRows.Block])
    /// Joins them with some build rows of the part, and notes who has found a partner.
    case run(part: Int, [SpilledRows.Block], PartneredRows?)
    /// Gives what the notes decide.
    case rest(part: Int, PartneredRows)
  }

  typealias Iterator = FlattenSequence<LazyMapSequence<Range<Int>, [Pass]>>.Iterator

  func makeIterator() -> Iterator {
    probe.parts.indices.lazy.map { passes(ofPart: $0) }.joined().makeIterator()
  }

  private func passes(ofPart part: Int) -> [Pass] {
    let rowCount = probe.parts[part].rowCount
    let runs = build.runs(ofPart: part, within: runSize)
    if runs.count <= 1 {
      return join.givesNothing(probeIsEmpty: rowCount == 0, buildIsEmpty: runs.isEmpty)
        ? [] : [.whole(part: part, runs.first ?? [])]
    }
    let notes = join.isDecidedByAllRuns ? PartneredRows(count: rowCount) : nil
    return runs.map { .run(part: part, $0, notes) } + (notes.map { [.rest(part: part, $0)] } ?? [])
  }

  /// Makes the pipeline of a pass, and the table of its build rows.
  func pipeline(of pass: Pass) throws -> Pipeline {
    switch pass {
    case .whole(let part, let blocks):
      let scan = SpilledPartScan(probe, part: part, giving: probe.schema)
      return join.pipeline(Pipeline(scan: scan, scanMetrics: nil), try table(of: blocks))
    case .run(let part, let blocks, let notes):
      let table = try table(of: blocks)
      let scan = SpilledPartScan(probe, part: part, giving: probe.schema) { batch, firstRow in
        notes?.note(join.partneredRows(of: batch, table), from: firstRow)
        return batch
      }
      return join.pipelineOfRun(Pipeline(scan: scan, scanMetrics: nil), table)
    case .rest(let part, let notes):
      let scan = SpilledPartScan(probe, part: part, giving: join.schema) { batch, firstRow in
        join.rest(of: batch, notes.flags(from: firstRow, count: batch.rowCount))
      }
      return Pipeline(scan: scan, scanMetrics: nil)
    }
  }

  private func table(of blocks: [SpilledRows.Block]) throws -> JoinTable {
    let batches = try workers.map(blocks.count) { try build.batch(of: [blocks[$0]]) }
    return try JoinTable(
      batches, schema: build.schema, keys: buildKeys, notesPartners: join.result.notesPartners, on: workers)
  }
}
