package import FoundationEssentials

/// The project's own files, found from where this one was compiled.
package enum Repository {
  /// Its root folder.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of the file at `path`, seen from the root.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The whole path of the file at `path`, seen from the root.
  package static func path(_ path: String) -> String { root.appending(path: path).path }

  /// Whether there is a file at `path`.
  package static func isFile(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The paths of the files below `folders` whose names end in one of `endings`, seen from the root, sorted.
  package static func files(in folders: String..., endings: String...) -> [String] {
    var paths: [String] = []
    for folder in folders {
      let below = try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      paths += (below ?? []).map { "\(folder)/\($0)" }
    }
    return paths.filter { path in
      endings.contains { path.hasSuffix($0) } && !path.contains("/.build/")
    }.sorted()
  }
}
