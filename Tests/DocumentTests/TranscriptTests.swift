import ChisoTestSupport
import Testing

/// Conversations in README.md, held against the program where it is built.
@Suite struct TranscriptTests {
  static let program = Repository.path(".build/release/chiso")
  static let prompt = "chiso> "

  @Test(.enabled(if: Repository.isFile(program)))
  func `the conversation in the README is what the program says`() throws {
    let readme = try Repository.text("README.md")
    let transcripts = CodeBlock.all(in: readme, language: "console")
      .filter { $0.text.contains(Self.prompt) }
    #expect(!transcripts.isEmpty)
    for transcript in transcripts {
      for (statement, answer) in exchanges(in: transcript.text, prompt: Self.prompt) {
        let said = try run([Self.program, "eval", "--no-colour", "--no-rc", statement]).text
        #expect(trimmed(said) == answer, "\(statement)")
      }
    }
  }
}

/// What is typed behind each prompt, and the lines below it.
func exchanges(in transcript: String, prompt: String) -> [(statement: String, answer: [String])] {
  var exchanges: [(statement: String, answer: [String])] = []
  for line in transcript.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix(prompt) {
      exchanges.append((String(line.dropFirst(prompt.count)), []))
    } else if !exchanges.isEmpty, !line.isEmpty {
      exchanges[exchanges.count - 1].answer.append(String(line))
    }
  }
  return exchanges
}

/// The lines of a text without the spaces at their ends.
func trimmed(_ text: String) -> [String] {
  text.split(separator: "\n").map { String($0.reversed().drop { $0 == " " }.reversed()) }
}
