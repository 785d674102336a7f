// swift-tools-version: 6.1
import PackageDescription

// The floors of the house, lowest first. Arrows point downward only; docs/ARCHITECTURE.md is the map.

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: swiftSettings)
}

/// A domain plugin at `Plugins/<folder>`: Swift, and its `Definitions` folder embedded by a C target.
func domainPlugin(_ folder: String) -> [Target] {
  [
    .target(
      name: "CChiso\(folder)Definitions", dependencies: ["CChisoDefinitions"],
      path: "Plugins/\(folder)/Definitions", publicHeadersPath: "include"),
    .target(
      name: "Chiso\(folder)", dependencies: ["ChisoPlugin", .byName(name: "CChiso\(folder)Definitions")],
      path: "Plugins/\(folder)", exclude: ["Definitions", "README.md"], swiftSettings: swiftSettings),
  ]
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

/// The kernel by all its floors, for what is compiled against the layout of its values: a build looks at direct
/// dependencies only when it decides what to compile again.
let belowKernel: [Target.Dependency] = [
  "ChisoReasoning", "ChisoComputing", "ChisoMeaning", "ChisoPlugin", "ChisoSyntax", "ChisoModel",
  "ChisoDiagnostics",
]
let kernelFloors: [Target.Dependency] = ["ChisoKernel"] + belowKernel

let domains = ["Economy", "Infrastructure", "Identity", "PublicServices"]
let bundledPlugins: [Target.Dependency] = domains.map { .byName(name: "Chiso\($0)") }

let package = Package(
  name: "Chiso",
  products: [
    .library(name: "Chiso", targets: ["ChisoKernel", "ChisoPlugin"]),
    // What a plugin that is loaded at run time finds in the program: nothing may be in the one and not in the other.
    .library(
      name: "ChisoKernel", type: .dynamic,
      targets: ["ChisoKernel", "ChisoPlugin", "ChisoStandard", "ChisoPluginTesting"]),
    .library(name: "ChisoStandard", targets: ["ChisoStandard"]),
    .library(name: "ChisoShell", targets: ["ChisoShell"]),
    .executable(name: "chiso", targets: ["chiso"]),
  ] + domains.map { .library(name: "Chiso\($0)", targets: ["Chiso\($0)"]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // Floor 1
    library("ChisoDiagnostics"),
    library("ChisoModel"),
    // Floor 2
    library("ChisoSyntax", ["ChisoDiagnostics"]),
    .target(name: "CChisoDefinitions"),
    .target(name: "CChisoHandshake"),
    library("ChisoPlugin", ["ChisoModel", "ChisoDiagnostics", "CChisoDefinitions", "CChisoHandshake"]),
    // Floor 3
    library("ChisoMeaning", ["ChisoDiagnostics", "ChisoModel", "ChisoSyntax", "ChisoPlugin"]),
    .target(
      name: "CChisoStandardDefinitions", dependencies: ["CChisoDefinitions"],
      path: "Sources/ChisoStandard/Definitions", publicHeadersPath: "include"),
    .target(
      name: "ChisoStandard", dependencies: ["ChisoPlugin", "CChisoStandardDefinitions"],
      exclude: ["Definitions"], swiftSettings: swiftSettings),
    .target(name: "CChisoLanguages", dependencies: ["CChisoDefinitions"]),
    // Floor 4
    library(
      "ChisoComputing", ["ChisoMeaning", "ChisoDiagnostics", "ChisoModel", "ChisoSyntax", "ChisoPlugin"]),
    // Floor 5
    library(
      "ChisoReasoning",
      ["ChisoComputing", "ChisoMeaning", "ChisoDiagnostics", "ChisoModel", "ChisoSyntax", "ChisoPlugin"]),
    // Floor 6
    library("ChisoKernel", belowKernel),
    // Aside
    library("ChisoTerminal"),
    library("ChisoLibraries", ["ChisoModel", "ChisoDiagnostics"]),
    library("ChisoExchange", ["ChisoLibraries", "ChisoModel", "ChisoDiagnostics"]),
    library("ChisoPluginLoading", ["ChisoPlugin", "ChisoModel", "ChisoExchange", "ChisoLibraries"]),
    .systemLibrary(name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    // Floor 7
    library("ChisoWords", kernelFloors + ["CChisoLanguages"]),
    library("ChisoPluginTesting", kernelFloors),
    // Floor 8
    library("ChisoLineEditing", ["ChisoTerminal", "CLibEdit"]),
    library("ChisoAssistance", kernelFloors + ["ChisoWords", "ChisoPluginLoading"]),
    library("ChisoHost", kernelFloors + ["ChisoWords", "ChisoExchange", "ChisoPluginLoading"]),
    library("ChisoPresentation", kernelFloors + ["ChisoWords", "ChisoExchange", "ChisoTerminal"]),
    // Floor 9
    library(
      "ChisoShell",
      kernelFloors + [
        "ChisoAssistance", "ChisoHost", "ChisoPresentation", "ChisoWords", "ChisoExchange",
        "ChisoPluginLoading", "ChisoTerminal",
      ]),
    // Floor 10
    .executableTarget(
      name: "chiso",
      dependencies: [
        "ChisoStandard", "ChisoShell", "ChisoExchange", "ChisoPluginLoading", "ChisoPluginTesting",
        "ChisoLineEditing", "ChisoTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + kernelFloors + bundledPlugins,
      swiftSettings: swiftSettings,
      // One copy of the kernel in a process: the program exports its symbols under the kernel library's
      // name, so that a plugin built elsewhere binds to it. lld, since gold ignores the name of a program.
      linkerSettings: [
        .unsafeFlags(
          [
            "-use-ld=lld", "-Xlinker", "--export-dynamic", "-Xlinker", "-soname", "-Xlinker",
            "libChisoKernel.so",
          ],
          .when(platforms: [.linux]))
      ]),
    // Tests
    library("ChisoTestRandom", path: "Tests/Random"),
    tests("ChisoModelTests", ["ChisoModel", "ChisoTestRandom"]),
    tests("ChisoSyntaxTests", ["ChisoSyntax", "ChisoDiagnostics", "ChisoTestRandom"]),
    library("ChisoTestSupport", ["ChisoStandard"] + kernelFloors + bundledPlugins, path: "Tests/Support"),
    tests("ChisoEngineTests", ["ChisoPluginTesting", "ChisoTestSupport", "ChisoTestRandom"] + kernelFloors),
    tests(
      "GoldenTests",
      ["ChisoPluginTesting", "ChisoTestSupport", "ChisoTestRandom", "ChisoShell"] + kernelFloors,
      exclude: ["Scripts", "Tables"]),
    tests("DocumentTests", ["ChisoPluginTesting", "ChisoTestSupport", "ChisoShell"] + kernelFloors),
    tests(
      "MistakeTests",
      [
        "ChisoPluginTesting", "ChisoTestSupport", "ChisoTestRandom", "ChisoShell", "ChisoTerminal",
        "ChisoExchange",
      ]
        + kernelFloors,
      exclude: ["Mistakes", "Snapshots"]),
    tests("HouseTests", ["ChisoTestSupport"] + kernelFloors),
    tests("ChisoLibrariesTests", ["ChisoLibraries", "ChisoDiagnostics", "ChisoTestSupport"]),
    tests(
      "ChisoExchangeTests",
      ["ChisoExchange", "ChisoModel", "ChisoDiagnostics", "ChisoTestRandom", "ChisoTestSupport"]),
    tests(
      "ChisoShellTests",
      [
        "ChisoTestSupport", "ChisoTestRandom", "ChisoShell", "ChisoStandard", "ChisoTerminal",
        "ChisoExchange",
      ]
        + kernelFloors,
      exclude: ["Snapshots"]),
    tests("ChisoPluginTestingTests", ["ChisoPluginTesting", "ChisoTestSupport"] + kernelFloors),
    tests("ChisoPluginLoadingTests", ["ChisoTestSupport"], exclude: ["Libraries"]),
    tests(
      "ChisoInferenceTests",
      ["ChisoStandard", "ChisoTestRandom"] + kernelFloors + bundledPlugins),
  ] + domains.flatMap(domainPlugin),
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
