import InlayBytes
import InlayColumns

/// Makes the column of a string or binary field: views into the chunk, and into a side buffer for the values that have
/// doubled quotes or escapes.
struct StringColumn: ~Copyable {
  private let table: FieldTable
  private let column: Int
  private var views: ValueBuilder<ByteView>
  private var side = ValueBuilder<UInt8>()
  private var hasLong = false

  init(_ table: FieldTable, column: Int) {
    self.table = table
    self.column = column
    views = ValueBuilder(capacity: table.rowCount)
  }

  /// Adds the values of the next rows, in a dialect where nearly every field is its own value.
  mutating func appendSimple(_ rows: Range<Int>, _ scratch: inout ParseScratch) {
    let scan = table.views(of: column, rows: rows, into: &views, quotedRows: &scratch.quotedRows)
    hasLong = hasLong || scan.hasLong
    let quoted = scratch.quotedRows.span
    for index in quoted.indices {
      let row = rows.lowerBound + Int(quoted[index])
      views[row] = view(of: table.value(row: row, column: column))
    }
    for row in rows.upperBound - scan.leftOut..<rows.upperBound {
      append(table.value(row: row, column: column))
    }
  }

  /// Adds the value of the next row.
  mutating func append(_ value: FieldValue) { views.append(view(of: value)) }

  /// Adds the empty value of the next row.
  mutating func appendEmpty() { views.append(.empty) }

  private mutating func view(of value: FieldValue) -> ByteView {
    guard table.needsUnquoting(value) else {
      hasLong = hasLong || value.count > ByteView.inlineCapacity
      return table.view(value.start, value.end)
    }
    let offset = side.count
    table.appendUnquoted(value, to: &side)
    let view = ByteView(
      side.rawSpan.extracting(droppingFirst: offset), buffer: 1, offset: UInt32(offset))
    if view.isInline { side.truncate(to: offset) }
    return view
  }

  /// Hands the values over; the chunk is not held when no value lies in it.
  consuming func freeze(_ chunk: TextPiece) -> ViewValues {
    var buffers: [Buffer] = []
    if hasLong || side.count > 0 { buffers.append(hasLong ? chunk.buffer : .empty) }
    if side.count > 0 { buffers.append(side.freeze().buffer) }
    return ViewValues(views: views.freeze(), buffers: buffers)
  }
}
