import InlayBytes

/// The fields of some rows: written column by column, so that each column's rules are at hand for many values, and
/// then joined row by row while they are still in the cache.
struct RowBlock: ~Copyable {
  /// The bytes of all fields, with their quotes, column after column.
  private var bytes = ValueBuilder<UInt8>()
  /// The place in `bytes` before the first field, and after each.
  private var ends = ValueBuilder<Int>()

  /// The number of rows that are formatted together.
  static var rowCount: Int { 256 }

  /// Formats rows of columns and adds them to `text` as records.
  mutating func append(
    _ rows: Range<Int>, of columns: [FieldTexts], _ format: RecordFormat, to text: inout ValueBuilder<UInt8>
  ) throws {
    bytes.truncate(to: 0)
    ends.truncate(to: 0)
    ends.append(0)
    for column in columns { try column.append(rows, to: &bytes, ends: &ends) }
    text.reserve(bytes.count + rows.count * (columns.count + 2))
    let (bytes, ends) = (bytes.rawSpan, ends.span)
    for row in 0..<rows.count {
      for column in 0..<columns.count {
        if column > 0 { text.append(format.separator) }
        let field = column * rows.count + row
        text.append(bytes: bytes.extracting(ends[field]..<ends[field + 1]))
      }
      if format.endsWithReturn { text.append(UInt8(ascii: "\r")) }
      text.append(UInt8(ascii: "\n"))
    }
  }
}

/// What stands between fields and after records.
struct RecordFormat: Sendable {
  let separator: UInt8
  /// Whether a carriage return stands before a record's line feed.
  let endsWithReturn: Bool
}
