import Foundation
import InlayColumns
import InlayParquet

/// Files for tests, and all that is in them.
enum TestFiles {
  /// The folder of `Fixtures/make.py`.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures").path

  /// The path of a file beside `Fixtures/make.py`.
  static func fixture(_ name: String) -> String { "\(folder)/\(name).parquet" }

  /// Runs `body` with the path of a file that holds `bytes`.
  static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let path = NSTemporaryDirectory() + "inlay-parquet-\(UUID()).parquet"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Reads some columns, or all, of a source, until the end or until there are `rowLimit` rows.
  static func read(
    _ source: any BatchSource, columns: [Int]? = nil, filter: RowFilter? = nil, rowLimit: Int = .max
  ) throws -> [RecordBatch] {
    let request = ScanRequest(columns: columns ?? Array(0..<source.schema.count), filter: filter)
    let scan = try source.scan(request)
    var batches: [RecordBatch] = []
    var rowCount = 0
    while rowCount < rowLimit, let morsel = try scan.nextMorsel() {
      let batch = try scan.read(morsel)
      rowCount += batch.rowCount
      batches.append(batch)
    }
    return batches
  }
}
