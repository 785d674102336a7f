import ChisoModel

// Observation sources are asked before an evaluation, never during one.
extension PreparedExpression {
  /// The value for `arguments`, with what observation sources serve for it; ends where the task is cancelled.
  ///
  /// A source is asked once for each thing that is needed, and its answer is kept for the evaluations that follow, as long
  /// as they are of this kernel: on another snapshot it is asked anew. Of the claims of the kernel alone, `evaluate` and
  /// `quantity(of:)` answer, which ask nobody.
  ///
  /// For example:
  ///
  ///     let beds = try kernel.prepare("beds[p]", parameters: [.period("p")])
  ///     try await beds.evaluateFetching([.period(Period(year: 2023))])
  nonisolated(nonsending) public func evaluateFetching(
    _ arguments: [Argument] = []
  ) async throws(EvaluationError) -> Answer {
    try await withObservations(for: arguments).evaluate(arguments) { Task.isCancelled }
  }

  /// The same expression on a kernel that has what the sources serve for it.
  private nonisolated(nonsending) func withObservations(
    for arguments: [Argument]
  ) async throws(EvaluationError) -> PreparedExpression {
    guard !kernel.catalogue.observationSources.isEmpty else { return self }
    let written = PreparedExpression.written(text, parameters, arguments)
    while true {
      let fetched = observations.state
      var base = fetched.prepared ?? self
      if !fetched.texts.contains(written) {
        base = try await base.fetching(for: written)
        // Another task may have fetched something else meanwhile; then what it has is the base to go on from.
        guard observations.keep(base, for: written, after: fetched.round) else { continue }
      }
      base.budget = budget
      return base
    }
  }

  private nonisolated(nonsending) func fetching(
    for written: String
  ) async throws(EvaluationError) -> PreparedExpression {
    let tree = parse(written, as: .expression).tree
    var catalogue = kernel.catalogue
    // What is wrong with the expression is told by its evaluation.
    guard let node = tree.statements.first,
      let checked = try? check(node, in: catalogue, scope: CheckScope(parameters)),
      !catalogue.requests(for: checked, vintage: nil).isEmpty
    else { return self }
    if let failure = await catalogue.fetch(for: checked, vintage: nil, at: node.span) {
      throw EvaluationError(text: tree.source, diagnostics: [failure])
    }
    return try PreparedExpression(text, parameters, Kernel(catalogue, after: kernel))
  }
}

/// What was fetched for a prepared expression on its kernel; any thread may add to it.
final class PreparedObservations: Sendable {
  struct State {
    /// The expression on a kernel that has it; nil before the first.
    var prepared: PreparedExpression?
    /// For which texts, with periods and codes in them, the sources were asked.
    var texts: Set<String> = []
    /// How often something was added.
    var round = 0
  }

  private let current = Guarded(State())
  /// How many texts are remembered before all are forgotten; what was fetched for them stays.
  private static let limit = 4_096

  var state: State { current.withLock { $0 } }

  /// Keeps what was fetched for `text`, unless something was added since `round`.
  func keep(_ prepared: PreparedExpression, for text: String, after round: Int) -> Bool {
    current.withLock { state in
      guard state.round == round else { return false }
      if state.texts.count >= PreparedObservations.limit { state.texts.removeAll() }
      // Where nothing had to be fetched it is the expression that holds this; it would hold itself.
      state.prepared = prepared.observations === self ? nil : prepared
      state.texts.insert(text)
      state.round += 1
      return true
    }
  }
}
