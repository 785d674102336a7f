// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Clinics",
  dependencies: [.package(name: "Chiso", path: "../chiso")],
  targets: [
    .executableTarget(
      name: "Clinics",
      dependencies: [
        .product(name: "Chiso", package: "Chiso"),
        .product(name: "ChisoStandard", package: "Chiso"),
        .product(name: "ChisoShell", package: "Chiso"),
      ])
  ]
)
