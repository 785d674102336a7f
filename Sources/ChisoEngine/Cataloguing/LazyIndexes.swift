import ChisoModel
import Synchronization

/// Indexes of one state of a catalogue, each made once when it is first needed; any thread may ask.
final class LazyIndexes: Sendable {
  private let claimIndex = AtomicLazyReference<ClaimIndex>()
  private let reports = Mutex<[CivilDate?: CheckReport]>([:])
  private let definitionIndex = AtomicLazyReference<DefinitionIndex>()
  private let rates = AtomicLazyReference<ExchangeRates>()

  /// The same indexes for the same declarations with other observations.
  var withoutReports: LazyIndexes {
    let result = LazyIndexes()
    if let index = claimIndex.load() { _ = result.claimIndex.storeIfNil(index) }
    if let index = definitionIndex.load() { _ = result.definitionIndex.storeIfNil(index) }
    if let index = rates.load() { _ = result.rates.storeIfNil(index) }
    return result
  }

  /// The claims by the question they answer.
  func claims(_ make: () -> ClaimIndex) -> ClaimIndex { once(claimIndex, make) }

  /// The indicators that are exchange rates.
  func exchangeRates(_ make: () -> [Int32]) -> [Int32] {
    once(rates) { ExchangeRates(make()) }.indicators
  }

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

/// The indicators that are exchange rates.
private final class ExchangeRates: Sendable {
  let indicators: [Int32]

  init(_ indicators: [Int32]) { self.indicators = indicators }
}

/// What `place` holds; made where it holds nothing yet. Where two threads make it at once, the first one made stays.
private func once<Index: AnyObject & Sendable>(
  _ place: borrowing AtomicLazyReference<Index>, _ make: () -> Index
) -> Index {
  place.load() ?? place.storeIfNil(make())
}
