import ChisoTestSupport
import FoundationEssentials

/// A file that holds what is printed and nothing else; `RECORD_SNAPSHOTS=1` writes it anew.
struct RecordedFile {
  var path: String

  init(_ path: String) { self.path = path }

  /// Whether the file holds `text`; written into it first where snapshots are recorded.
  func holds(_ text: String) throws -> Bool {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(text.utf8).write(to: Repository.root.appending(path: path), options: .atomic)
    }
    return try Repository.text(path) == text
  }
}
