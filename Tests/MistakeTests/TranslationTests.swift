import ChisoKernel
import ChisoPlugin
import ChisoPluginTesting
import ChisoShell
import ChisoTestSupport
import Testing

/// What is said in English can be said in every language that there is, and nothing else is translated.
@Suite struct TranslationTests {
  /// The other languages, with what the bundled plugins say in them.
  private let books = Language.allCases.compactMap { $0.joined(by: bundledKernel.catalogue).book }

  @Test func `every message about a mistake is translated`() throws {
    #expect(missing(from: try saidOfMistakes()) == [])
  }

  @Test func `every message and note of the golden scripts is translated`() throws {
    let (said, ownTexts) = try saidInScripts()
    // What a script says in words of its own nobody can translate.
    #expect(missing(from: said).filter { !ownTexts.contains("\"\($0.dropFirst(4))\"") } == [])
  }

  @Test func `every finding about the figures is translated`() {
    let findings = Session(bundledKernel).checkReport().findings
    #expect(missing(from: findings.flatMap { [$0.phrase] + $0.steps }) == [])
  }

  @Test func `every command is described in every language`() {
    #expect(missing(from: saidOfCommands) == [])
  }

  @Test func `every function and plugin that comes along is summed up in every language`() {
    for book in books {
      let own = bundledKernel.catalogue.functions.filter { $0.summary(in: book.language) != nil }.map(
        \.summary)
      #expect(summaries.subtracting(own).filter { book.phrase($0) == nil }.sorted() == [], "\(book.language)")
    }
  }

  @Test func `every sentence in the code is translated`() throws {
    var faults: [String] = []
    for book in books {
      let translated = Set(entries(of: book).map(\.entry.template))
      for path in Repository.files(in: "Sources", "Plugins", endings: ".swift", ".chiso")
      where !Self.foldersWithoutPhrases.contains(where: path.contains) {
        for literal in SourceLiteral.all(in: try Repository.text(path))
        where literal.isSentence && !literal.isKnownToBeNoPhrase(in: path)
          && !translated.contains(literal.template) && !summaries.contains(literal.template)
        {
          faults.append("\(path):\(literal.line): not in \(book.language): \(literal.template)")
        }
      }
    }
    #expect(faults == [])
  }

  @Test func `every translation is of something that is said`() throws {
    var said = summaries
    for path in Repository.files(in: "Sources", "Plugins", endings: ".swift", ".chiso") {
      said.formUnion(SourceLiteral.all(in: try Repository.text(path)).map(\.template))
    }
    // Phrases that are joined from others.
    for phrase in try saidOfMistakes() + saidInScripts().said { said.formUnion(templates(of: phrase)) }
    var faults: [String] = []
    for book in books {
      for (path, entry) in entries(of: book) where !said.contains(entry.template) {
        faults.append("\(place(of: entry.span, in: path)): nothing says: \(entry.template)")
      }
    }
    #expect(faults == [])
  }

  @Test func `nothing is wrong in a file of translations`() throws {
    var faults: [String] = []
    for path in Repository.files(in: "Sources", "Plugins", "examples", endings: Translation.ending) {
      let file = Translation(name: path, text: try Repository.text(path))
      faults += file.faults.map { "\(place(of: $0.span, in: path)): \($0.message)" }
      if file.field("Language") != file.language {
        faults.append("\(path): the field Language is not its name's")
      }
    }
    for book in books {
      var first: [[String]: String] = [:]
      for (path, entry) in entries(of: book) {
        let place = place(of: entry.span, in: path)
        if let other = first.updateValue(place, forKey: [entry.context, entry.template]) {
          faults.append("\(place): translated at \(other) too: \(entry.template)")
        }
        if book.phrase(entry.template, context: entry.context) != entry.translation {
          faults.append("\(place): is not found, since it is empty or marked fuzzy: \(entry.template)")
        }
      }
    }
    #expect(faults == [])
  }

  @Test func `every file of translations is part of the program`() throws {
    let embedded = Set(books.flatMap { $0.translations.map(\.text) })
    for path in Repository.files(in: "Sources", "Plugins", endings: Translation.ending) {
      let isEmbedded = embedded.contains(try Repository.text(path))
      #expect(isEmbedded, "\(path) is in no list of embedded files")
    }
  }

