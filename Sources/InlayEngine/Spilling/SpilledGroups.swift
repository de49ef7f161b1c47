import InlayBytes
import InlayColumns

/// Groups rows whose groups do not fit in memory: the rows go to a temporary file, in parts by their keys, one part after
/// the other is grouped, and what that gives is put into the order of the groups' first rows.
struct SpilledGroups {
  let pipelines: PlanPipelines
  let context: RunContext
  /// How the rows of a part are grouped, which have a column with their numbers before the others.
  let grouping: NumberedGrouping
  /// Where the rows that come are counted.
  let metrics: OperatorMetrics

  /// How often a part that is too large is divided once more, before it is held whatever it takes.
  private static let deepestLevel = 3
  /// The numbers of parts that rows are divided into, first and then.
  private static let (partCount, innerPartCount) = (64, 16)

  /// Groups the rows of a pipeline.
  func rows(of input: Pipeline) throws -> MaterialisedRows {
    let rows = try spill(input, level: 0)
    var runs = try RunWriter(grouping.resultSchema, inFolder: context.spillFolder)
    var rowCount = 0
    for part in rows.parts.indices { rowCount += try group(rows, part: part, level: 0, into: &runs) }
    let merged = try MergeScan(runs.rows, by: [SortOrder(grouping.numberPosition)], limit: .max)
    let project = ProjectOperator(
      schema: grouping.schema, columns: grouping.resultPositions,
      metrics: OperatorMetrics(.project, label: nil))
    let scan = PipelineScan(
      Pipeline(scan: merged, scanMetrics: nil, steps: [project]), schema: grouping.schema)
    return MaterialisedRows(scan, rowCount: rowCount)
  }

  /// Puts the rows of a pipeline into a file.
  private func spill(_ input: Pipeline, level: Int) throws -> SpilledRows {
    let partitions = KeyPartitions(
      count: level == 0 ? Self.partCount : Self.innerPartCount, keys: grouping.keys, nulls: .together,
      level: level)
    let writer = try SpillWriter(
      grouping.inputSchema, partitions, inFolder: context.spillFolder, memory: context.budget.partSize / 2)
    // What comes from a file has its numbers already.
    let sink = SpillingSink(writer, numbersRows: level == 0)
    try pipelines.run(input, into: sink, level == 0 ? metrics : OperatorMetrics(.aggregate, label: nil))
    return try sink.rows()
  }

  /// Groups the rows of a part, and adds what that gives to the runs; returns the number of groups.
  private func group(
    _ rows: SpilledRows, part: Int, level: Int, into runs: inout RunWriter
  ) throws -> Int {
    guard rows.parts[part].rowCount > 0 else { return 0 }
    do {
      return try group(rows, part: part, within: level < Self.deepestLevel, into: &runs)
    } catch is GroupsDoNotFit {
      let scan = SpilledPartScan(rows, part: part, giving: rows.schema)
      let divided = try spill(Pipeline(scan: scan, scanMetrics: nil), level: level + 1)
      return try divided.parts.indices.reduce(0) {
        try $0 + group(divided, part: $1, level: level + 1, into: &runs)
      }
    }
  }

  private func group(
    _ rows: SpilledRows, part: Int, within isLimited: Bool, into runs: inout RunWriter
  ) throws -> Int {
    let sink = GroupingSink(
      grouping.grouping, on: context.workers, lease: isLimited ? MemoryLease(context.budget) : nil)
    let scan = SpilledPartScan(rows, part: part, giving: rows.schema)
    try pipelines.run(
      Pipeline(scan: scan, scanMetrics: nil), into: sink, OperatorMetrics(.aggregate, label: nil))
    let batch = try sink.batch(giving: grouping.resultSchema)
    var counter = HeldBytes()
    try runs.append([batch], byteCount: counter.add(batch))
    return batch.rowCount
  }
}
