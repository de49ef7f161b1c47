// swift-tools-version: 6.2
import PackageDescription

// The work of the library that is measured, and the command whose instructions are counted. It has no dependency but
// Inlay: built where Inlay's command is built, it takes over what is there.
let package = Package(
  name: "inlay-work",
  platforms: [.macOS(.v26)],
  products: [.library(name: "Work", targets: ["Work"])],
  dependencies: [
    // With the traits of the command, without which all would be built again.
    .package(name: "inlay", path: "../..", traits: ["Zstd", "Brotli"])
  ],
  targets: [
    .target(name: "Work", dependencies: [.product(name: "Inlay", package: "inlay")]),
    .executableTarget(name: "count-work", dependencies: ["Work"]),
  ],
  swiftLanguageModes: [.v6]
)
