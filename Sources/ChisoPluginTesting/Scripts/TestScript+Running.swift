package import ChisoKernel

/// Where a statement of a script does not answer as the script says.
package struct ScriptFault: CustomStringConvertible, Hashable, Sendable {
  /// The script.
  package var script: String
  /// The line in which the statement begins.
  package var line: Int
  /// The statement.
  package var statement: String
  /// What the script says.
  package var expected: String
  /// What came of it.
  package var found: String

  /// The place and the statement, and below them what is expected and what was found.
  package var description: String {
    "\(script):\(line): \(statement)\n  expected  \(expected)\n  found     \(found)"
  }
}

extension TestScript {
  /// What a command of the shell does to a session, and what it says; nil for one that is not run.
  package typealias CommandRunner = (_ command: String, _ session: inout Session) -> String?

  /// What is not as the script says, in the order of its statements; `session` is where each part of it begins.
  /// Commands other than `:as-of` are run by `runCommand`, and what they say is held against `message`.
  nonisolated(nonsending) package func faults(
    in session: Session, runCommand: CommandRunner? = nil
  ) async -> [ScriptFault] {
    let start = session
    var session = session
    var faults: [ScriptFault] = []
    for test in cases {
      if test.startsAnew { session = start }
      let before = session
      let results = await session.runFetching(test.statement)
      var mismatches: [Mismatch]
      if let outcome = results.last?.outcome {
        mismatches = Comparison(statement: test.statement, outcome: outcome, session: before)
          .mismatches(of: test.expectations)
        if case .command = outcome, let said = runCommand?(test.statement, &session) {
          mismatches = test.expectations.filter { !said.contains($0.words) }.map { Mismatch($0.text, said) }
        } else if case .command(let name, let arguments) = outcome,
          !TestScript.obey(name, arguments, &session)
        {
          mismatches = [Mismatch("a command that sets something: `:as-of 2024-12-31`", "`:\(name)`")]
        }
      } else {
        mismatches = [Mismatch("a statement", "nothing that could be run")]
      }
      faults += mismatches.map {
        ScriptFault(
          script: name, line: test.line, statement: test.statement, expected: $0.expected, found: $0.found)
      }
    }
    return faults
  }

  /// Does what a command says, as far as it is about what a session knows; whether it does.
  private static func obey(_ command: String, _ arguments: String, _ session: inout Session) -> Bool {
    guard command == "as-of", let day = CivilDate(arguments) else { return false }
    session.settings.asOf = day
    return true
  }
}

/// What is not as it was expected.
struct Mismatch {
  var expected: String
  var found: String

  init(_ expected: String, _ found: String) {
    self.expected = expected
    self.found = found
  }
}

/// What came of a statement, to be held against what is expected of it.
struct Comparison {
  var statement: String
  var outcome: StatementOutcome
  var session: Session

  func mismatches(of expectations: [TestScript.Expectation]) -> [Mismatch] {
    let refusal = expectations.first(where: \.isOfARefusal)
    switch outcome {
    case .failure(let diagnostics):
      guard refusal == nil, let first = diagnostics.first else {
        return expectations.compactMap { mismatch(of: $0, in: diagnostics) }
      }
      return [Mismatch(expectations.first?.text ?? "no error", "error \(first.id): \(first.message)")]
    case .answer(let answer):
      let comparison = AnswerComparison(answer: answer, session: session)
      if let refusal { return [Mismatch(refusal.text, "=> \(comparison.summary)")] }
      return comparison.mismatches(of: expectations)
    case .declared(let kind, let name, let detail, let notes):
      return expectations.compactMap { expectation in
        switch expectation.subject {
        case .type where expectation.words == detail: nil
        case .type: Mismatch(expectation.text, "type \(detail)")
        case .note: notes.others(than: expectation.words).map { Mismatch(expectation.text, "note \($0)") }
        case .declared where expectation.words.isEmpty || expectation.words == kind: nil
        default: Mismatch(expectation.text, "declared \(kind) \(name)")
        }
      }
    case .command:
      return []
    }
  }

  /// What an expectation of a refusal does not find.
  private func mismatch(of expectation: TestScript.Expectation, in diagnostics: [Diagnostic]) -> Mismatch? {
    guard let first = diagnostics.first else { return Mismatch(expectation.text, "no message") }
    let words = expectation.words
    func miss(_ found: String) -> Mismatch {
      Mismatch(expectation.text, "\(expectation.subject.rawValue) \(found)")
    }
    switch expectation.subject {
    case .error: return first.id == words ? nil : miss("\(first.id): \(first.message)")
    case .message: return first.message.contains(words) ? nil : miss(first.message)
    case .place:
      let place = first.span.text(in: statement)
      return place == words ? nil : miss(place)
    case .hint:
      let hints = first.hints.map(\.message)
      return hints.contains { $0.contains(words) } ? nil : miss(hints.joined(separator: "; "))
    case .fix:
      let fixes = first.hints.compactMap { Diagnostic.applying($0, to: statement) }
      return fixes.contains(words) ? nil : miss(fixes.joined(separator: "; "))
    default: return Mismatch(expectation.text, "error \(first.id): \(first.message)")
    }
  }
}
