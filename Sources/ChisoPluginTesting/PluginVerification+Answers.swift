import ChisoDiagnostics
import ChisoKernel
import ChisoModel

/// Why a question has no answer.
struct Refusal: Error, CustomStringConvertible {
  var diagnostics: [Diagnostic]

  /// Whether there is only no figure to answer with.
  var isOfMissingFigures: Bool { diagnostics.contains { $0.id == "no-observation" } }

  var description: String {
    diagnostics.isEmpty ? "there is no expression" : diagnostics.map(\.message).joined(separator: " ")
  }
}

// What it answers: at all, as its examples say, the same twice, and within a budget.
extension PluginVerification {
  /// Whether every indicator and example is answered, or has no figure. A computed indicator that throws, or returns what it must
  /// not, is found here, as is a source of observations that hands over what cannot be kept.
  nonisolated(nonsending) func answers() async -> PluginReport.Check {
    var findings: [String] = []
    for question in questions {
      guard case .failure(let error) = await outcome(of: question), !error.isOfMissingFigures else {
        continue
      }
      findings.append("`\(question)` is refused: \(error)")
    }
    return PluginReport.Check(name: "answers", examined: questions.count, findings: findings)
  }

  /// Whether every example yields what it says.
  nonisolated(nonsending) func examples() async -> PluginReport.Check {
    var findings: [String] = []
    var examined = 0
    for function in functions {
      for example in function.examples {
        guard let result = example.result else { continue }
        examined += 1
        guard
          let script = try? TestScript(name: function.name, text: "\(example.expression)\n  => \(result)\n")
        else {
          findings.append("`\(example.expression)` is no statement")
          continue
        }
        for fault in await script.faults(in: session) {
          let found =
            fault.found.hasPrefix("=> ")
            ? "is \(fault.found.dropFirst(3)), not `\(result)`" : "is no `\(result)`: \(fault.found)"
          findings.append("`\(example.expression)` \(found)")
        }
      }
    }
    return PluginReport.Check(name: "examples", examined: examined, findings: findings)
  }

  nonisolated(nonsending) func outcome(
    of expression: String, budget: Budget = .standard
  ) async -> Result<Answer, Refusal> {
    asking("for `\(expression)`")
    var session = session
    session.settings.budget = budget
    switch await session.runFetching(expression).last?.outcome {
    case .answer(let answer)?: return .success(answer)
    case .failure(let diagnostics)?: return .failure(Refusal(diagnostics: diagnostics))
    default: return .failure(Refusal(diagnostics: []))
    }
  }

  /// What is asked of it: each indicator as a whole, and each example.
  private var questions: [String] {
    indicators.map(\.fullName) + functions.flatMap { $0.examples.map(\.expression) }
  }

  /// Whether the same question has the same answer, also in a kernel that was made anew.
  nonisolated(nonsending) func determinism() async -> PluginReport.Check {
    var again = Session(Kernel(plugins: others))
    again.load(plugin)
    let other = PluginVerification(plugin: plugin, others: others, session: again, asking: asking)
    var findings: [String] = []
    for question in questions {
      let first = await outcome(of: question).figures
      let second = await outcome(of: question).figures
      let third = await other.outcome(of: question).figures
      if first != second || first != third {
        findings.append(
          "`\(question)` is answered differently when asked again: nothing but its arguments may count")
      }
    }
    return PluginReport.Check(name: "determinism", examined: questions.count, findings: findings)
  }

  /// Whether a small budget leads to an answer or to the message that it is spent, and soon.
  nonisolated(nonsending) func budgets() async -> PluginReport.Check {
    var findings: [String] = []
    for question in questions {
      guard case .success = await outcome(of: question) else { continue }
      for budget in [
        Budget(cells: 1), Budget(bytes: 1), Budget(nativeCalls: 0), Budget(deadline: .zero),
        Budget(deadline: .milliseconds(20)),
      ] {
        let start = ContinuousClock.now
        if case .failure(let error) = await outcome(of: question, budget: budget),
          error.diagnostics.contains(where: { !$0.id.hasPrefix("budget-") && $0.id != "no-observation" })
        {
          findings.append("`\(question)` does not say that its budget is spent: \(error)")
        }
        if ContinuousClock.now - start > .seconds(2) {
          findings.append("`\(question)` does not look whether it shall end (`context.isCancelled`)")
        }
      }
    }
    return PluginReport.Check(name: "budgets", examined: questions.count, findings: findings)
  }
}

extension Result<Answer, Refusal> {
  /// All that is to be the same when it is asked again.
  fileprivate var figures: [String] {
    switch self {
    case .failure(let error): return [error.description]
    case .success(let answer):
      if case .text(let text) = answer.kind { return [text] }
      return answer.observations.map { cell in
        let value = cell.value.map { "\($0)" } ?? "missing"
        return "\(cell.key.selector) \(value) \(cell.interval) \(cell.quality.rawValue)"
      }
    }
  }
}
