import ChisoKernel
import Synchronization

extension Session {
  /// Runs statements; where there are observation sources they are asked first, and this thread waits for them.
  mutating func runAwaitingSources(_ text: String) -> [StatementResult] {
    guard !catalogue.observationSources.isEmpty else { return run(text) }
    let start = self
    let (session, results) = waiting { () async -> (Session, [StatementResult]) in
      var session = start
      let results = await session.runFetching(text)
      return (session, results)
    }
    self = session
    return results
  }

  /// Explains an expression; where there are observation sources they are asked first, and this thread waits for them.
  mutating func explainAwaitingSources(_ text: String) throws(EvaluationError) -> Explanation {
    guard !catalogue.observationSources.isEmpty else { return try explain(text) }
    let start = self
    let (session, result) = waiting { () async -> (Session, Result<Explanation, EvaluationError>) in
      var session = start
      do throws(EvaluationError) {
        let explanation = try await session.explainFetching(text)
        return (session, .success(explanation))
      } catch {
        return (session, .failure(error))
      }
    }
    self = session
    return try result.get()
  }
}

/// The result of an asynchronous `operation`, which runs on the calling thread as far as it asks for no other.
private func waiting<Result: Sendable>(for operation: @escaping @Sendable () async -> Result) -> Result {
  let queue = JobQueue()
  let handover = Handover<Result>()
  Task.detached(executorPreference: queue) {
    let result = await operation()
    handover.value.withLock { $0 = result }
    queue.finish()
  }
  while true {
    queue.serve()
    if let result = handover.value.withLock({ $0 }) { return result }
  }
}

/// Where a task leaves its result.
private final class Handover<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}
