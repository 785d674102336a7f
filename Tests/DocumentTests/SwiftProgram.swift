import ChisoTestSupport
import Foundation

/// Swift out of a document, compiled against what is built and linked with the kernel, the shell and the domains.
enum SwiftProgram {
  /// What the compiler or the program said that did not end well.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Whether there is a release build to compile against.
  static var canBeBuilt: Bool { Repository.isFile(objectList) }

  private static let objectList = Repository.path(".build/release/chiso.product/Objects.LinkFileList")
  /// The objects that the program is linked of, but for the program itself.
  private static let objects = Result { () throws -> [String] in
    let list = try String(contentsOfFile: objectList, encoding: .utf8).split(separator: "\n").map(String.init)
    let others = ["/chiso.build/", "/ArgumentParser", "/ChisoLineEditing"]
    return list.filter { path in !others.contains { path.contains($0) } }
  }
  /// The folder of the kernel's interface.
  private static let interface = Result { () throws -> String in
    let folder = Repository.path(".build/interface-of-documents")
    _ = try output(of: Repository.path("Packaging/interface"), folder)
    return folder
  }

  /// What the program of `files` prints, given `input`; `main.swift` is where it begins.
  static func printed(by files: [String: String], input: String = "") throws -> String {
    try inTemporaryFolder { folder in
      for (name, text) in files {
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      }
      let program = folder.appending(path: "program").path
      let sources = files.keys.sorted().map { folder.appending(path: $0).path }
      let interface = try interface.get()
      let modules = Repository.path(".build/release/Modules")
      let command =
        ["swiftc", "-swift-version", "6", "-warnings-as-errors", "-module-name", "Article", "-I", interface]
        + ["-I", modules, "-use-ld=lld", "-o", program]
      let compiled = try run(command + sources + objects.get())
      guard compiled.status == 0 else { throw Failure(description: compiled.text) }
      let result = try run(["env", "SWIFT_BACKTRACE=enable=no", program], input: input)
      guard result.status == 0 else { throw Failure(description: result.text) }
      return result.text
    }
  }

  /// What is wrong with a package's manifest; empty where nothing is.
  static func faults(ofManifest text: String) throws -> String {
    try inTemporaryFolder { folder in
      let manifest = folder.appending(path: "Package.swift")
      try text.write(to: manifest, atomically: true, encoding: .utf8)
      let result = try run(["swift", "package", "--package-path", folder.path, "dump-package"])
      return result.status == 0 ? "" : result.text
    }
  }
}

/// Does something in a folder that is gone afterwards.
func inTemporaryFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appending(path: "chiso-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
