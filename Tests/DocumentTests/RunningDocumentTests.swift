import ChisoKernel
import ChisoPluginTesting
import ChisoTestSupport
import Testing

/// The code in the documents runs, and answers as they say. A block is a `.chisotest` script of its own; a statement
/// with nothing below it just has to work.
@Suite struct RunningDocumentTests {
  static let documents =
    ["README.md", "CHANGELOG.md"]
    + Repository.files(in: "docs", "Plugins", "examples", ArticleTests.catalogue, endings: ".md")

  @Test(arguments: documents)
  func `every code block of a document runs as it says`(path: String) async throws {
    for block in CodeBlock.all(in: try Repository.text(path)) {
      let script = try TestScript(name: "\(path), block in line \(block.line)", text: block.text)
      for fault in await script.faults(in: Session(bundledKernel)) { Issue.record("\(fault)") }
    }
  }

  @Test func `the guide has many`() throws {
    #expect(CodeBlock.all(in: try Repository.text("docs/LANGUAGE.md")).count > 20)
  }
}
