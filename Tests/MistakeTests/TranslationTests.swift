import ChisoKernel
import ChisoPluginTesting
import ChisoShell
import ChisoTestSupport
import Testing

/// What is said in English can be said in Vietnamese.
@Suite struct TranslationTests {
  private let book = Language.vietnamese.book ?? PhraseBook([:]) { $0 }

  @Test func `every message about a mistake exists in Vietnamese`() throws {
    let diagnostics = try Mistake.all().flatMap(\.diagnostics)
    #expect(missing(from: diagnostics.flatMap(phrases(of:))) == [])
  }

  @Test func `every message and note of the golden scripts exists in Vietnamese`() throws {
    var found: [Phrase] = []
    // What a script says in words of its own nobody can translate.
    var ownTexts = ""
    for path in Repository.files(in: "Tests/GoldenTests/Scripts", endings: ".chisotest") {
      var session = Session(bundledKernel)
      for test in try TestScript(name: path, text: Repository.text(path)).cases {
        ownTexts += test.statement
        if test.startsAnew { session = Session(bundledKernel) }
        for result in session.run(test.statement) {
          switch result.outcome {
          case .answer(let answer): found += answer.notes.map(\.phrase)
          case .failure(let diagnostics): found += diagnostics.flatMap(phrases(of:))
          case .declared, .command: break
          }
        }
      }
    }
    #expect(missing(from: found).filter { !ownTexts.contains("\"\($0)\"") } == [])
  }

  @Test func `every finding about the figures exists in Vietnamese`() {
    let findings = Session(bundledKernel).checkReport().findings
    #expect(missing(from: findings.flatMap { [$0.phrase] + $0.steps }) == [])
  }

  /// Where it stands what is said about plugins, files and commands, which few statements lead to.
  static let sourcesAboutPlugins = [
    "Sources/ChisoShell/Plugins/PluginDiagnostics.swift",
    "Sources/ChisoPluginLoading/Libraries/LibraryRefusal.swift",
    "Sources/ChisoPluginLoading/Libraries/PluginProbe.swift",
    "Sources/ChisoPluginLoading/Watching/PluginWatch.swift",
    "Sources/ChisoPluginLoading/Watching/FunctionShape+Watching.swift",
    "Sources/ChisoPlugin/Series+Faults.swift",
    "Sources/ChisoMeaning/Cataloguing/Catalogue+Observations.swift",
    "Sources/ChisoKernel/KernelDiagnostics.swift",
    "Sources/ChisoExchange/CSV/CSVDiagnostics.swift",
    "Sources/ChisoExchange/Files/TextEncoding.swift",
    "Sources/ChisoExchange/Files/IncomingBytes.swift",
    "Sources/ChisoLibraries/LibraryFailure.swift",
    "Sources/ChisoShell/Diagnostics/ShellDiagnostics.swift",
  ]

  @Test(arguments: sourcesAboutPlugins)
  func `every sentence about plugins, files, libraries and commands exists in Vietnamese`(path: String) throws
  {
    let said = sentences(in: try Repository.text(path))
    #expect(!said.isEmpty)
    #expect(Set(said).subtracting(book.sentences.keys).sorted() == [])
  }

  @Test func `every command is described in Vietnamese`() {
    #expect(missing(from: ShellCommand.all.flatMap { [$0.summary, $0.details] }) == [])
  }

  @Test func `every function and plugin that comes along is summed up in Vietnamese`() {
    let catalogue = bundledKernel.catalogue
    var summaries = Form.allCases.map(\.summary) + catalogue.plugins.map(\.summary)
    summaries += catalogue.functions.filter { $0.summary(in: "vi") == nil }.map(\.summary)
    #expect(Set(summaries).filter { book.sentences[$0] == nil }.sorted() == [])
  }

  @Test func `a translation has the gaps of its original`() {
    func gaps(_ text: String) -> [Int] {
      (1...9).filter { text.contains("{\($0)}") }
    }
    let wrong = book.sentences.filter { gaps($0.key) != gaps($0.value) }.keys.sorted()
    #expect(wrong == [])
  }

  /// The templates that the book lacks, each once.
  private func missing(from phrases: [Phrase]) -> [String] {
    Set(phrases.flatMap { book.missing(from: $0) }).sorted()
  }

  private func phrases(of diagnostic: Diagnostic) -> [Phrase] {
    [diagnostic.phrase] + diagnostic.labels.map(\.phrase) + diagnostic.hints.map(\.phrase)
  }
}
