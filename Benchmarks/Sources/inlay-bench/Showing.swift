import Inlay

/// Writes what is in memory as a Parquet file, so that it can be compared value by value; nothing where none is named.
func show(_ batches: [RecordBatch], in output: String, workers: Workers) throws {
  guard !output.isEmpty, let schema = batches.first?.schema else { return }
  let table = Table(MemorySource(schema: schema, batches: batches))
  _ = try table.write(to: .parquet(output, mode: .overwrite), workers: workers)
}
