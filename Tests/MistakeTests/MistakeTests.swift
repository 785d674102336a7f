import ChisoKernel
import ChisoTestSupport
import Testing

/// Mistakes that analysts make, and what they are told.
@Suite struct MistakeTests {
  @Test(arguments: Mistake.topics)
  func `each mistake is told as it is recorded`(topic: String) throws {
    let text = try Mistake.all(about: topic).map { mistake in
      let remark = mistake.remark.map { "# \($0)\n\n" } ?? ""
      let shown = mistake.text.split(separator: "\n").joined(separator: "\n  ")
      return "\(remark)> \(shown)\n\(mistake.transcript)"
    }
    .joined(separator: "\n")
    let isRecorded = try RecordedFile("Tests/MistakeTests/Snapshots/\(topic).txt").holds(text)
    #expect(isRecorded, "RECORD_SNAPSHOTS=1 records what is printed now")
  }

  @Test(arguments: Mistake.topics)
  func `each mistake is refused, at a place and with a way out`(topic: String) throws {
    for mistake in try Mistake.all(about: topic) {
      let diagnostics = mistake.diagnostics
      #expect(!diagnostics.isEmpty, "nobody minds `\(mistake.text)`")
      for diagnostic in diagnostics {
        let length = mistake.text.utf8.count
        #expect(
          diagnostic.span.start >= 0 && diagnostic.span.end <= length, "\(diagnostic.id) in `\(mistake.text)`"
        )
        #expect(
          !diagnostic.hints.isEmpty || messagesThatNameTheWayOut.contains(diagnostic.id),
          "\(diagnostic.id) in `\(mistake.text)` offers no way out")
        #expect(
          diagnostic.message.hasSuffix(".") || diagnostic.message.hasSuffix("?"), "\(diagnostic.message)")
      }
    }
  }

  @Test(arguments: Mistake.topics)
  func `a fix that is offered can be applied and read, and mends what it is offered for`(topic: String) throws
  {
    for mistake in try Mistake.all(about: topic) {
      let diagnostics = mistake.diagnostics
      for (index, diagnostic) in diagnostics.enumerated() {
        // Where there are several mistakes in a line, the others are still there.
        let others = diagnostics.enumerated().filter { $0.offset != index }.map(\.element.message)
        for hint in diagnostic.hints where !hint.edits.isEmpty {
          let mended = try #require(Diagnostic.applying(hint, to: mistake.text), "`\(mistake.text)`")
          let rest = Mistake.diagnostics(of: mended).filter {
            !dataErrors.contains($0.id) && !others.contains($0.message)
          }
          #expect(
            rest.map { "\($0.id): \($0.message)" } == [],
            "`\(mistake.text)` by “\(hint.message)” to `\(mended)`")
        }
      }
    }
  }
}

/// Those that say what may stand there in the message itself.
private let messagesThatNameTheWayOut: Set = ["unknown-word", "unexpected-token", "function-failed"]

/// What figures may lack after a fix: it mends the question, not the figures.
private let dataErrors: Set = ["no-observation", "no-rate", "nothing-follows", "division-by-zero"]
