import ChisoExchange

/// A package in Swift, which is no plugin before its library is built.
struct SwiftPackage {
  /// The folder that it is in.
  let path: String
  /// The name of its first dynamic library; nil where its manifest names none.
  let library: String?

  /// How much of a manifest is read.
  private static let longest = 1 << 20

  /// The package in the folder at `path`; nil where there is none.
  init?(at path: String) {
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let manifest = try? TextFile.read(folder + "/Package.swift", limit: SwiftPackage.longest) else {
      return nil
    }
    self.path = folder
    library = SwiftPackage.libraries(in: manifest).first
  }

  /// The names in `.library(name: "…", type: .dynamic, …)`.
  private static func libraries(in manifest: String) -> [String] {
    var rest = manifest[...]
    var names: [String] = []
    while let call = rest.firstRange(of: ".library(") {
      rest = rest[call.upperBound...]
      let arguments = rest.prefix { $0 != ")" }
      let parts = arguments.split(separator: "\"", omittingEmptySubsequences: false)
      if parts.count > 1, arguments.contains(".dynamic") { names.append(String(parts[1])) }
    }
    return names
  }

  /// The command that builds it.
  var buildCommand: String { "swift build -c release --package-path \(path)" }

  /// Where its library is then.
  var libraryPath: String { "\(path)/.build/release/lib\(library ?? "NAME").so" }
}
