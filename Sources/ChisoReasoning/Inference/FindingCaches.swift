import ChisoMeaning
import ChisoModel

/// The contradictions that were found, as known on a day, by each indicator that they are about.
final class ContradictionCache: GrowingCache {
  private struct State {
    var known: [CivilDate?: [Int32: Contradictions]] = [:]
  }

  private let state: Guarded<State>

  /// Nothing is known yet.
  convenience init() { self.init(State()) }

  private init(_ known: State) { state = Guarded(known) }

  /// Of those that nothing new is said of, what was found still holds.
  func grown() -> ContradictionCache { ContradictionCache(state.withLock { $0 }) }

  /// The contradictions among the claims about `indicator` and all that hangs together with it, as known on a day: what is
  /// known and `stillHolds`, or is made and kept for all of them. What `wasStopped` says was not made to its end is not kept.
  func contradictions(
    of indicator: Int32, asOf vintage: CivilDate?, unless wasStopped: () -> Bool,
    stillHolds: (Contradictions) -> Bool, _ make: () -> Contradictions
  ) -> Contradictions {
    if let known = state.withLock({ $0.known[vintage]?[indicator] }), stillHolds(known) {
      return known
    }
    let made = make()
    if wasStopped() { return made }
    state.withLock { state in
      for other in made.indicators { state.known[vintage, default: [:]][other] = made }
    }
    return made
  }
}

/// Reports of where the sources cannot all be right, by the day as known on which.
final class ReportCache: Sendable {
  private struct State {
    var known: [CivilDate?: CheckReport] = [:]
  }

  private let state = Guarded(State())

  /// The report of a day; made where it is not known. What `wasStopped` says was not made to its end is not kept.
  func report(
    asOf vintage: CivilDate?, unless wasStopped: () -> Bool, _ make: () -> CheckReport
  ) -> CheckReport {
    if let known = state.withLock({ $0.known[vintage] }) { return known }
    let made = make()
    if wasStopped() { return made }
    return state.withLock { state in
      if let known = state.known[vintage] { return known }
      state.known[vintage] = made
      return made
    }
  }
}
