// swift-tools-version: 6.2
import PackageDescription

// What every target of ours is held to. `Lifetimes` lets a type of ours hand out a `Span` over its own storage.
let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

/// Declares a library target of one floor with the targets below it that it may import, and its tests; `testData` are
/// the folders among the tests that hold no code.
func floor(
  _ name: String, _ dependencies: [Target.Dependency], testing: [Target.Dependency] = [],
  testData: [String] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: settings),
    .testTarget(
      name: "\(name)Tests", dependencies: [.target(name: name), "InlayTesting"] + dependencies + testing,
      exclude: testData, swiftSettings: settings),
  ]
}

// What the programs of the package in `Fuzz` call: built here too, for the tests that replay their inputs.
let fuzzing: [Target] = [
  .target(
    name: "FuzzEntries", dependencies: ["Inlay"], path: "Fuzz/Sources/Entries", swiftSettings: settings),
  .testTarget(
    name: "FuzzEntriesTests", dependencies: ["FuzzEntries", "InlayTesting"], swiftSettings: settings),
]

let package = Package(
  name: "inlay",
  platforms: [.macOS(.v26), .iOS(.v26), .tvOS(.v26), .watchOS(.v26), .visionOS(.v26)],
  products: [
    .library(name: "Inlay", targets: ["Inlay"]),
    .library(name: "InlayArrow", targets: ["InlayArrow"]),
    .executable(name: "inlay", targets: ["InlayCLI"]),
  ],
  traits: [
    .trait(name: "Zstd", description: "Parquet pages that are compressed with Zstandard; needs libzstd."),
    .trait(name: "Brotli", description: "Parquet pages that are compressed with Brotli; needs libbrotli."),
    .trait(name: "Encryption", description: "Encrypted Parquet files; needs swift-crypto."),
    .default(enabledTraits: []),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ],
  targets: [
    .target(name: "CInlayKernels"),
    .target(name: "CInlaySystem"),
    .target(name: "CInlayArrow"),
    .systemLibrary(
      name: "CSnappy", pkgConfig: "snappy", providers: [.apt(["libsnappy-dev"]), .brew(["snappy"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc libbrotlidec",
      providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
  ]
    + floor("InlayBytes", ["CInlayKernels", "CInlaySystem", "CZlib"])
    + floor("InlayColumns", ["InlayBytes", "CInlayKernels"])
    + [
      .target(
        name: "InlayTesting", dependencies: ["InlayBytes", "InlayColumns"], path: "Tests/InlayTesting",
        swiftSettings: settings)
    ]
    + floor("InlayCSV", ["InlayBytes", "InlayColumns", "CInlayKernels"], testing: ["CZlib"])
    + floor("InlayJSON", ["InlayBytes", "InlayColumns"])
    + floor("InlayArrow", ["InlayBytes", "InlayColumns", "CInlayArrow"])
    + floor("InlayRows", ["InlayBytes", "InlayColumns"])
    + floor("InlayStorage", ["InlayBytes"])
    + floor(
      "InlayEngine", ["InlayBytes", "InlayColumns", "CInlayKernels"],
      testData: ["Aggregation/Fixtures", "Expressions/Fixtures"])
    + floor(
      "InlayParquet",
      [
        "InlayBytes", "InlayColumns", "CInlayKernels", "CSnappy", "CZlib",
        .target(name: "CZstd", condition: .when(traits: ["Zstd"])),
        .target(name: "CBrotli", condition: .when(traits: ["Brotli"])),
        .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Encryption"])),
        .product(name: "CryptoExtras", package: "swift-crypto", condition: .when(traits: ["Encryption"])),
      ], testData: ["Fixtures"])
    + floor(
      "InlayDatasets",
      ["InlayBytes", "InlayColumns", "InlayStorage", "InlayCSV", "InlayJSON", "InlayParquet"])
    + floor(
      "InlayJobs",
      [
        "InlayBytes", "InlayColumns", "InlayStorage", "InlayCSV", "InlayJSON", "InlayParquet", "InlayEngine",
        "InlayDatasets",
      ], testData: ["Documents", "Drawings", "Jobs", "Scripts"])
    + floor(
      "Inlay",
      [
        "InlayBytes", "InlayColumns", "InlayRows", "InlayArrow", "CInlayArrow", "InlayStorage", "InlayCSV",
        "InlayJSON", "InlayParquet", "InlayEngine", "InlayDatasets", "InlayJobs",
      ])
    + [
      .executableTarget(
        name: "InlayCLI",
        dependencies: ["Inlay", .product(name: "ArgumentParser", package: "swift-argument-parser")],
        swiftSettings: settings),
      .testTarget(
        name: "InlayCLITests",
        dependencies: [
          "InlayCLI", "Inlay", "InlayTesting",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        exclude: ["Help"], swiftSettings: settings),
    ] + fuzzing,
  swiftLanguageModes: [.v6]
)
