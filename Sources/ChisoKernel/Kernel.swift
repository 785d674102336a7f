public import ChisoEngine

/// An immutable kernel: what a set of plugins brought, ready to answer. Any number of threads may ask one.
///
/// For example:
///
///     let kernel = Kernel(plugins: [StandardPlugin(), EconomyPlugin()])
///     let answer = try kernel.evaluate("share(digital_economy, gdp, 2025)")
///     answer.observations[0].value   // 20.5
public struct Kernel: Sendable {
  /// Everything that is declared.
  public let catalogue: Catalogue

  /// The kernel of `plugins`, in their order. What is wrong in their definitions is in `problems`; the rest answers.
  public init(plugins: [any Plugin]) {
    catalogue = Catalogue(plugins: plugins)
  }

  /// What is wrong in the definition files as far as reading them showed it; `catalogue.verified()` checks all.
  public var problems: [DefinitionProblem] { catalogue.problems }

  /// The value of one expression.
  public func evaluate(_ text: String) throws(EvaluationError) -> Answer {
    var session = Session(self)
    switch session.run(text).last?.outcome {
    case .answer(let answer)?: return answer
    case .failure(let diagnostics)?: throw EvaluationError(text: text, diagnostics: diagnostics)
    default: throw EvaluationError(text: text, diagnostics: [.noExpression])
    }
  }

  /// The value of one expression, with what observation sources serve for it.
  nonisolated(nonsending) public func evaluateFetching(_ text: String) async throws(EvaluationError) -> Answer
  {
    var session = Session(self)
    switch await session.runFetching(text).last?.outcome {
    case .answer(let answer)?: return answer
    case .failure(let diagnostics)?: throw EvaluationError(text: text, diagnostics: diagnostics)
    default: throw EvaluationError(text: text, diagnostics: [.noExpression])
    }
  }
}

/// Why a text has no value: the diagnostics, with the text that their spans refer to.
public struct EvaluationError: Error, Sendable {
  /// The text.
  public var text: String
  /// What is wrong, and the ways out.
  public var diagnostics: [Diagnostic]
}

extension EvaluationError: CustomStringConvertible {
  /// The messages, a line each.
  public var description: String { diagnostics.map(\.message).joined(separator: "\n") }
}

extension Diagnostic {
  static let noExpression = Diagnostic(
    "no-expression", "There is no expression to evaluate.", at: SourceSpan(start: 0, end: 0))
}
