import CInlayKernels
import InlayBytes
import InlayColumns

extension FieldTable {
  /// What `views` found out while it made the views of a column.
  struct ViewScan {
    /// How many rows at the table's end were left out, because too few bytes follow them to be read in whole words.
    var leftOut = 0
    /// Whether a value lies in the chunk rather than in its view.
    var hasLong = false
  }

  /// Adds the views of a column's fields as if none were quoted, and notes which of the rows have a field that begins
  /// with a quote.
  ///
  /// Only for dialects without escapes and trimming.
  func views(
    of column: Int, rows: Range<Int>, into views: inout ValueBuilder<ByteView>,
    quotedRows: inout ValueBuilder<UInt32>
  ) -> ViewScan {
    var fields = unsafe fields(of: column, rows: rows, room: Int(inlay_csv_view_room))
    let count = unsafe fields.row_count
    var scan = ViewScan(leftOut: rows.count - count)
    var quotedCount = 0
    var longest: UInt32 = 0
    quotedRows.truncate(to: 0)
    views.append(count: count) { views in
      quotedRows.append(count: count) { quotedRows in
        unsafe views.withUnsafeMutableBufferPointer { views in
          unsafe quotedRows.withUnsafeMutableBufferPointer { rows in
            // Safe: both have room for `count` rows, and each field has room to be read in whole words.
            quotedCount = unsafe inlay_csv_views(&fields, views.baseAddress, rows.baseAddress, &longest)
          }
        }
      }
    }
    quotedRows.truncate(to: quotedCount)
    scan.hasLong = longest > ByteView.inlineCapacity
    return scan
  }

  /// Returns a column's fields as the kernels take them, but for those rows at the end that have a field from whose
  /// first byte on fewer than `room` bytes can be read.
  func fields(of column: Int, rows: Range<Int>, room: Int) -> inlay_csv_column {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= rowCount && column < columnCount)
    var end = rows.upperBound
    while end > rows.lowerBound, bounds(row: end - 1, column: column).start + room > readableCount {
      end -= 1
    }
    // Safe: the positions of the rows' first field of this column, and of the rows after it, lie within the table.
    return unsafe inlay_csv_column(
      bytes: bytes, positions: positions + (rows.lowerBound * stride + column), stride: stride,
      row_count: end - rows.lowerBound,
      ends_row: column == columnCount - 1, quote: dialect.has_quote ? UInt32(dialect.quote) : .max)
  }

  /// Returns the view of the bytes between two offsets.
  func view(_ start: Int, _ end: Int) -> ByteView {
    // Safe: both offsets lie in the chunk.
    let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(bytes + start), byteCount: end - start)
    return ByteView(span, buffer: 0, offset: UInt32(start))
  }
}
