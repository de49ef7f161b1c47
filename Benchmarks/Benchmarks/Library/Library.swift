import Benchmark
import Work

// How long each piece of the library's work takes; how many instructions it takes is counted elsewhere.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 2, maxDuration: .seconds(1))
  for work in Work.all {
    Benchmark(work.name) { benchmark, body in
      for _ in benchmark.scaledIterations { blackHole(try body()) }
    } setup: {
      try work.prepare()
    }
  }
}
