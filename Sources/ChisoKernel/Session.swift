/// What may be set for a session.
public struct SessionSettings: Hashable, Sendable {
  /// Figures as known on this day; nil for the latest.
  public var asOf: CivilDate?
  /// Which claim answers where there are several.
  public var preference = Preference.latest
  /// What one evaluation may use.
  public var budget = Budget.standard

  /// Nothing set.
  public init() {}
}

/// A conversation with a kernel: a value, so that a failed line leaves no trace and undoing is an assignment.
///
/// For example:
///
///     var session = Session(kernel)
///     session.run("let de = share(digital_economy, gdp)")
///     session.run("de[2025]")
public struct Session: Sendable {
  /// What is declared, the session's own declarations included.
  public internal(set) var catalogue: Catalogue
  /// What is set.
  public var settings = SessionSettings()
  /// Asked now and then while an evaluation runs: whether the caller has given up.
  public var isCancelled: @Sendable () -> Bool = { false }
  /// Told how far an evaluation is, step by step.
  public var reportProgress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  var stored = LayeredArray<Evaluated>()

  /// A session with `kernel`.
  public init(_ kernel: Kernel) { catalogue = kernel.catalogue }

  /// Runs the statements of `text` one after the other; one that fails leaves no trace, the rest still runs.
  /// Observation sources are not asked; `runFetching` does.
  @discardableResult
  public mutating func run(_ text: String) -> [StatementResult] {
    let (tree, diagnostics) = parse(text)
    var results: [StatementResult] = []
    for statement in tree.statements {
      let errors = diagnostics.errors(within: statement.span)
      results.append(
        StatementResult(statement, errors.isEmpty ? run(statement) : failure(errors, of: statement)))
    }
    return Session.withRemaining(diagnostics, of: tree, results)
  }

  /// Runs the statements of `text`, asking observation sources for what each needs before it is evaluated.
  @discardableResult
  nonisolated(nonsending) public mutating func runFetching(_ text: String) async -> [StatementResult] {
    let (tree, diagnostics) = parse(text)
    var results: [StatementResult] = []
    for statement in tree.statements {
      let errors = diagnostics.errors(within: statement.span)
      let outcome = errors.isEmpty ? await runFetching(statement) : failure(errors, of: statement)
      results.append(StatementResult(statement, outcome))
    }
    return Session.withRemaining(diagnostics, of: tree, results)
  }

  /// Diagnostics outside of every statement still belong to the text.
  private static func withRemaining(
    _ diagnostics: [Diagnostic], of tree: SyntaxTree, _ results: [StatementResult]
  ) -> [StatementResult] {
    let covered = results.flatMap { result -> [Diagnostic] in
      if case .failure(let own) = result.outcome { return own }
      return []
    }
    // Those that were told may have lost fixes.
    let rest = diagnostics.filter { diagnostic in
      diagnostic.severity == .error
        && !covered.contains { $0.id == diagnostic.id && $0.span == diagnostic.span }
    }
    guard !rest.isEmpty else { return results }
    return results + [
      StatementResult(text: tree.source, span: rest[0].span, tree: tree, outcome: .failure(rest))
    ]
  }

  /// Runs one statement, in whose text nothing is wrong. Spans of diagnostics refer to the source of its tree.
  package mutating func run(_ statement: SyntaxNode) -> StatementOutcome {
    // Evaluating changes nothing before it has succeeded, so that no copy of the session is needed.
    if statement.kind.isExpression {
      let outcome = evaluate(statement)
      guard case .failure(let diagnostics) = outcome else { return outcome }
      return failure(diagnostics, of: statement)
    }
    var attempt = self
    let outcome = attempt.perform(statement)
    if case .failure(let diagnostics) = outcome { return failure(diagnostics, of: statement) }
    self = attempt
    return outcome
  }

  private func failure(_ diagnostics: [Diagnostic], of statement: SyntaxNode) -> StatementOutcome {
    .failure(offeringFixesThatHold(diagnostics, of: statement.span, in: statement.tree.source))
  }

  /// The same, asking observation sources for what the statement needs before it is evaluated.
  nonisolated(nonsending) package mutating func runFetching(_ statement: SyntaxNode) async -> StatementOutcome
  {
    if let failure = await fetch(for: statement) { return .failure([failure]) }
    let before = self
    let outcome = run(statement)
    guard case .failure(let diagnostics) = outcome, !diagnostics.contains(where: \.endsEvaluation),
      let (checked, place) = asked(by: statement)
    else { return outcome }
    // What is not there is told beside all that is.
    let rest = catalogue.requests(for: checked, vintage: settings.asOf)
    if rest.isEmpty { return outcome }
    self = before
    if await catalogue.fetch(rest, at: place) != nil { return outcome }
    return run(statement)
  }

  mutating func perform(_ node: SyntaxNode) -> StatementOutcome {
    switch StatementSyntax(node) {
    case .command(let command): return .command(name: command.name, arguments: command.arguments)
    case .error(let node): return .failure([.unreadableStatement(at: node.span)])
    case .constant(let constant):
      do throws(DiagnosticError) {
        var scope = scope
        scope.allowsLastValue = false
        let checked = try check(constant.value, in: catalogue, scope: scope)
        let notes = catalogue.notes(onNamesHiddenBy: .constant(constant))
        catalogue.define(constant.name.text, as: constant.value)
        return .declared(
          kind: "name", name: constant.name.text, detail: checked.type.unit.description, notes: notes)
      } catch {
        return .failure([error.diagnostic])
      }
    case .expression(let node):
      return evaluate(node)
    case let declaration:
      return declare(declaration)
    }
  }

