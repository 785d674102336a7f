public import ChisoKernel
import ChisoModel
import ChisoPluginLoading
import ChisoWords

extension Session {
  /// Runs a statement; where there are observation sources they are asked first, and this thread waits for them.
  ///
  /// - Parameter watches: Those over plugins that were loaded at run time. One that does not return by the deadline is
  ///   not waited for, and one that returned what makes no sense is not believed.
  mutating func runAwaitingSources(_ statement: SyntaxNode, _ watches: [PluginWatch]) -> StatementOutcome {
    if watches.isEmpty, catalogue.observationSources.isEmpty { return run(statement) }
    let start = self
    do throws(CommandFailure) {
      let (session, outcome) = try waiting(at: statement.span, watches) {
        () async -> (Session, StatementOutcome) in
        var session = start
        let outcome = await session.runFetching(statement)
        return (session, outcome)
      }
      self = session
      return outcome
    } catch {
      return .failure(error.diagnostics)
    }
  }

  /// The value of one expression that is known to be right, as `runAwaitingSources` gives it.
  mutating func answerAwaitingSources(_ text: String, _ watches: [PluginWatch]) -> Answer? {
    guard let statement = parse(text).tree.statements.first,
      case .answer(let answer) = runAwaitingSources(statement, watches)
    else { return nil }
    return answer
  }

  /// Explains an expression; where there are observation sources they are asked first, and this thread waits for them.
  mutating func explainAwaitingSources(
    _ text: String, _ watches: [PluginWatch]
  ) throws(CommandFailure) -> Result<Explanation, EvaluationError> {
    let start = self
    let whole = SourceSpan(start: 0, end: Int32(clamping: text.utf8.count))
    let (session, result) = try waiting(at: whole, watches) {
      () async -> (Session, Result<Explanation, EvaluationError>) in
      var session = start
      do throws(EvaluationError) {
        let explanation = try await session.explainFetching(text)
        return (session, .success(explanation))
      } catch {
        return (session, .failure(error))
      }
    }
    self = session
    return result
  }

  /// Where the sources cannot all be right; where there are observation sources they are asked first, and this thread waits
  /// for them.
  mutating func checkReportAwaitingSources(
    at span: SourceSpan, _ watches: [PluginWatch]
  ) throws(CommandFailure) -> CheckReport {
    if catalogue.observationSources.isEmpty { return checkReport() }
    let start = self
    let (session, result) = try waiting(at: span, watches) {
      () async -> (Session, Result<CheckReport, EvaluationError>) in
      var session = start
      do throws(EvaluationError) {
        let report = try await session.checkReportFetching()
        return (session, .success(report))
      } catch {
        return (session, .failure(error))
      }
    }
    self = session
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
    at span: SourceSpan, _ watches: [PluginWatch], for operation: @escaping @Sendable () async -> Value
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
    let patience = Patience(deadline: settings.budget.deadline, isCancelled: isCancelled) { task.cancel() }
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
