// swift-tools-version: 6.1
import PackageDescription

// Side by side, in one run, as ratios: `swift run -c release --package-path Benchmarks ChisoBenchmarks`.
let package = Package(
  name: "ChisoBenchmarks",
  dependencies: [.package(name: "Chiso", path: "..")],
  targets: [
    .executableTarget(
      name: "ChisoBenchmarks",
      dependencies: [
        .product(name: "Chiso", package: "Chiso"), .product(name: "ChisoStandard", package: "Chiso"),
        .product(name: "ChisoShell", package: "Chiso"), .product(name: "ChisoEconomy", package: "Chiso"),
        .product(name: "ChisoInfrastructure", package: "Chiso"),
        .product(name: "ChisoIdentity", package: "Chiso"),
        .product(name: "ChisoPublicServices", package: "Chiso"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
