public import ChisoKernel
import ChisoModel
import ChisoPluginLoading
package import ChisoWords

extension Host {
  /// Runs a statement; where there are observation sources they are asked first, and this thread waits for them. A plugin
  /// that was loaded at run time and does not return by the deadline is not waited for, and one that returned what makes no
  /// sense is not believed.
  ///
  /// - Parameters:
  ///   - checked: What this session has found out of it before, where it is an expression.
  ///   - answer: What it yielded before in this session.
  package mutating func run(
    _ statement: SyntaxNode, checked: CheckedExpression? = nil, answer: Answer? = nil
  ) -> StatementOutcome {
    // Only what a declaration changes can be taken back; else no copy of the session is kept alive.
    let before = statement.kind.isExpression ? nil : session
    let outcome = outcome(of: statement, checked, answer)
    if let before, case .declared = outcome { record.keep(before, before: statement.text) }
    return outcome
  }

  private mutating func outcome(
    of statement: SyntaxNode, _ checked: CheckedExpression?, _ answer: Answer?
  ) -> StatementOutcome {
    if watches.isEmpty, session.catalogue.observationSources.isEmpty {
      guard let answer else { return session.run(statement, checked: checked) }
      session.keep(answer)
      return .answer(answer)
    }
    let start = session
    do throws(CommandFailure) {
      let outcome: StatementOutcome
      (session, outcome) = try waiting(at: statement.span) { () async -> (Session, StatementOutcome) in
        var session = start
        let outcome = await session.runFetching(statement)
        return (session, outcome)
      }
      return outcome
    } catch {
      return .failure(error.diagnostics)
    }
  }

  /// The value of one expression that is known to be right; nil where it has none.
  package mutating func answer(to text: String) -> Answer? {
    guard let statement = parse(text).tree.statements.first, case .answer(let answer) = run(statement)
    else { return nil }
    return answer
  }

  /// Explains an expression; where there are observation sources they are asked first, and this thread waits for them.
  package mutating func explain(_ text: String) throws(CommandFailure) -> Result<Explanation, EvaluationError>
  {
    let start = session
    let whole = SourceSpan(0..<text.utf8.count)
    let result: Result<Explanation, EvaluationError>
    (session, result) = try waiting(at: whole) {
      () async -> (Session, Result<Explanation, EvaluationError>) in
      var session = start
      do throws(EvaluationError) {
        let explanation = try await session.explainFetching(text)
        return (session, .success(explanation))
      } catch {
        return (session, .failure(error))
      }
    }
    return result
  }

  /// Where the sources cannot all be right; where there are observation sources they are asked first, and this thread waits
  /// for them.
  package mutating func checkReport(at span: SourceSpan) throws(CommandFailure) -> CheckReport {
    if session.catalogue.observationSources.isEmpty { return session.checkReport() }
    let start = session
    let result: Result<CheckReport, EvaluationError>
    (session, result) = try waiting(at: span) {
      () async -> (Session, Result<CheckReport, EvaluationError>) in
      var session = start
      do throws(EvaluationError) {
        let report = try await session.checkReportFetching()
        return (session, .success(report))
      } catch {
        return (session, .failure(error))
      }
    }
    do throws(EvaluationError) { return try result.get() } catch {
      throw CommandFailure(
        error.diagnostics.map { diagnostic in
          var diagnostic = diagnostic
          diagnostic.span = span
          return diagnostic
        })
    }
  }

  /// The result of an asynchronous `operation` on what stands at `span`. It runs on the calling thread as far as it asks for no other;
  /// where there are plugins to watch over, on one that can be left behind.
  private func waiting<Value: Sendable>(
    at span: SourceSpan, for operation: @escaping @Sendable () async -> Value
  ) throws(CommandFailure) -> Value {
    let queue = JobQueue()
    let handover = Handover<Value>()
    let task = Task.detached(executorPreference: queue) {
      let result = await operation()
      handover.finish(result)
      queue.finish()
    }
    if watches.isEmpty {
      queue.serve()
    } else {
      runOnThread { queue.serve() }
    }
    // A source of observations sees by its task that it shall end, a function by its context.
    let patience = Patience(deadline: session.settings.budget.deadline, isCancelled: session.isCancelled) {
      task.cancel()
    }
    while true {
      if let result = handover.value(waiting: 50) {
        let faults = watches.flatMap { watch in watch.takeFaults().map { (watch.name, $0) } }
        if let (name, fault) = faults.first { throw CommandFailure(.nonsense(of: name, fault, at: span)) }
        return result
      }
      guard patience.isOver else { continue }
      let late = watches.filter(\.isInCall)
      guard let first = late.first else { continue }
      for watch in late { watch.stop() }
      throw CommandFailure(.pluginDoesNotReturn(first.name, at: span))
    }
  }
}

/// The result of an asynchronous `operation` that calls `plugin`; nil where a single call of it does not return within
/// `limit`, which can only be known of one from a library.
public func waiting<Value: Sendable>(
  for plugin: any Plugin, atMost limit: Duration, _ operation: @escaping @Sendable () async -> Value
) -> Value? {
  let queue = JobQueue()
  let handover = Handover<Value>()
  Task.detached(executorPreference: queue) {
    handover.finish(await operation())
    queue.finish()
  }
  runOnThread { queue.serve() }
  let watch = (plugin as? WatchedPlugin)?.watch
  var call = (number: 0, seen: ContinuousClock.now)
  while true {
    if let value = handover.value(waiting: 50) { return value }
    guard let watch, watch.isInCall else { continue }
    let now = ContinuousClock.now
    if watch.callsBegun != call.number {
      call = (watch.callsBegun, now)
    } else if now - call.seen > limit {
      return nil
    }
  }
}

/// How long to wait for a plugin that does not look whether it shall end.
private final class Patience {
  private let end: ContinuousClock.Instant?
  private let isCancelled: @Sendable () -> Bool
  private let askToEnd: () -> Void
  private var askedToEnd: ContinuousClock.Instant?

  /// What a plugin has to return once it shall.
  private static let grace = Duration.seconds(1)

  init(deadline: Duration?, isCancelled: @escaping @Sendable () -> Bool, askToEnd: @escaping () -> Void) {
    self.askToEnd = askToEnd
    end = deadline.map { ContinuousClock.now.advanced(by: $0) }
    self.isCancelled = isCancelled
  }

  var isOver: Bool {
    let now = ContinuousClock.now
    if askedToEnd == nil, isCancelled() || end.map({ now >= $0 }) ?? false {
      askedToEnd = now
      askToEnd()
    }
    return askedToEnd.map { now >= $0.advanced(by: Patience.grace) } ?? false
  }
}
