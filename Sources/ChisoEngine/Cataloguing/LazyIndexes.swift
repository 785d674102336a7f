import ChisoModel
import Synchronization

/// Indexes of one state of a catalogue, each made once when it is first needed; any thread may ask.
final class LazyIndexes: Sendable {
  private let claimIndex = Mutex<ClaimIndex?>(nil)
  private let reports = Mutex<[CivilDate?: CheckReport]>([:])
  private let definitionIndex = Mutex<DefinitionIndex?>(nil)
  private let rates = Mutex<[Int32]?>(nil)

  /// The claims by the question they answer.
  func claims(_ make: () -> ClaimIndex) -> ClaimIndex { once(claimIndex, make) }

  /// The indicators that are exchange rates.
  func exchangeRates(_ make: () -> [Int32]) -> [Int32] { once(rates, make) }

  /// The indicators by the normal form of their definition.
  func definitions(_ make: () -> DefinitionIndex) -> DefinitionIndex { once(definitionIndex, make) }

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
}

/// What `place` holds; made where it holds nothing yet, outside the lock, since making one index asks for another. The
/// first one made stays.
private func once<Index: Sendable>(_ place: borrowing Mutex<Index?>, _ make: () -> Index) -> Index {
  if let known = place.withLock({ $0 }) { return known }
  let made = make()
  return place.withLock { index in
    if let index { return index }
    index = made
    return made
  }
}
