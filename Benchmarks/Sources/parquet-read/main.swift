import Inlay

// Reads a Parquet file whole into memory, and tells the seconds that took: parquet-read FILE THREADS

let arguments = CommandLine.arguments
guard arguments.count == 3, let threads = Int(arguments[2]), threads > 0 else {
  print("usage: parquet-read FILE THREADS")
  throw InlayError(.invalidInput, "give a file and a number of threads")
}
let start = ContinuousClock.now
let source = try ParquetSource(path: arguments[1])
let sink = CollectingSink()
let report = try Table(source).run(into: sink, workers: Workers(count: threads))
let seconds = Double(start.duration(to: .now) / .nanoseconds(1)) / 1e9
let columnCount = sink.batches.first?.columns.count ?? 0
print("\(seconds) \(report.rowCount) \(columnCount)")
