// swift-tools-version: 6.1
import PackageDescription

// What a package outside of Chiso looks like: one that embeds the kernel, and one that brings a plugin.

/// The kernel in the program itself.
let kernel: Target.Dependency = .product(name: "Chiso", package: "Chiso")
/// The kernel as a library, of which a process has one copy: what plugins that are loaded at run time need.
let sharedKernel: Target.Dependency = .product(name: "ChisoKernel", package: "Chiso")

let package = Package(
  name: "Examples",
  products: [.library(name: "HealthPluginLibrary", type: .dynamic, targets: ["HealthPluginLibrary"])],
  dependencies: [.package(name: "Chiso", path: "..")],
  targets: [
    .executableTarget(
      name: "Embedding",
      dependencies: [
        kernel, .product(name: "ChisoStandard", package: "Chiso"),
        .product(name: "ChisoEconomy", package: "Chiso"),
      ]),
    .executableTarget(
      name: "Dashboard",
      dependencies: [kernel, .product(name: "ChisoStandard", package: "Chiso")]
        + ["Economy", "Infrastructure", "Identity", "PublicServices"].map {
          .product(name: "Chiso\($0)", package: "Chiso")
        }),
    .target(name: "HealthPlugin", dependencies: [sharedKernel]),
    .target(name: "HealthPluginLibrary", dependencies: ["HealthPlugin", sharedKernel]),
    .executableTarget(name: "HealthQuestions", dependencies: ["HealthPlugin", sharedKernel]),
  ],
  swiftLanguageModes: [.v6]
)
