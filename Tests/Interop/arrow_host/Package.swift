// swift-tools-version: 6.2
import PackageDescription

// A library with a C interface, which Python's tests load to hand tables to Inlay and take them back.
let package = Package(
  name: "arrow-host",
  platforms: [.macOS(.v26)],
  products: [.library(name: "InlayArrowHost", type: .dynamic, targets: ["InlayArrowHost"])],
  dependencies: [.package(name: "inlay", path: "../../..")],
  targets: [
    .target(name: "InlayArrowHost", dependencies: [.product(name: "InlayArrow", package: "inlay")])
  ],
  swiftLanguageModes: [.v6]
)
