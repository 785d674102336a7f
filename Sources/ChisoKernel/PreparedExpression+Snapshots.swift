// Snapshots.
extension PreparedExpression {
  /// How the value changes over snapshots: the first one, and then each that differs from the one before. Observation
  /// sources are asked for each snapshot.
  public func changes<Snapshots: AsyncSequence>(
    over snapshots: Snapshots, arguments: [Argument] = []
  ) -> PreparedChanges<Snapshots> where Snapshots.Element == Kernel {
    PreparedChanges(self, snapshots, arguments)
  }
}

/// The values of a prepared expression over snapshots, each as it differs from the one before.
public struct PreparedChanges<Snapshots: AsyncSequence>: AsyncSequence where Snapshots.Element == Kernel {
  /// A value, or why there is none.
  public typealias Element = Result<Answer, EvaluationError>

  private let prepared: PreparedExpression
  private let snapshots: Snapshots
  private let arguments: [PreparedExpression.Argument]

  init(_ prepared: PreparedExpression, _ snapshots: Snapshots, _ arguments: [PreparedExpression.Argument]) {
    self.prepared = prepared
    self.snapshots = snapshots
    self.arguments = arguments
  }

  /// Begins anew.
  public func makeAsyncIterator() -> Iterator {
    Iterator(prepared: prepared, snapshots: snapshots.makeAsyncIterator(), arguments: arguments)
  }

  /// Goes from snapshot to snapshot.
  public struct Iterator: AsyncIteratorProtocol {
    var prepared: PreparedExpression
    var snapshots: Snapshots.AsyncIterator
    let arguments: [PreparedExpression.Argument]
    var last: PreparedOutcome?

    /// The next value that differs; nil once there are no more snapshots.
    public mutating func next() async throws -> Element? {
      while let kernel = try await snapshots.next() {
        let result: Element
        do throws(EvaluationError) {
          prepared = try prepared.following(kernel)
          result = .success(try await prepared.evaluateFetching(arguments))
        } catch {
          result = .failure(error)
        }
        let outcome = PreparedOutcome(result)
        guard outcome != last else { continue }
        last = outcome
        return result
      }
      return nil
    }
  }
}

/// What is compared of a value.
struct PreparedOutcome: Equatable, Sendable {
  private let observations: [Observation]
  private let notes: [Note]
  private let kind: Answer.Kind?
  private let failures: [Diagnostic]

  init(_ result: Result<Answer, EvaluationError>) {
    switch result {
    case .success(let answer):
      (observations, notes, kind, failures) = (answer.observations, answer.notes, answer.kind, [])
    case .failure(let error): (observations, notes, kind, failures) = ([], [], nil, error.diagnostics)
    }
  }
}
