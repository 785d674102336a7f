import ChisoTestSupport
import Foundation

/// What `swift package dump-package` says of the targets.
struct PackageDescription {
  struct Target {
    var name: String
    var type: String
    var dependencies: [String]

    /// Whether it stands on a floor: no test, and nothing that only tests use.
    var isPartOfTheHouse: Bool { type != "test" && !name.hasPrefix("ChisoTest") }
  }

  var targets: [Target]

  /// The description of this project; asked for once.
  static let ofThisProject = Result { try PackageDescription() }

  private init() throws {
    // A scratch path of its own: inside `swift test` the usual one is locked.
    let scratch = FileManager.default.temporaryDirectory.appending(path: "chiso-dump-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let dump = try output(
      of: "swift", "package", "--package-path", Repository.root.path, "--scratch-path", scratch.path,
      "dump-package")
    targets = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).targets.map { target in
      Target(name: target.name, type: target.type, dependencies: target.dependencies.compactMap(\.name))
    }
  }

  private struct Dump: Decodable {
    struct Target: Decodable {
      var name: String
      var type: String
      var dependencies: [Dependency]
    }
    var targets: [Target]
  }

  /// `{"byName": ["ChisoModel", null]}` or `{"product": ["ArgumentParser", …]}`.
  private struct Dependency: Decodable {
    var name: String?

    init(from decoder: any Decoder) throws {
      let kinds = try decoder.singleValueContainer().decode([String: [Part]].self)
      name = kinds.values.first?.first?.text
    }
  }

  private struct Part: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }
}
