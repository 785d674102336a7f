import FoundationEssentials

/// Text in a document that follows from the catalogue, between two marks of its own lines.
///
/// For example: `<!-- indicators:begin -->` and `<!-- indicators:end -->`. Run the tests with `RECORD_SNAPSHOTS=1` to
/// write it anew.
package struct RecordedText {
  package var path: String
  package var mark: String

  package init(_ path: String, mark: String) {
    self.path = path
    self.mark = mark
  }

  /// Whether the document holds `text`; written into it first where snapshots are recorded.
  package func holds(_ text: String) throws -> Bool {
    let document = try Repository.text(path)
    let begin = "<!-- \(mark):begin -->\n"
    let end = "<!-- \(mark):end -->"
    guard let head = document.firstRange(of: begin),
      let tail = document[head.upperBound...].firstRange(of: end)
    else { return false }
    if document[head.upperBound..<tail.lowerBound] == text { return true }
    guard ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" else { return false }
    let renewed = document[..<head.upperBound] + text + document[tail.lowerBound...]
    try Data(renewed.utf8).write(to: Repository.root.appending(path: path), options: .atomic)
    return true
  }
}
