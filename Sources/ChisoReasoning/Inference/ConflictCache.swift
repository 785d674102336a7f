import ChisoMeaning
import ChisoModel

/// Minimal conflicts of parts of networks, kept from snapshot to snapshot: a part that did not change is not
/// searched again. Shared by all catalogues that grew from one; any thread may ask.
final class ConflictCache: Sendable {
  private struct State {
    var known: [QuestionKey: ConflictEnumeration<Int>] = [:]
  }

  private let state = Guarded(State())
  /// How many parts are kept before all are forgotten.
  private static let limit = 4096

  /// The minimal conflicts of `part`; `progress` is told which part of the search is done.
  func conflicts(
    of part: NetworkPart, progress: (Double) -> Void = { _ in }
  ) -> ConflictEnumeration<Int> {
    let key = part.fingerprint
    if let found = state.withLock({ $0.known[key] }) { return found }
    let made = part.conflicts(progress: progress)
    // What was not thought to its end is not kept.
    if part.isStopped() { return made }
    state.withLock { state in
      if state.known.count >= ConflictCache.limit { state.known.removeAll() }
      state.known[key] = made
    }
    return made
  }
}

extension Catalogue {
  /// What is known of conflicts.
  var conflictCache: ConflictCache { lastingCaches.cache(ConflictCache()) }
}

extension NetworkPart {
  /// A key of all that conflicts depend on: nodes, constraints and claims with their intervals.
  fileprivate var fingerprint: QuestionKey {
    var key = QuestionKey(.number, UInt64(network.nodeCount))
    func add(_ tag: QuestionKey.Tag, _ payload: UInt64) { key = key.appending(QuestionKey(tag, payload)) }
    func add(_ operation: BinaryOperator) { add(.binary, UInt64(operation.rawValue)) }
    func add(_ interval: Interval) {
      add(.range, interval.lower.bitPattern)
      add(.range, interval.upper.bitPattern)
      add(.range, UInt64(interval.openEnds.rawValue))
    }
    for node in 0..<network.nodeCount {
      switch network.operations[node] {
      case .variable: add(.indicator, 0)
      case .add: add(.add)
      case .subtract: add(.subtract)
      case .multiply: add(.multiply)
      case .divide: add(.divide)
      case .negate: add(.negate, 0)
      case .scale(let conversion):
        add(.convert, conversion.multiplier.bitPattern)
        add(.convert, conversion.divisor.bitPattern)
      case .power(let exponent):
        add(.power)
        add(.number, UInt64(bitPattern: Int64(exponent)))
      case .magnitude: add(.negate, 1)
      case .apply(let function): add(.call, UInt64(UInt32(bitPattern: function.number)))
      case .compare(let kind): add(.binary, 64 + UInt64(kind.rawValue))
      case .and: add(.and)
      case .or: add(.or)
      case .not: add(.negate, 2)
      case .pair: add(.negate, 3)
      case .choose: add(.negate, 4)
      }
      add(
        .slice,
        UInt64(UInt32(bitPattern: network.first[node])) << 32
          | UInt64(UInt32(bitPattern: network.second[node])))
      add(network.initial[node])
    }
    for condition in network.conditions {
      add(.binary, 128 + UInt64(condition.kind.rawValue))
      add(
        .selector,
        UInt64(UInt32(bitPattern: condition.left)) << 32 | UInt64(UInt32(bitPattern: condition.right)))
    }
    for claim in claims {
      add(.call, UInt64(UInt32(bitPattern: claim.node)))
      add(claim.interval)
    }
    return key
  }
}
