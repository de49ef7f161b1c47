import Benchmark
import Inlay

// Each benchmark reads a file in memory with one column of a million values. The throughput that is shown counts files:
// as many million values a second.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 2, maxDuration: .seconds(1))
  for sample in DecodingSample.all {
    Benchmark(sample.name) { benchmark, file in
      for _ in benchmark.scaledIterations { blackHole(try sample.read(file)) }
    } setup: {
      try sample.write()
    }
  }
}
