package import ChisoKernel

/// What a command of the shell does to a session, and what it says.
package typealias CommandRunner = (_ command: String, _ session: inout Session) -> String

/// What is not as a script says, a line each; empty where all is. Commands other than `:as-of` are run by `runCommand`,
/// and what they say is held against `message`.
package func faults(
  of script: GoldenScript, with kernel: Kernel, runCommand: CommandRunner? = nil
) -> [String] {
  var session = Session(kernel)
  var faults: [String] = []
  for test in script.cases {
    if test.startsAnew { session = Session(kernel) }
    let before = session
    let results = session.run(test.statement)
    guard let outcome = results.last?.outcome else {
      faults.append("\(script.name):\(test.line): `\(test.statement)` is no statement")
      continue
    }
    if case .command(let name, let arguments) = outcome, name == "as-of" {
      session.settings.asOf = CivilDate(arguments)
    } else if case .command = outcome, let runCommand {
      let said = runCommand(test.statement, &session)
      faults += test.expectations.filter { !said.contains($0.words) }.map {
        "\(script.name):\(test.line): \(test.statement)\n    it does not say `\($0.words)`, but `\(said)`"
      }
    }
    faults += Comparison(statement: test.statement, outcome: outcome, session: before)
      .faults(of: test.expectations)
      .map { "\(script.name):\(test.line): \(test.statement)\n    \($0)" }
  }
  return faults
}

/// What came of a statement, to be held against what is expected of it.
struct Comparison {
  var statement: String
  var outcome: StatementOutcome
  var session: Session

  func faults(of expectations: [Expectation]) -> [String] {
    let expectsFailure = expectations.contains { $0.subject == .error }
    switch outcome {
    case .failure(let diagnostics) where expectsFailure:
      return expectations.flatMap { faults(of: $0, in: diagnostics) }
    case .failure(let diagnostics):
      return ["failed: \(diagnostics.map { "\($0.id): \($0.message)" }.joined(separator: "; "))"]
    case _ where expectsFailure:
      return ["should fail with \(expectations.first { $0.subject == .error }?.words ?? ""), but \(summary)"]
    case .answer(let answer):
      return AnswerComparison(answer: answer, session: session).faults(of: expectations)
    case .declared(let kind, _, let detail):
      return expectations.compactMap { expectation in
        if expectation.subject == .type {
          return expectation.words == detail ? nil : "the type is `\(detail)`, not `\(expectation.words)`"
        }
        guard expectation.subject == .declared else {
          return "`\(expectation.subject.rawValue)` of a declaration"
        }
        return expectation.words.isEmpty || expectation.words == kind ? nil : "declared a \(kind)"
      }
    case .command:
      return []
    }
  }

  private var summary: String {
    guard case .answer(let answer) = outcome else { return "did not" }
    return "is \(AnswerComparison(answer: answer, session: session).summary)"
  }

  private func faults(of expectation: Expectation, in diagnostics: [Diagnostic]) -> [String] {
    guard let first = diagnostics.first else { return ["failed without a message"] }
    let words = expectation.words
    func miss(_ found: String) -> [String] {
      ["\(expectation.subject.rawValue) is `\(found)`, not `\(words)`"]
    }
    switch expectation.subject {
    case .error: return first.id == words ? [] : miss("\(first.id): \(first.message)")
    case .message: return first.message.contains(words) ? [] : miss(first.message)
    case .place:
      let place = first.span.text(in: statement)
      return place == words ? [] : miss(place)
    case .hint:
      let hints = first.hints.map(\.message)
      return hints.contains { $0.contains(words) } ? [] : miss(hints.joined(separator: "; "))
    case .fix:
      let fixes = first.hints.compactMap { Diagnostic.applying($0, to: statement) }
      return fixes.contains(words) ? [] : miss(fixes.joined(separator: "; "))
    default: return ["`\(expectation.subject.rawValue)` of a failure"]
    }
  }
}
