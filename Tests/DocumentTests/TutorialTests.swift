import ChisoKernel
import ChisoPluginTesting
import ChisoTestSupport
import Foundation
import Testing

/// Every step of the tutorial works: what stands on one page of it is what the reader has at that point.
@Suite struct TutorialTests {
  static let resources = ArticleTests.catalogue + "/Resources"
  static let definitions = (1...4).map { "\(resources)/clinics-\($0).chiso" }

  @Test(arguments: definitions)
  func `every step of the definitions can be run`(path: String) async throws {
    let script = try TestScript(name: path, text: Repository.text(path))
    #expect(!script.cases.isEmpty)
    for fault in await script.faults(in: Session(bundledKernel)) { Issue.record("\(fault)") }
  }

  @Test func `the tests of the plugin are right`() async throws {
    let script = try TestScript(name: "clinics", text: text("clinics.chisotest"))
    var session = Session(bundledKernel)
    #expect(session.run(try Repository.text(Self.definitions[3])).allSatisfy { !Self.isFailure($0.outcome) })
    #expect(await script.faults(in: session) == [])
  }

  @Test(.enabled(if: Repository.isFile(TranscriptTests.program)))
  func `the plugin is verified as the tutorial says`() throws {
    let transcript = try #require(exchanges(in: try text("clinics-verify.txt"), prompt: "$ chiso ").first)
    try inTemporaryFolder { folder in
      let plugin = folder.appending(path: "clinics")
      try FileManager.default.createDirectory(at: plugin, withIntermediateDirectories: true)
      for (name, text) in [
        ("clinics.chiso", try Repository.text(Self.definitions[3])),
        ("clinics.chisotest", try text("clinics.chisotest")),
      ] {
        try text.write(to: plugin.appending(path: name), atomically: true, encoding: .utf8)
      }
      let said = try run([
        "sh", "-c", "cd '\(folder.path)' && '\(TranscriptTests.program)' \(transcript.statement)",
      ])
      #expect(said.status == 0)
      #expect(trimmed(said.text) == transcript.answer)
    }
  }

  @Test func `each step goes on from the one before`() throws {
    for (step, next) in zip(Self.definitions, Self.definitions.dropFirst()) {
      #expect(try Repository.text(next).hasPrefix(try Repository.text(step)), "\(next)")
    }
  }

  @Test func `the plugin holds the definitions`() throws {
    let plugin = try text("clinics-plugin.swift").filter { $0 != " " }
    // But for the comment on top, which is that of the plugin.
    let definitions = try Repository.text(Self.definitions[3]).split(separator: "\n").dropFirst()
    for line in definitions { #expect(plugin.contains(line.filter { $0 != " " }), "\(line)") }
  }

  @Test func `the manifest is one`() throws {
    #expect(try SwiftProgram.faults(ofManifest: text("clinics-package.swift")) == "")
  }

  @Test(
    .enabled(if: SwiftProgram.canBeBuilt), arguments: ["clinics-prompt-1.txt", "clinics-prompt-2.txt"])
  func `the prompt answers as the tutorial says`(transcript: String) throws {
    let asked = exchanges(in: try text(transcript), prompt: "chiso> ")
    let said = try SwiftProgram.printed(
      by: ["main.swift": text("clinics-main.swift"), "ClinicsPlugin.swift": text("clinics-plugin.swift")],
      input: asked.map { $0.statement + "\n" }.joined())
    // Nothing is echoed where no terminal is: an answer stands behind its prompt.
    let answers = asked.map { $0.answer.joined(separator: "\n") }
    #expect(trimmed(said) == trimmed(answers.map { "chiso> \($0)\n" }.joined() + "chiso> "))
  }

  @Test(
    .enabled(if: Repository.isFile(TranscriptTests.program)),
    arguments: ["clinics-prompt-1.txt", "clinics-prompt-2.txt"])
  func `the program with the plugin answers as the tutorial says`(transcript: String) throws {
    try inTemporaryFolder { folder in
      let definitions = try Repository.text(Self.definitions[3])
      try definitions.write(to: folder.appending(path: "clinics.chiso"), atomically: true, encoding: .utf8)
      for exchange in exchanges(in: try text(transcript), prompt: "chiso> ") {
        let said = try run([
          TranscriptTests.program, "eval", "--no-colour", "--no-rc", "--plugin",
          folder.appending(path: "clinics.chiso").path,
          exchange.statement,
        ])
        #expect(trimmed(said.text) == exchange.answer, "\(exchange.statement)")
      }
    }
  }

  @Test func `every file of the tutorial is one that it shows`() throws {
    let tutorial = try Repository.text(ArticleTests.catalogue + "/Tutorials/YourOwnPlugin.tutorial")
    let files = Repository.files(
      in: Self.resources, endings: ".chiso", ".chisotest", ".swift", ".txt")
    #expect(files.count > 8)
    for file in files { #expect(tutorial.contains(file.dropFirst(Self.resources.count + 1)), "\(file)") }
  }

  private static func isFailure(_ outcome: StatementOutcome) -> Bool {
    if case .failure = outcome { true } else { false }
  }

  private func text(_ file: String) throws -> String { try Repository.text("\(Self.resources)/\(file)") }
}
