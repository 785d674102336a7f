import ChisoModel
import Synchronization

/// Indexes of one state of a catalogue, each made once when it is first needed; any thread may ask.
final class LazyIndexes: Sendable {
  private let claimIndex = Mutex<ClaimIndex?>(nil)
  private let reports = Mutex<[CivilDate?: CheckReport]>([:])
  private let definitionIndex = Mutex<DefinitionIndex?>(nil)

  /// The claims by the question they answer.
  func claims(_ make: () -> ClaimIndex) -> ClaimIndex {
    if let known = claimIndex.withLock({ $0 }) { return known }
    // Made outside the lock, since making it asks for the definitions; the first one made stays.
    let made = make()
    return claimIndex.withLock { index in
      if let index { return index }
      index = made
      return made
    }
  }

  /// Where the sources cannot all be right, as known on a day.
  func report(asOf vintage: CivilDate?, _ make: () -> CheckReport) -> CheckReport {
    if let known = reports.withLock({ $0[vintage] }) { return known }
    let made = make()
    return reports.withLock { reports in
      if let known = reports[vintage] { return known }
      reports[vintage] = made
      return made
    }
  }

  /// The indicators by the normal form of their definition.
  func definitions(_ make: () -> DefinitionIndex) -> DefinitionIndex {
    if let known = definitionIndex.withLock({ $0 }) { return known }
    let made = make()
    return definitionIndex.withLock { index in
      if let index { return index }
      index = made
      return made
    }
  }
}
