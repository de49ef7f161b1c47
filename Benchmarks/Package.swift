// swift-tools-version: 6.2
import PackageDescription

// Measures the library from outside. A package of its own, so that whoever depends on Inlay does not get what measures it.
let package = Package(
  name: "inlay-benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "inlay", path: ".."),
    .package(name: "inlay-work", path: "Work"),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
  ],
  targets: [
    // `swift package benchmark` finds its targets in a folder of this name.
    .executableTarget(
      name: "Library",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"), .product(name: "Work", package: "inlay-work"),
      ],
      path: "Benchmarks/Library", plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(name: "inlay-bench", dependencies: [.product(name: "Inlay", package: "inlay")]),
  ],
  swiftLanguageModes: [.v6]
)
