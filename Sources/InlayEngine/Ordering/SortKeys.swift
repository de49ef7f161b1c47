import InlayBytes
import InlayColumns

/// One string a row whose order by bytes is the order of the rows by several columns; equal for rows that are equal in
/// all of them.
enum SortKeys {
  /// Returns the strings of the rows of a batch; O(bytes).
  static func views(of batch: RecordBatch, by order: [SortOrder]) -> ViewValues {
    let parts = order.map { (writer: OrderedBytes.writer(of: batch.columns[$0.column]), order: $0) }
    var builder = ViewBuilder(capacity: batch.rowCount)
    var key = ValueBuilder<UInt8>()
    for row in 0..<batch.rowCount {
      key.truncate(to: 0)
      for part in parts { append(row, part.writer, part.order, to: &key) }
      builder.append(key.rawSpan)
    }
    return builder.freeze()
  }

  /// Writes a null's place, or that of values and the value: from the greatest to the least with all bits turned round.
  private static func append(
    _ row: Int, _ writer: OrderedBytesWriter, _ order: SortOrder, to key: inout ValueBuilder<UInt8>
  ) {
    guard writer.validity?[row] ?? true else {
      key.append(order.nullsFirst ? 0 : 2)
      return
    }
    key.append(1)
    let start = key.count
    writer.appendValue(row, to: &key)
    guard order.isDescending else { return }
    for index in start..<key.count { key[index] = ~key[index] }
  }
}
