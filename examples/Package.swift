// swift-tools-version: 6.1
import PackageDescription

// What a package outside of Chiso looks like: one that embeds the kernel, and one that brings a plugin.

let kernel: Target.Dependency = .product(name: "Chiso", package: "Chiso")
let standard: Target.Dependency = .product(name: "ChisoStandard", package: "Chiso")

let package = Package(
  name: "Examples",
  dependencies: [.package(name: "Chiso", path: "..")],
  targets: [
    .executableTarget(
      name: "Embedding", dependencies: [kernel, standard, .product(name: "ChisoEconomy", package: "Chiso")]),
    .target(name: "HealthPlugin", dependencies: [kernel]),
    .executableTarget(name: "HealthQuestions", dependencies: [kernel, standard, "HealthPlugin"]),
  ],
  swiftLanguageModes: [.v6]
)
