import Inlay

/// Parses a CSV file into typed columns in memory; rows, columns and the sums of its numbers must agree.
func parseCSV(_ path: String, workers: Workers) throws -> [String] {
  var options = CSVOptions()
  options.types = .inferred(decimals: false)
  let (seconds, batches) = try timed {
    try Table.files(at: path, csv: options, workers: workers).collected(workers: workers)
  }
  return [seconds] + (try sums(of: batches, workers: workers))
}

/// Returns the number of rows and of columns, and the sum of each column of numbers.
func sums(of batches: [RecordBatch], workers: Workers) throws -> [String] {
  guard let schema = batches.first?.schema else { return ["0", "0"] }
  let numbers = schema.fields.filter { $0.type == .int64 || $0.type == .double }
  let table = Table(MemorySource(schema: schema, batches: batches))
  // A grouping without keys takes any number of aggregates, but only in the call: one after the other is as good here.
  let totals = try numbers.flatMap { field in
    lines(of: try table.aggregating(.sum(field.name)).collected(workers: workers))
  }
  return [String(batches.reduce(0) { $0 + $1.rowCount }), String(schema.count)] + totals
}
