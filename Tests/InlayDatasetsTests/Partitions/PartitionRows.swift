import FoundationEssentials
import InlayBytes
import InlayColumns
import InlayDatasets

/// A table to partition: a number for each row, and texts and days that repeat.
enum PartitionRows {
  static let schema = Schema([Field("n", .int64), Field("k", .string), Field("d", .date)])

  /// Rows of numbers, each with its key; nil for null.
  static func batch(_ keys: [String?], from first: Int = 0) -> RecordBatch {
    RecordBatch(
      schema: schema,
      columns: [
        Column(type: .int64, storage: .int64(Values(keys.indices.map { Int64($0 + first) }))),
        Column(
          type: .string, storage: .views(ViewValues(keys.map { $0 ?? "" })),
          validity: Bitmap(keys.map { $0 != nil })),
        Column(type: .date, storage: .int32(Values(keys.indices.map { Int32(($0 + first) % 2) }))),
      ], rowCount: keys.count)
  }

  /// Returns the rows of a source as texts, the values of a row with commas between them.
  static func texts(of source: any BatchSource, _ request: ScanRequest? = nil) throws -> [String] {
    let scan = try source.scan(request ?? ScanRequest(allOf: source.schema))
    var rows: [String] = []
    while let morsel = try scan.nextMorsel() {
      let batch = try scan.read(morsel)
      let columns = batch.columns.map { $0.asText().decoded() }
      for row in 0..<batch.rowCount {
        rows.append(columns.map { $0.isNull(at: row) ? "null" : $0.text(at: row) }.joined(separator: ","))
      }
    }
    return rows
  }
}

extension Column {
  fileprivate func text(at row: Int) -> String {
    if case .views(let values) = storage { values.text(at: row) } else { "" }
  }
}
