import ChisoTestSupport
import Foundation
import Testing

/// The articles and the tutorial of the documentation: programs compile and print what they say, commands answer as
/// below them, and the whole is laid out without a warning.
@Suite(.enabled(if: SwiftProgram.canBeBuilt))
struct ArticleTests {
  static let catalogue = "Sources/ChisoKernel/ChisoKernel.docc"
  static let articles = Repository.files(in: catalogue, endings: ".md")

  @Test func `there are articles for the three readers`() {
    let names = Self.articles.compactMap { $0.split(separator: "/").last }
    for reader in ["Asking.md", "Embedding.md", "Extending.md"] { #expect(names.contains { $0 == reader }) }
  }

  @Test(arguments: articles)
  func `every block of code is of a language that is tried`(path: String) throws {
    let fences = try Repository.text(path).split(separator: "\n").filter {
      $0.hasPrefix("```") && $0 != "```"
    }
    #expect(Set(fences).subtracting(["```chiso", "```swift", "```console"]) == [])
  }

  @Test(arguments: articles + ["README.md"])
  func `the Swift of an article is a program that prints what it says`(path: String) throws {
    let blocks = CodeBlock.all(in: try Repository.text(path), language: "swift").map(\.text)
    for manifest in blocks where manifest.isManifest {
      #expect(try SwiftProgram.faults(ofManifest: manifest) == "")
    }
    let program = blocks.filter { !$0.isManifest }.joined(separator: "\n")
    guard !program.isEmpty else { return }
    let printed = try SwiftProgram.printed(by: ["main.swift": program])
    #expect(printed.split(separator: "\n").map(String.init) == said(by: program))
  }

  @Test(arguments: articles)
  func `the commands of an article answer as it says`(path: String) throws {
    for block in CodeBlock.all(in: try Repository.text(path), language: "console") {
      for exchange in exchanges(in: block.text, prompt: "$ ") {
        let result = try run(["sh", "-c", exchange.statement.calling(TranscriptTests.program)])
        #expect(result.status == 0, "\(exchange.statement): \(result.text)")
        if !exchange.answer.isEmpty { #expect(trimmed(result.text) == exchange.answer) }
      }
    }
  }

  @Test func `the documentation is laid out without a warning`() throws {
    let result = try run([Repository.path("Packaging/documentation")])
    #expect(result.status == 0, "\(result.text)")
  }

  /// What the program says that it prints: behind `print(…)`, or in lines of comments alone.
  private func said(by program: String) -> [String] {
    program.split(separator: "\n").compactMap { line in
      if line.hasPrefix("// ") { return String(line.dropFirst(3)) }
      guard line.contains("print("), let comment = line.range(of: "  // ") else { return nil }
      return line[comment.upperBound...].trimmingCharacters(in: .whitespaces)
    }
  }
}

extension String {
  fileprivate var isManifest: Bool { hasPrefix("// swift-tools-version") }

  /// The command, with the program that is meant by `chiso`.
  fileprivate func calling(_ program: String) -> String {
    "chiso() { '\(program)' \"$@\"; }; \(self)"
  }
}
