import InlayBytes
import InlayColumns
import InlayEngine

/// A cell of a test table of any type.
enum TypedCell: Hashable {
  case null
  case boolean(Bool)
  case integer(Int128)
  case number(Double)
  case text(String)
  case list([TypedCell])

  /// Whether both are the same to the bit: NaN is NaN, and -0 is not 0.
  static func == (left: TypedCell, right: TypedCell) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let one), .boolean(let other)): one == other
    case (.integer(let one), .integer(let other)): one == other
    case (.number(let one), .number(let other)): one.bitPattern == other.bitPattern
    case (.text(let one), .text(let other)): Array(one.utf8) == Array(other.utf8)
    case (.list(let one), .list(let other)): one == other
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value.bitPattern)
    case .text(let value): hasher.combine(Array(value.utf8))
    case .list(let values): hasher.combine(values)
    }
  }

  var integer: Int128 { if case .integer(let value) = self { value } else { 0 } }

  /// The number of a cell that holds one.
  var number: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }
}

/// Makes a table whose rows are spread over batches of at most `batchSize` rows.
func typedTable(_ fields: [Field], _ rows: [[TypedCell]], batchSize: Int = 7) -> MemorySource {
  let schema = Schema(fields)
  let batches = stride(from: 0, to: rows.count, by: batchSize).map { start in
    let part = rows[start..<min(start + batchSize, rows.count)]
    let columns = fields.indices.map { position in
      typedColumn(fields[position].type, part.map { $0[position] })
    }
    return RecordBatch(schema: schema, columns: columns, rowCount: part.count)
  }
  return MemorySource(schema: schema, batches: batches)
}

/// Makes a column of cells.
func typedColumn(_ type: DataType, _ cells: [TypedCell]) -> Column {
  let storage: ColumnStorage =
    switch type {
    case .boolean: .boolean(Bitmap(cells.map { $0 == .boolean(true) }))
    case .int8: .int8(Values(cells.map { Int8($0.integer) }))
    case .int16: .int16(Values(cells.map { Int16($0.integer) }))
    case .uint8: .uint8(Values(cells.map { UInt8($0.integer) }))
    case .uint16: .uint16(Values(cells.map { UInt16($0.integer) }))
    case .uint32: .uint32(Values(cells.map { UInt32($0.integer) }))
    case .int32, .date: .int32(Values(cells.map { Int32($0.integer) }))
    case .int64, .timestamp: .int64(Values(cells.map { Int64($0.integer) }))
    case .uint64: .uint64(Values(cells.map { UInt64($0.integer) }))
    case .decimal: .int128(Values(cells.map(\.integer)))
    case .float: .float(Values(cells.map { Float($0.number ?? 0) }))
    case .double: .double(Values(cells.map { $0.number ?? 0 }))
    case .string, .binary:
      .views(ViewValues(cells.map { if case .text(let text) = $0 { text } else { "" } }))
    case .list(let element): .list(typedLists(element.type, cells))
    case .null: .null(count: cells.count)
    default: preconditionFailure("no test uses this type")
    }
  return Column(
    type: type, storage: storage, validity: cells.contains(.null) ? Bitmap(cells.map { $0 != .null }) : nil)
}

private func typedLists(_ element: DataType, _ cells: [TypedCell]) -> ListValues {
  var offsets: [Int32] = [0]
  var elements: [TypedCell] = []
  for cell in cells {
    if case .list(let values) = cell { elements += values }
    offsets.append(Int32(elements.count))
  }
  return ListValues(offsets: Values(offsets), elements: typedColumn(element, elements))
}

/// The rows of batches.
func typedRows(of batches: [RecordBatch]) -> [[TypedCell]] {
  batches.flatMap { batch in
    let columns = batch.columns.map(typedCells(of:))
    return (0..<batch.rowCount).map { row in columns.map { $0[row] } }
  }
}

/// The values of a column.
func typedCells(of column: Column) -> [TypedCell] {
  let column = column.decoded()
  let elements =
    if case .list(let values) = column.storage { typedCells(of: values.elements) } else { [TypedCell]() }
  return (0..<column.count).map { row in
    guard !column.isNull(at: row) else { return .null }
    return switch column.storage {
    case .boolean(let values): .boolean(values[row])
    case .int8(let values): .integer(Int128(values[row]))
    case .int16(let values): .integer(Int128(values[row]))
    case .uint8(let values): .integer(Int128(values[row]))
    case .uint16(let values): .integer(Int128(values[row]))
    case .uint32(let values): .integer(Int128(values[row]))
    case .int32(let values): .integer(Int128(values[row]))
    case .int64(let values): .integer(Int128(values[row]))
    case .uint64(let values): .integer(Int128(values[row]))
    case .int128(let values): .integer(values[row])
    case .float(let values): .number(Double(values[row]))
    case .double(let values): .number(values[row])
    case .views(let values): .text(values.text(at: row))
    case .list(let values): .list(Array(elements[values[row]]))
    default: preconditionFailure("no test uses this type")
    }
  }
}

/// Runs a plan and returns its rows.
func runTyped(
  _ plan: LogicalPlan, threads: Int = 2, limits: RunLimits = RunLimits()
) throws -> [[TypedCell]] {
  let sink = CollectingSink()
  _ = try PlanRun(workers: Workers(count: threads), limits: limits).run(plan, into: sink)
  return typedRows(of: sink.batches)
}
