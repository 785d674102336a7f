import Foundation
import Testing

/// Compares statements and what they print with the file of that name; `RECORD_SNAPSHOTS=1` writes it anew.
///
/// The files are read as prose when they change: each is a conversation.
func expectSnapshot(
  _ name: String, _ entries: [(shown: String, output: String)], path: String = #filePath,
  location: SourceLocation = #_sourceLocation
) throws {
  let text = entries.map { entry in
    let shown = entry.shown.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
    return "> \(shown)\n\(entry.output)"
  }
  .joined(separator: "\n")
  let file = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(
    "Snapshots/\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try Data(text.utf8).write(to: file)
    return
  }
  let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  #expect(text == recorded, "RECORD_SNAPSHOTS=1 records what is printed now", sourceLocation: location)
}

/// The same, for statements that one shell is asked one after the other.
func expectSnapshot(
  _ name: String, of statements: [String], width: Int? = 80, path: String = #filePath,
  location: SourceLocation = #_sourceLocation
) throws {
  var entries: [(shown: String, output: String)] = []
  for statement in statements { entries.append((statement, transcript(statement, width: width))) }
  try expectSnapshot(name, entries, path: path, location: location)
}
