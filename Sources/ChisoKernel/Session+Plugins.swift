public import ChisoPlugin

// Plugins that come in while a session runs.
extension Session {
  /// Adds a plugin to what the session knows. Where something is wrong in its definitions nothing changes, and all that
  /// is wrong is returned.
  ///
  /// For example:
  ///
  ///     let problems = session.load(HealthPlugin())
  ///     for problem in problems { print(problem.file, problem.diagnostic.message) }
  @discardableResult
  public mutating func load(_ plugin: any Plugin) -> [DefinitionProblem] {
    var attempt = catalogue
    let problems = attempt.load(plugin).filter { $0.diagnostic.severity == .error }
    if problems.isEmpty { catalogue = attempt }
    return problems
  }

  /// The tree of the computation of one expression, with what observation sources serve for it.
  nonisolated(nonsending) public mutating func explainFetching(
    _ text: String
  ) async throws(EvaluationError) -> Explanation {
    let tree = parse(text).tree
    if let statement = tree.statements.first, let failure = await fetch(for: statement) {
      throw EvaluationError(text: tree.source, diagnostics: [failure])
    }
    return try explain(text)
  }

  /// Where the sources cannot all be right, with what observation sources have of all that claims, definitions and rules
  /// speak of.
  nonisolated(nonsending) public mutating func checkReportFetching() async throws(EvaluationError)
    -> CheckReport
  {
    if let failure = await fetchMentioned() {
      throw EvaluationError(text: "", diagnostics: [failure])
    }
    return checkReport()
  }
}