  // MARK: What is said

  /// Where only English is spoken, and nothing is a phrase: the command line, reports of tests, types and code.
  private static let foldersWithoutPhrases = [
    "Sources/chiso/", "ChisoPluginTesting/", "ChisoLineEditing/", ".docc/", "PluginScaffold", "SchemeText",
    "CheckedExpression+Text", "ChisoModel/", "KnownColumns", "IndicatorCode", "PublishedData",
  ]

  /// The lines about functions, forms and plugins.
  private let summaries = Set(
    Form.allCases.map(\.summary) + bundledKernel.catalogue.plugins.map(\.summary)
      + bundledKernel.catalogue.functions.map(\.summary))

  private var saidOfCommands: [Phrase] { ShellCommand.all.flatMap { [$0.summary, $0.details] } }

  private func saidOfMistakes() throws -> [Phrase] {
    try Mistake.all().flatMap(\.diagnostics).flatMap(phrases(of:))
  }

  private func saidInScripts() throws -> (said: [Phrase], ownTexts: String) {
    var said: [Phrase] = []
    var ownTexts = ""
    for path in Repository.files(in: "Tests/GoldenTests/Scripts", endings: ".chisotest") {
      var session = Session(bundledKernel)
      for test in try TestScript(name: path, text: Repository.text(path)).cases {
        ownTexts += test.statement
        if test.startsAnew { session = Session(bundledKernel) }
        for result in session.run(test.statement) {
          switch result.outcome {
          case .answer(let answer): said += answer.notes.map(\.phrase)
          case .failure(let diagnostics): said += diagnostics.flatMap(phrases(of:))
          case .declared, .command: break
          }
        }
      }
    }
    return (said, ownTexts)
  }

  /// The template of a phrase, and those of the phrases in its gaps.
  private func templates(of phrase: Phrase) -> [String] {
    phrase.arguments.reduce(into: [phrase.template]) { templates, argument in
      if case .phrase(let inner) = argument { templates += self.templates(of: inner) }
    }
  }

  private func phrases(of diagnostic: Diagnostic) -> [Phrase] {
    [diagnostic.phrase] + diagnostic.labels.map(\.phrase) + diagnostic.hints.map(\.phrase)
  }

  // MARK: What is translated

  /// The templates that a book lacks, each once, behind its language: `vi: There is no unit `{1}`.`
  private func missing(from phrases: [Phrase]) -> [String] {
    books.flatMap { book in
      Set(phrases.flatMap { book.missing(from: $0) }).sorted().map { "\(book.language): \($0)" }
    }
  }

  /// The entries of a language, each with the path of its file.
  private func entries(of book: PhraseBook) -> [(path: String, entry: Translation.Entry)] {
    let paths = Repository.files(in: "Sources", "Plugins", endings: Translation.ending)
    return book.translations.filter { $0.language == book.language }.flatMap { file in
      let path = paths.first { $0.hasSuffix("/" + file.name) } ?? file.name
      return file.entries.map { (path, $0) }
    }
  }

  /// `Sources/CChisoLanguages/vi.po:12`
  private func place(of span: SourceSpan, in path: String) -> String {
    let text = (try? Repository.text(path)) ?? ""
    return "\(path):\(text.utf8.prefix(Int(span.start)).count { $0 == UInt8(ascii: "\n") } + 1)"
  }
}

extension SourceLiteral {
  /// Whether what stands before it tells that nobody translates it.
  fileprivate func isKnownToBeNoPhrase(in path: String) -> Bool {
    let code = lead.filter { !$0.isWhitespace }
    // Of the language's own texts those are phrases that functions get; labels and prose say their language.
    if path.hasSuffix(".chiso") { return !code.hasSuffix(",") && !code.hasSuffix("(") }
    let ends = ["doc:", "summary:", "message:", "\"en\":", "\"vi\":", "say(", "meaning(", "parts.isEmpty?"]
    return ends.contains(where: code.hasSuffix) || lead.contains("precondition(")
  }
}
