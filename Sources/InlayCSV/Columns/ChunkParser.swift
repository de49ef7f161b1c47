import CInlayKernels
import InlayBytes
import InlayColumns

/// The rows of a chunk, and those that were left out.
struct ParsedChunk {
  let columns: [Column]
  let rowCount: Int
  /// The rows that break the rules, in order.
  let faults: [RowFault]
}

/// Makes columns of a chunk: one pass over its bytes for the structure, and one over the structure for each column.
struct ChunkParser {
  let plan: ReadPlan
  let chunk: TextPiece

  /// Makes the columns that the plan asks for.
  ///
  /// Where the plan does not leave bad rows out, a single fault comes back, the first in the chunk, and no columns.
  func parse(_ scratch: inout ParseScratch) -> ParsedChunk {
    let (table, faults) = rows(&scratch)
    return columns(table, after: faults, &scratch)
  }

  /// Returns the chunk's rows, valid while `scratch` is not used for others, and those that are none.
  func rows(_ scratch: inout ParseScratch) -> (table: FieldTable, faults: [RowFault]) {
    let index = StructuralIndex(of: chunk, dialect: plan.dialect, into: &scratch.positions)
    let isUTF8 = plan.dialect.isASCII && chunk.isUTF8(0..<chunk.count)
    // A field that is too long makes its chunk as long.
    let needsRepair =
      !isUTF8 || chunk.count > plan.maxFieldBytes || index.isMalformed || index.isUnclosed
      || plan.dialect.bytes.has_comment
      || !index.isRegular(scratch.positions.span, of: chunk, columnCount: plan.columnCount)
    guard needsRepair else {
      return (table(scratch.positions.span, stride: plan.columnCount, rowCount: index.recordCount), [])
    }
    var repair = RowRepair(
      chunk, index, dialect: plan.dialect, columnCount: plan.columnCount, checksUTF8: !isUTF8,
      maxFieldBytes: plan.maxFieldBytes)
    scratch.keepGoodRows(&repair)
    return (keptTable(scratch), repair.faults)
  }

  private func table(_ positions: Span<UInt32>, stride: Int, rowCount: Int) -> FieldTable {
    FieldTable(
      chunk, positions: positions, stride: stride, rowCount: rowCount,
      columnCount: plan.columnCount, dialect: plan.dialect)
  }

  /// The table of the rows that are kept, each of which has a position more than columns.
  private func keptTable(_ scratch: borrowing ParseScratch) -> FieldTable {
    let stride = plan.columnCount + 1
    return table(scratch.kept.span, stride: stride, rowCount: scratch.kept.count / stride)
  }

  /// Makes the columns of a table; rows with values that are not of their type are taken out of it first.
  private func columns(
    _ table: FieldTable, after faults: [RowFault], _ scratch: inout ParseScratch
  ) -> ParsedChunk {
    var faults = faults
    var columns: [Column] = []
    var strings = StringColumns(table, plan, chunk, &scratch)
    for part in plan.parts {
      var reader = ColumnReader(table, part, plan)
      if let column = strings.next(part) ?? reader.column(chunk) { columns.append(column) }
      faults += reader.badRows.map { valueFault(table, row: $0, part) }
    }
    guard columns.count < plan.parts.count || (!faults.isEmpty && plan.onBadRow == .fail) else {
      return ParsedChunk(columns: columns, rowCount: table.rowCount, faults: faults)
    }
    faults = Self.firstOfEachRow(faults)
    if plan.onBadRow == .fail {
      return ParsedChunk(columns: [], rowCount: 0, faults: Array(faults.prefix(1)))
    }
    drop(rowsAt: Set(faults.map(\.rowStart)), from: table, &scratch)
    let rest = self.columns(keptTable(scratch), after: [], &scratch)
    return ParsedChunk(columns: rest.columns, rowCount: rest.rowCount, faults: faults)
  }

  private func valueFault(_ table: FieldTable, row: Int, _ part: ReadPlan.Part) -> RowFault {
    let value = table.value(row: row, column: part.position)
    let isMissing = ColumnReader(table, part, plan).isNull(value)
    let kind: RowFault.Kind =
      isMissing ? .missingValue : .notOfType(part.field.type, text: String(table.text(of: value).prefix(60)))
    return RowFault(
      kind: kind, rowStart: table.bounds(row: row, column: 0).start,
      offset: table.bounds(row: row, column: part.position).start, column: part.position)
  }

  /// Orders faults by place and leaves each row its first one.
  private static func firstOfEachRow(_ faults: [RowFault]) -> [RowFault] {
    let ordered = faults.sorted { ($0.rowStart, $0.offset) < ($1.rowStart, $1.offset) }
    return ordered.enumerated().filter { index, fault in
      index == 0 || ordered[index - 1].rowStart != fault.rowStart
    }.map(\.element)
  }

  /// Writes the positions of a table's rows without some to the index of kept rows.
  private func drop(rowsAt starts: Set<Int>, from table: FieldTable, _ scratch: inout ParseScratch) {
    var kept = ValueBuilder<UInt32>(capacity: table.rowCount * (plan.columnCount + 1))
    for row in 0..<table.rowCount where !starts.contains(table.bounds(row: row, column: 0).start) {
      for column in 0...plan.columnCount { kept.append(table.position(row: row, column)) }
    }
    swap(&kept, &scratch.kept)
  }
}
