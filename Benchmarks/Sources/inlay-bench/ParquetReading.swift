import Inlay

/// Reads a Parquet file into memory: all of it, or some columns (their names between commas), or the rows that meet a
/// condition.
func readParquet(_ path: String, columns: String, condition: String, workers: Workers) throws -> [String] {
  let names = columns.isEmpty ? nil : columns.split(separator: ",").map(String.init)
  let (seconds, batches) = try timed {
    var table = Table.parquet(path, columns: names)
    if !condition.isEmpty { table = table.filtering(where: condition) }
    return try table.collected(workers: workers)
  }
  let rows = batches.reduce(0) { $0 + $1.rowCount }
  return [seconds, String(rows), String(batches.first?.columns.count ?? 0)]
}
