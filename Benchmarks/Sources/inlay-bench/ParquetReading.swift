import Inlay

/// The rows and columns of a Parquet file that are read.
struct Reading {
  let path: String
  /// The names of the columns between commas, or nothing for all.
  let columns: String
  /// What rows must meet, or nothing for all.
  let condition: String
}

/// Reads a Parquet file into memory, and shows what was read where an output is named.
func readParquet(_ reading: Reading, showing output: String, workers: Workers) throws -> [String] {
  let names = reading.columns.isEmpty ? nil : reading.columns.split(separator: ",").map(String.init)
  let (seconds, batches) = try timed {
    var table = Table.parquet(reading.path, columns: names)
    if !reading.condition.isEmpty { table = table.filtering(where: reading.condition) }
    return try table.collected(workers: workers)
  }
  try show(batches, in: output, workers: workers)
  return [seconds]
}
