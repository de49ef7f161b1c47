// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "QuickStart",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "inlay", path: "../..")],
  targets: [
    .executableTarget(name: "QuickStart", dependencies: [.product(name: "Inlay", package: "inlay")])
  ]
)
