// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Declares an executable whose `main` is libFuzzer's.
func harness(_ name: String) -> Target {
  .executableTarget(
    name: "fuzz-\(name)", dependencies: ["Entries"], path: "Sources/Harnesses/\(name)",
    swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
}

// Programs that are given bytes by libFuzzer. They are built with `--sanitize fuzzer`, and so is Inlay with them.
let package = Package(
  name: "inlay-fuzz",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "inlay", path: "..", traits: ["Zstd", "Brotli"])
  ],
  targets: [
    .target(
      name: "Entries", dependencies: [.product(name: "Inlay", package: "inlay")], swiftSettings: settings)
  ] + ["columns", "csv", "footer", "gzip", "job", "json", "page", "parquet", "text"].map { harness($0) },
  swiftLanguageModes: [.v6]
)
