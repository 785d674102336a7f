import ChisoDiagnostics
import ChisoEngine
import ChisoKernel
import ChisoModel

/// Why a question has no answer.
struct Refusal: Error, CustomStringConvertible {
  var diagnostics: [Diagnostic]

  var description: String {
    diagnostics.isEmpty ? "there is no expression" : diagnostics.map(\.message).joined(separator: " ")
  }
}

// What it answers: its examples, the same twice, and within a budget.
extension PluginVerification {
  /// Whether every example yields what it says.
  nonisolated(nonsending) func examples() async -> PluginReport.Check {
    var findings: [String] = []
    var examined = 0
    for function in functions {
      for example in function.examples {
        guard let result = example.result else { continue }
        examined += 1
        if let fault = await fault(of: example.expression, yielding: result) {
          findings.append("`\(example.expression)` \(fault)")
        }
      }
    }
    return PluginReport.Check(name: "examples", examined: examined, findings: findings)
  }

  private nonisolated(nonsending) func fault(of expression: String, yielding result: String) async -> String?
  {
    let found: Answer
    let expected: Answer
    switch await (outcome(of: expression), outcome(of: result)) {
    case (.success(let answer), .success(let other)): (found, expected) = (answer, other)
    case (.failure(let error), _): return "is refused: \(error)"
    case (_, .failure(let error)): return "says it yields `\(result)`, which is refused: \(error)"
    }
    if case .text(let text) = found.kind {
      return expected.kind == .text(text) ? nil : "is \"\(text)\", not `\(result)`"
    }
    guard let value = found.observations.first?.value, found.observations.count == 1 else {
      return result == "missing" ? nil : "is no single figure"
    }
    guard let other = expected.observations.first?.value,
      let conversion = found.type.unit.conversion(to: expected.type.unit)
    else { return "is in \(found.type.unit), not in \(expected.type.unit)" }
    return isPrinted(conversion(value), as: result, worth: other)
      ? nil : "is \(NumberFormat.plain(conversion(value))), not `\(result)`"
  }

  /// Whether `value` would be printed as `text`, whose digits are worth `other`: half a unit of the last one is open.
  private func isPrinted(_ value: Double, as text: String, worth other: Double) -> Bool {
    if value == other { return true }
    let word = text.prefix { $0 != " " }
    guard let literal = DecimalLiteral(word), literal.value != 0 else { return false }
    let factor = other / literal.value
    let printed = literal.printedInterval(scale: 0)
    return printed.contains(value / factor)
  }

  nonisolated(nonsending) func outcome(
    of expression: String, budget: Budget = .standard
  ) async -> Result<Answer, Refusal> {
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
    let other = PluginVerification(plugin: plugin, others: others, session: again)
    var findings: [String] = []
    for question in questions {
      let first = await outcome(of: question).figures
      let second = await outcome(of: question).figures
      let third = await other.outcome(of: question).figures
      if first != second || first != third {
        findings.append("`\(question)` is answered differently when asked again")
      }
    }
    return PluginReport.Check(name: "determinism", examined: questions.count, findings: findings)
  }

  /// Whether a small budget leads to an answer or to the message that it is spent, and soon.
  nonisolated(nonsending) func budgets() async -> PluginReport.Check {
    var findings: [String] = []
    for question in questions {
      guard case .success = await outcome(of: question) else { continue }
      for budget in [Budget(cells: 1), Budget(bytes: 1), Budget(nativeCalls: 0), Budget(deadline: .zero)] {
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
        let codes = cell.codes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
          separator: " ")
        return
          "\(cell.period.map { "\($0)" } ?? "") \(codes) \(value) \(cell.interval) \(cell.quality.rawValue)"
      }
    }
  }
}
