import ChisoMeaning
import ChisoKernel
import ChisoPluginTesting
import ChisoTestRandom
import ChisoTestSupport
import Testing

/// Every fix that is offered can be read and makes sense, and the mistake is mended by it.
@Suite struct FixLawTests {
  @Test(arguments: Repository.files(in: "Tests/GoldenTests/Scripts", endings: ".chisotest"))
  func `each fix that a script is offered leads somewhere`(path: String) throws {
    let script = try TestScript(name: path, text: Repository.text(path))
    var session = Session(bundledKernel)
    for test in script.cases {
      if test.startsAnew { session = Session(bundledKernel) }
      let before = session
      let diagnostics = failures(session.run(test.statement))
      for fault in faults(of: diagnostics, of: test.statement, in: before) {
        Issue.record("\(path):\(test.line): \(fault)")
      }
    }
  }

  @Test func `each fix of a random mistake leads somewhere`() throws {
    var random = SeededRandom("fixes of random mistakes")
    let statements = try Repository.files(in: "Tests/GoldenTests/Scripts", endings: ".chisotest").flatMap {
      path in
      try TestScript(name: path, text: Repository.text(path)).cases.map(\.statement)
    }
    .filter { !$0.hasPrefix(":") }
    var offered = 0
    for _ in 0..<rounds(1500) {
      let mistake = mistaken(random.pick(statements), using: &random)
      var session = Session(bundledKernel)
      let diagnostics = failures(session.run(mistake))
      offered += diagnostics.flatMap(\.hints).filter { !$0.edits.isEmpty }.count
      for fault in faults(of: diagnostics, of: mistake, in: Session(bundledKernel)) {
        Issue.record("\(fault)")
      }
    }
    // Else nothing was tested.
    #expect(offered > 50)
  }

  /// Statements that were refused, and with which fixes the refusal once came, though none of them could be.
  @Test(arguments: [
    "exports0.2020", "gdp[2024] * đến VND", "gdp[18.25..18.35]", "indicator growth(exports {",
    "gdpp[2024] * populatoin", "gdp[2024] + persn",
  ])
  func `a fix that cannot be is not offered`(statement: String) {
    var session = Session(bundledKernel)
    let diagnostics = failures(session.run(statement))
    #expect(!diagnostics.isEmpty)
    #expect(faults(of: diagnostics, of: statement, in: Session(bundledKernel)) == [])
  }

  private func failures(_ results: [StatementResult]) -> [Diagnostic] {
    results.flatMap { result -> [Diagnostic] in
      if case .failure(let diagnostics) = result.outcome { return diagnostics }
      return []
    }
  }

  /// What is wrong with the fixes of `diagnostics`; the other mistakes of one text may stay.
  private func faults(of diagnostics: [Diagnostic], of text: String, in session: Session) -> [String] {
    diagnostics.enumerated().flatMap { index, diagnostic in
      let others = diagnostics.enumerated().filter { $0.offset != index }.map(\.element.message)
      return diagnostic.hints.filter { !$0.edits.isEmpty }.compactMap { hint -> String? in
        guard let mended = Diagnostic.applying(hint, to: parse(text).tree.source) else {
          return "`\(text)`: “\(hint.message)” cannot be applied"
        }
        let rest = mistakes(in: mended, of: session).filter { !others.contains($0.message) }
        return rest.isEmpty
          ? nil : "`\(text)` by “\(hint.message)” to `\(mended)`: \(rest.map { "\($0.id): \($0.message)" })"
      }
    }
  }

  /// What is wrong with a text before any data are read.
  private func mistakes(in text: String, of session: Session) -> [Diagnostic] {
    var session = session
    let (tree, diagnostics) = parse(text)
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { return errors }
    return tree.statements.flatMap { statement -> [Diagnostic] in
      guard statement.kind.isExpression else { return failures(session.run(statement.text)) }
      return session.mistakes(in: statement)
    }
  }

  /// `text` with a mistake of the kinds that hands make.
  private func mistaken(_ text: String, using random: inout SeededRandom) -> String {
    var characters = Array(text)
    let place = Int.random(in: 0..<characters.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: characters.remove(at: place)
    case 1: characters.insert(characters[place], at: place)
    case 2: characters.insert(random.pick(Array("()[]{}=<>.,:%+-*/ ^e1")), at: place)
    case 3: characters[place] = random.pick(Array("()[]{}=<>.,:%+-*/ ^axyz09"))
    case 4 where place > 0: characters.swapAt(place, place - 1)
    default:
      let words = text.split(separator: " ").map(String.init)
      var kept = words
      kept.remove(at: Int.random(in: 0..<words.count, using: &random))
      return kept.isEmpty ? text : kept.joined(separator: " ")
    }
    return String(characters)
  }
}

extension Session {
  /// Why an expression makes no sense in this session.
  fileprivate func mistakes(in node: SyntaxNode) -> [Diagnostic] {
    let scope = CheckScope(visibleDefinitions: Int32(clamping: catalogue.definitionCount))
    do {
      _ = try check(node, in: catalogue, scope: scope)
      return []
    } catch {
      return [error.diagnostic]
    }
  }
}
