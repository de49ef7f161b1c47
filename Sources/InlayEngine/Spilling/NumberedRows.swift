import InlayBytes
import InlayColumns

/// Rows with their number among all rows in a column before the others, by which their order is found again.
enum NumberedRows {
  /// The schema with that column.
  static func schema(_ schema: Schema) -> Schema { Schema([Field("row", .int64)] + schema.fields) }

  /// Adds the column to a batch, whose rows are counted from 0: the first row's number is added when it is known.
  static func batch(_ batch: RecordBatch) -> RecordBatch {
    var numbers = ValueBuilder<Int64>(capacity: batch.rowCount)
    for row in 0..<batch.rowCount { numbers.append(Int64(row)) }
    let column = Column(type: .int64, storage: .int64(numbers.freeze()))
    return RecordBatch(
      schema: schema(batch.schema), columns: [column] + batch.columns, rowCount: batch.rowCount)
  }

  /// Adds the number of the first row to those of encoded rows.
  ///
  /// - Parameter rows: Where the rows are: behind the number of rows and the mark of a column without nulls stand the
  ///   numbers.
  static func add(_ firstRow: Int, toRowsAt start: Int, count: Int, in bytes: inout ValueBuilder<UInt8>) {
    var bytes = bytes.mutableSpan
    unsafe bytes.withUnsafeMutableBytes { bytes in
      for index in 0..<count {
        let place = start + 5 + index * 8
        let number = unsafe bytes.loadUnaligned(fromByteOffset: place, as: Int64.self)
        unsafe bytes.storeBytes(of: number + Int64(firstRow), toByteOffset: place, as: Int64.self)
      }
    }
  }
}
