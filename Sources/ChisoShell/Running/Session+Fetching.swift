import ChisoKernel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Session {
  /// Runs a statement; where there are observation sources they are asked first, and this thread waits for them.
  mutating func runAwaitingSources(_ statement: SyntaxNode) -> StatementOutcome {
    guard !catalogue.observationSources.isEmpty else { return run(statement) }
    let start = self
    let (session, outcome) = waiting { () async -> (Session, StatementOutcome) in
      var session = start
      let outcome = await session.runFetching(statement)
      return (session, outcome)
    }
    self = session
    return outcome
  }

  /// The value of one expression that is known to be right, as `runAwaitingSources` gives it.
  mutating func answerAwaitingSources(_ text: String) -> Answer? {
    guard let statement = parse(text).tree.statements.first,
      case .answer(let answer) = runAwaitingSources(statement)
    else { return nil }
    return answer
  }
}

/// The result of an asynchronous `operation`, for which the calling thread waits.
///
/// Only for a thread that no task runs on, such as that of a program's command line.
private func waiting<Result: Sendable>(for operation: @escaping @Sendable () async -> Result) -> Result {
  let handover = Handover<Result>()
  Task.detached { handover.finish(await operation()) }
  return handover.wait()
}

/// Hands a value from a task to a thread that sleeps until it is there.
private final class Handover<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let pipe: (read: Int32, write: Int32)

  init() {
    var ends: [Int32] = [-1, -1]
    _ = makePipe(&ends)
    pipe = (ends[0], ends[1])
  }

  deinit {
    close(pipe.read)
    close(pipe.write)
  }

  func finish(_ result: Value) {
    value.withLock { $0 = result }
    var byte: UInt8 = 1
    _ = write(pipe.write, &byte, 1)
  }

  func wait() -> Value {
    var byte: UInt8 = 0
    while true {
      if let result = value.withLock({ $0 }) { return result }
      _ = read(pipe.read, &byte, 1)
    }
  }
}

/// `pipe`, under a name that the property does not hide.
private func makePipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
