import Synchronization

/// An immutable kernel: what a set of plugins brought, ready to answer. Any number of threads may ask one.
///
/// For example:
///
///     let kernel = Kernel(plugins: [StandardPlugin(), EconomyPlugin()])
///     try kernel.quantity("share(digital_economy, gdp, 2025)")   // 20.5 percent
///     try kernel.evaluate("gdp").observations.map(\.value)   // one for each year
public struct Kernel: Sendable {
  /// Everything that is declared.
  public let catalogue: Catalogue
  /// Which one it is among all kernels of the process.
  let number: UInt64
  /// For each indicator the kernel in which the last claim was added that names it; none for those of the start.
  private let claimVersions: [Int32: UInt64]

  /// The kernel of `plugins`, in their order. What is wrong in their definitions is in `problems`; the rest answers.
  public init(plugins: [any Plugin]) {
    catalogue = Catalogue(plugins: plugins)
    number = Kernel.numbers.add(1, ordering: .relaxed).newValue
    claimVersions = [:]
  }

  /// The kernel of `catalogue`, which grew from that of `earlier`.
  init(_ catalogue: Catalogue, after earlier: Kernel) {
    self.catalogue = catalogue
    number = Kernel.numbers.add(1, ordering: .relaxed).newValue
    var versions = earlier.claimVersions
    for indicator in catalogue.indicators(claimedSince: earlier.catalogue) { versions[indicator] = number }
    claimVersions = versions
  }

  /// Whether every name means the same in both, so that they differ in claims and sources alone.
  func sharesNames(with other: Kernel) -> Bool { catalogue.nameCaches === other.catalogue.nameCaches }

  /// Whether both say the same about `indicators`, which they both have.
  func claims(_ indicators: Set<Int32>, sameAsIn other: Kernel) -> Bool {
    indicators.allSatisfy { claimVersions[$0] == other.claimVersions[$0] }
  }

  private static let numbers = Atomic<UInt64>(0)

  /// What is wrong in the definition files as far as reading them showed it; `catalogue.verified()` checks all.
  public var problems: [DefinitionProblem] { catalogue.problems }

  /// The value of one expression, within a budget.
  public func evaluate(_ text: String, budget: Budget = .standard) throws(EvaluationError) -> Answer {
    var session = Session(self)
    session.settings.budget = budget
    return try Kernel.answer(of: session.run(text), to: text)
  }

  /// The value of one expression as a number with its unit; throws also where it is no single figure.
  ///
  /// For example:
  ///
  ///     try kernel.quantity("share(digital_economy, gdp, 2025)")   // 20.5 percent
  public func quantity(_ text: String, budget: Budget = .standard) throws(EvaluationError) -> Quantity {
    let answer = try evaluate(text, budget: budget)
    guard let quantity = answer.quantity else {
      throw EvaluationError(text: text, diagnostics: [.noSingleFigure])
    }
    return quantity
  }

  /// The value of one expression, with what observation sources serve for it; ends where the task is cancelled.
  nonisolated(nonsending) public func evaluateFetching(
    _ text: String, budget: Budget = .standard
  ) async throws(EvaluationError) -> Answer {
    var session = Session(self)
    session.settings.budget = budget
    session.isCancelled = { Task.isCancelled }
    return try Kernel.answer(of: await session.runFetching(text), to: text)
  }

  /// The answer to the last of several statements, none of which may fail.
  private static func answer(
    of results: [StatementResult], to text: String
  ) throws(EvaluationError) -> Answer {
    for result in results {
      if case .failure(let diagnostics) = result.outcome {
        throw EvaluationError(text: text, diagnostics: diagnostics)
      }
    }
    guard case .answer(let answer)? = results.last?.outcome else {
      throw EvaluationError(text: text, diagnostics: [.noExpression])
    }
    return answer
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
