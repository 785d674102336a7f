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
    let prepared = try await withObservations(for: arguments)
    do throws(EvaluationError) {
      return try prepared.evaluate(arguments) { Task.isCancelled }
    } catch {
      // What is not there is told beside all that is.
      guard !kernel.catalogue.observationSources.isEmpty,
        !error.diagnostics.contains(where: \.endsEvaluation)
      else { throw error }
      return try await withObservations(for: arguments, all: true).evaluate(arguments) { Task.isCancelled }
    }
  }

  /// The same expression on a kernel that has the cells that it needs of what the sources serve, or all cells.
  private nonisolated(nonsending) func withObservations(
    for arguments: [Argument], all: Bool = false
  ) async throws(EvaluationError) -> PreparedExpression {
    guard !kernel.catalogue.observationSources.isEmpty else { return self }
    let written = PreparedObservations.Request(
      text: PreparedExpression.written(text, parameters, arguments), isForAll: all)
    while true {
      let fetched = observations.state
      var base = fetched.prepared ?? self
      if !fetched.requests.contains(written) {
        base = try await base.fetching(for: written)
        // Another task may have fetched something else meanwhile; then what it has is the base to go on from.
        guard observations.keep(base, for: written, after: fetched.round) else { continue }
      }
      base.budget = budget
      return base
    }
  }

  private nonisolated(nonsending) func fetching(
    for request: PreparedObservations.Request
  ) async throws(EvaluationError) -> PreparedExpression {
    let tree = parse(request.text, as: .expression).tree
    var catalogue = kernel.catalogue
    // What is wrong with the expression is told by its evaluation.
    guard let node = tree.statements.first,
      let checked = try? check(node, in: catalogue, scope: CheckScope(parameters)),
      !catalogue.requests(for: checked, vintage: nil).isEmpty
    else { return self }
    let failure =
      request.isForAll
      ? await catalogue.fetch(catalogue.requests(for: checked, vintage: nil), at: node.span)
      : await catalogue.fetch(for: checked, vintage: nil, at: node.span)
    if let failure {
      throw EvaluationError(text: tree.source, diagnostics: [failure])
    }
    return try PreparedExpression(text, parameters, Kernel(catalogue, after: kernel))
  }
}

/// What was fetched for a prepared expression on its kernel; any thread may add to it.
final class PreparedObservations: Sendable {
  /// What the sources were asked for: a text with periods and codes in it, and whether all cells of what it reads.
  struct Request: Hashable {
    var text: String
    var isForAll: Bool
  }

  struct State {
    /// The expression on a kernel that has it; nil before the first.
    var prepared: PreparedExpression?
    /// For what the sources were asked.
    var requests: Set<Request> = []
    /// How often something was added.
    var round = 0
  }

  private let current = Guarded(State())
  /// How many requests are remembered before all are forgotten; what was fetched for them stays.
  private static let limit = 4_096

  var state: State { current.withLock { $0 } }

  /// Keeps what was fetched for `request`, unless something was added since `round`.
  func keep(_ prepared: PreparedExpression, for request: Request, after round: Int) -> Bool {
    current.withLock { state in
      guard state.round == round else { return false }
      if state.requests.count >= PreparedObservations.limit { state.requests.removeAll() }
      // Where nothing had to be fetched it is the expression that holds this; it would hold itself.
      state.prepared = prepared.observations === self ? nil : prepared
      state.requests.insert(request)
      state.round += 1
      return true
    }
  }
}
