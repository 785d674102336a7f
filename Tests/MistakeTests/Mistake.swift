import ChisoKernel
import ChisoShell
import ChisoTerminal
import ChisoTestSupport

/// A wrong input of the corpus, as an analyst types it.
///
/// The files in `Mistakes` hold one on each line; lines that are indented by two spaces belong to the one above, and a
/// line that begins with `#` says what is the matter with those below.
struct Mistake: Sendable {
  /// What is the matter, where it is the first of its sort.
  var remark: String?
  /// The statements; the last one is wrong, or one before it.
  var text: String

  /// The topics in the order in which they are read: the names of the files.
  static let topics = Repository.files(in: "Tests/MistakeTests/Mistakes", endings: ".txt").map { path in
    String(path.split(separator: "/").last?.dropLast(".txt".count) ?? "")
  }

  /// Every mistake of every topic.
  static func all() throws -> [Mistake] { try topics.flatMap(all(about:)) }

  /// The mistakes of one topic.
  static func all(about topic: String) throws -> [Mistake] {
    var mistakes: [Mistake] = []
    var remark: String?
    let text = try Repository.text("Tests/MistakeTests/Mistakes/\(topic).txt")
    for line in text.split(separator: "\n") {
      if line.hasPrefix("#") {
        remark = String(line.dropFirst(2))
      } else if line.hasPrefix("  "), !mistakes.isEmpty {
        mistakes[mistakes.count - 1].text += "\n" + line.dropFirst(2)
      } else {
        mistakes.append(Mistake(remark: remark, text: String(line)))
        remark = nil
      }
    }
    return mistakes
  }

  /// What a shell prints for it, 100 columns wide.
  var transcript: String {
    var capabilities = TerminalCapabilities.file
    capabilities.width = 100
    var shell = Shell(bundledKernel, capabilities: capabilities, diagnosticCapabilities: capabilities)
    var output = ""
    shell.run(SourceText(text)) { output += $0.text }
    return output
  }

  /// What is said against it; places count from the start of the text.
  var diagnostics: [Diagnostic] { Mistake.diagnostics(of: text) }

  /// What is said against `text`.
  static func diagnostics(of text: String) -> [Diagnostic] {
    var session = Session(bundledKernel)
    return session.run(text).flatMap { result -> [Diagnostic] in
      if case .failure(let diagnostics) = result.outcome { return diagnostics }
      return []
    }
  }
}
