import Inlay

/// Parses a CSV file into typed columns in memory, and shows them where an output is named.
func parseCSV(_ path: String, showing output: String, workers: Workers) throws -> [String] {
  var options = CSVOptions()
  options.types = .inferred(decimals: false)
  let (seconds, batches) = try timed {
    try Table.files(at: path, csv: options, workers: workers).collected(workers: workers)
  }
  try show(batches, in: output, workers: workers)
  return [seconds]
}
