import Inlay

/// Reads a Parquet file into memory, and then writes it anew with the default options; only the writing counts.
func writeParquet(_ path: String, to output: String, workers: Workers) throws -> [String] {
  let source = Table.parquet(path)
  let table = Table(
    MemorySource(schema: try source.schema(), batches: try source.collected(workers: workers)))
  let (seconds, report) = try timed {
    try table.write(to: .parquet(output, mode: .overwrite), workers: workers).report
  }
  return [seconds, String(report.rowCount)]
}