  private mutating func declare(_ statement: StatementSyntax) -> StatementOutcome {
    let before = catalogue
    let problems = catalogue.declare(inSession: statement)
    if problems.contains(where: { $0.severity == .error }) { return .failure(problems) }
    let wrong = catalogue.problems(addedSince: before)
    if !wrong.isEmpty { return .failure(wrong) }
    let (kind, name) = statement.noun
    let isFunction = catalogue.functions.count > before.functions.count
    let type = isFunction ? catalogue.functions.last.flatMap(catalogue.type(of:)) : nil
    return .declared(
      kind: kind, name: name, detail: type ?? "", notes: before.notes(onNamesHiddenBy: statement))
  }

  /// Declares a source, as `source name { … }` does; where another one has its name, that one stays.
  package mutating func declare(_ source: SourceDeclaration) { catalogue.declare(inSession: source) }

  /// Declares an indicator, as `indicator name { … }` does; returns what is wrong with it, in which case nothing changes.
  package mutating func declare(_ indicator: IndicatorDeclaration) -> [Diagnostic] {
    catalogue.declare(inSession: indicator)
  }

  private var context: Context {
    Context(vintage: settings.asOf, isCancelled: isCancelled, progress: reportProgress)
  }

  var scope: CheckScope {
    CheckScope(visibleDefinitions: Int32(clamping: catalogue.definitionCount), stored: stored)
  }

  private mutating func evaluate(_ node: SyntaxNode) -> StatementOutcome {
    do throws(DiagnosticError) {
      let checked = try check(node, in: catalogue, scope: scope)
      if let text = checked.literalText {
        return .answer(Answer(text: text, syntax: node, catalogue: catalogue))
      }
      let evaluated = try evaluated(checked)
      keep(evaluated)
      return .answer(Answer(evaluated, checked, catalogue: catalogue))
    } catch {
      return .failure([error.diagnostic])
    }
  }

  private func evaluated(_ checked: CheckedExpression) throws(DiagnosticError) -> Evaluated {
    if let constant = checked.constantValue { return constant }
    let plan = try plan(checked, in: catalogue, vintage: settings.asOf)
    let evaluated = try ChisoComputing.evaluate(
      plan, in: catalogue, reasoning: .network, stored: stored, preference: settings.preference,
      budget: settings.budget,
      context: context)
    return evaluated.noting(catalogue.contradictionNotes(of: evaluated, asOf: checked, in: context))
  }

  /// Keeps a value: the last one is `_`, the first `_1`.
  private mutating func keep(_ evaluated: Evaluated) {
    stored.append(evaluated)
  }
}

// Observation sources are asked before an evaluation, never during one.
extension Session {
  /// Asks the sources for what the statement needs and the catalogue has not yet; returns why it failed.
  nonisolated(nonsending) mutating func fetch(for node: SyntaxNode) async -> Diagnostic? {
    guard let (checked, place) = asked(by: node) else { return nil }
    return await catalogue.fetch(for: checked, vintage: settings.asOf, at: place)
  }

  /// The expression that a statement asks for, and where it stands; nil where no source has to be asked.
  private func asked(by node: SyntaxNode) -> (expression: CheckedExpression, place: SourceSpan)? {
    guard !catalogue.observationSources.isEmpty, case .expression(let node) = StatementSyntax(node),
      let checked = try? check(node, in: catalogue, scope: scope)
    else { return nil }
    return (checked, node.span)
  }

  /// Asks the sources what they have of all that claims, definitions and rules speak of; returns why it failed.
  nonisolated(nonsending) mutating func fetchMentioned() async -> Diagnostic? {
    guard !catalogue.observationSources.isEmpty else { return nil }
    let place = SourceSpan(start: 0, end: 0)
    return await catalogue.fetch(catalogue.requestsOfMentioned(vintage: settings.asOf), at: place)
  }
}

// Why an answer is what it is, and where the sources cannot all be right.
extension Session {
  /// The tree of the computation of one expression, down to each claim. The evaluation runs again with every step
  /// kept, so that plain evaluation pays nothing for it.
  public func explain(_ text: String) throws(EvaluationError) -> Explanation {
    try withPlan(of: text) { checked, plan throws(DiagnosticError) in
      try ChisoReasoning.explain(
        checked, plan, in: catalogue, stored: stored, preference: settings.preference,
        budget: settings.budget,
        context: context)
    }
  }

  /// The steps that answer one expression, a line each: what is read and what is made of it. Nothing is evaluated.
  ///
  /// For example, `Session(kernel).planLines(of: "gdp[2024]")` begins with the cell that is scanned.
  public func planLines(of text: String) throws(EvaluationError) -> [String] {
    try withPlan(of: text) { _, plan in plan.lines(in: catalogue) }
  }

  private func withPlan<Result>(
    of text: String, _ body: (CheckedExpression, Plan) throws(DiagnosticError) -> Result
  ) throws(EvaluationError) -> Result {
    let (tree, diagnostics) = parse(text)
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw EvaluationError(text: tree.source, diagnostics: errors) }
    guard let statement = tree.statements.first, case .expression(let node) = StatementSyntax(statement)
    else {
      throw EvaluationError(text: tree.source, diagnostics: [.noExpression])
    }
    do throws(DiagnosticError) {
      let checked = try check(node, in: catalogue, scope: scope)
      return try body(checked, try plan(checked, in: catalogue, vintage: settings.asOf))
    } catch {
      throw EvaluationError(text: tree.source, diagnostics: [error.diagnostic])
    }
  }

  /// Where the sources cannot all be right, as known on the day that is set. What observation sources have is looked at as
  /// far as they were asked.
  public func checkReport() -> CheckReport {
    guard let limit = settings.budget.deadline else { return catalogue.checkReport(in: context) }
    let end = ContinuousClock.now.advanced(by: limit)
    return catalogue.checkReport(in: context.ending { ContinuousClock.now >= end })
  }
}
