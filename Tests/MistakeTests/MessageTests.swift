import ChisoKernel
import ChisoTestSupport
import Testing

/// The names of messages, on which programs depend.
@Suite struct MessageTests {
  @Test func `the names of messages stay`() throws {
    let names = Set(try Mistake.all().flatMap(\.diagnostics).map(\.id)).sorted()
    let text = names.joined(separator: "\n") + "\n"
    #expect(try RecordedFile("Tests/MistakeTests/Snapshots/ids.list").holds(text))
  }

  @Test func `the table of messages is that of the kernel`() throws {
    var rows: [String: String] = [:]
    for mistake in try Mistake.all() {
      for diagnostic in mistake.diagnostics where rows[diagnostic.id] == nil {
        let example = mistake.text.split(separator: "\n").map { "`\($0)`" }.joined(separator: "<br>")
        rows[diagnostic.id] = "| `\(diagnostic.id)` | \(example.inCell) | \(diagnostic.message.inCell) |\n"
      }
    }
    let body = rows.keys.sorted().compactMap { rows[$0] }.joined()
    let table = "| Name | For example | Message |\n|---|---|---|\n" + body
    #expect(
      try RecordedText("docs/MESSAGES.md", mark: "messages").holds(table), "run with RECORD_SNAPSHOTS=1")
  }
}

extension String {
  /// The text as a cell of a table holds it.
  fileprivate var inCell: String {
    split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
