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

  /// Writes the views of a column's fields as if none were quoted, and notes the rows whose field begins with a quote.
  ///
  /// One pass without branches on the data: which fields are short, and which are quoted, is as good as random. Only
  /// for dialects without escapes and trimming.
  func views(
    of column: Int, into views: inout ValueBuilder<ByteView>, quotedRows: inout ValueBuilder<UInt32>
  ) -> ViewScan {
    var scan = ViewScan(leftOut: rowsWithoutRoom(column))
    let count = rowCount &- scan.leftOut
    var quotedCount = 0
    var longest = 0
    quotedRows.truncate(to: 0)
    views.append(count: count) { views in
      quotedRows.append(count: count) { quotedRows in
        for row in 0..<count {
          let (start, end) = bounds(row: row, column: column)
          let view = wholeWordView(start, end)
          longest = Swift.max(longest, view.count)
          // Safe: `row` is below the count of both, and no more rows are noted than were seen.
          unsafe views[unchecked: row] = view
          unsafe quotedRows[unchecked: quotedCount] = UInt32(truncatingIfNeeded: row)
          quotedCount &+= unsafe end > start && dialect.has_quote && bytes[start] == dialect.quote ? 1 : 0
        }
      }
    }
    quotedRows.truncate(to: quotedCount)
    scan.hasLong = longest > ByteView.inlineCapacity
    return scan
  }

  /// How many rows at the end have a field that fewer than 12 readable bytes begin with.
  private func rowsWithoutRoom(_ column: Int) -> Int {
    var left = 0
    while left < rowCount, bounds(row: rowCount - 1 - left, column: column).start + 12 > readableCount {
      left += 1
    }
    return left
  }

  /// Returns the view of the bytes between two offsets, the first of which 12 bytes can be read from.
  @inline(__always)
  func wholeWordView(_ start: Int, _ end: Int) -> ByteView {
    let count = end &- start
    // Safe: 12 bytes can be read, by the caller's promise.
    let text = unsafe UnsafeRawPointer(bytes + start)
    let head = unsafe UInt64(UInt32(littleEndian: text.loadUnaligned(as: UInt32.self)))
    let tail = unsafe UInt64(littleEndian: (text + 4).loadUnaligned(as: UInt64.self))
    let headBits = UInt64(truncatingIfNeeded: Swift.min(count, 4) &* 8)
    let tailBits = UInt64(truncatingIfNeeded: Swift.max(Swift.min(count, 12) &- 4, 0) &* 8)
    // A shift by 64 is masked to one by 0, and then the mask is all zeros instead of all ones.
    let tailMask = tailBits == 64 ? ~0 : (1 &<< tailBits) &- 1
    let low = UInt64(truncatingIfNeeded: count) | (head & ((1 &<< headBits) &- 1)) << 32
    let high = count <= ByteView.inlineCapacity ? tail & tailMask : UInt64(truncatingIfNeeded: start) << 32
    return ByteView(low: low, high: high)
  }

  /// Returns the view of the bytes between two offsets.
  func view(_ start: Int, _ end: Int) -> ByteView {
    if start + 12 <= readableCount { return wholeWordView(start, end) }
    // Safe: both offsets lie in the chunk.
    let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(bytes + start), byteCount: end - start)
    return ByteView(span, buffer: 0, offset: UInt32(start))
  }
}
