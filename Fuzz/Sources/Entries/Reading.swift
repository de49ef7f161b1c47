import Inlay

/// The rows of a source as texts, so that every value is looked at; nil is null.
struct Rows: Equatable {
  var values: [[String?]] = []

  /// Reads what a source gives.
  ///
  /// - Parameter limit: The rows after which to stop: a few bytes may stand for any number of them.
  init(_ source: any BatchSource, filter: RowFilter? = nil, limit: Int = .max) throws {
    var request = ScanRequest(allOf: source.schema)
    request.filter = filter
    let scan = try source.scan(request)
    var count = 0
    while count < limit, let morsel = try scan.nextMorsel() {
      let batch = try scan.read(morsel)
      count += batch.rowCount
      append(batch, limit: limit == .max ? .max : 1_000)
    }
  }

  /// The rows of batches in memory.
  init(_ batches: [RecordBatch]) {
    for batch in batches { append(batch, limit: .max) }
  }

  private mutating func append(_ batch: RecordBatch, limit: Int) {
    let part = batch.slice(0..<min(batch.rowCount, limit))
    let texts = part.columns.map { $0.asText().decoded() }
    for row in 0..<part.rowCount {
      values.append(texts.map { $0.isNull(at: row) ? nil : Self.text($0, row) })
    }
  }

  private static func text(_ column: Column, _ row: Int) -> String {
    guard case .views(let values) = column.storage else { return "" }
    return values.text(at: row)
  }
}

/// How many rows of a hostile input are read: enough for several batches, soon enough done.
let readRowLimit = 200_000

/// Throws a finding unless something holds.
func require(_ isTrue: Bool, _ rule: @autoclosure () -> String) throws {
  if !isTrue { throw Finding(rule()) }
}
