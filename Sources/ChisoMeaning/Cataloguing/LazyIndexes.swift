import ChisoModel

/// Indexes of one state of a catalogue, each made once when it is first needed; any thread may ask.
package final class LazyIndexes: Sendable {
  private let claimIndex = OnceReference<ClaimIndex>()
  /// What later stages keep of this one state.
  package let caches: Caches
  private let definitionIndex = OnceReference<DefinitionIndex>()
  private let rates = OnceReference<ExchangeRates>()
  private let ruleIndex = OnceReference<RuleIndex>()
  /// The index of the claims that an earlier state had, from which that of all grows.
  private let earlierClaims: ClaimIndex?

  /// Nothing is made yet.
  init() {
    earlierClaims = nil
    caches = Caches()
  }

  /// What `earlier` has made that more claims do not change.
  private init(earlier: LazyIndexes) {
    earlierClaims = earlier.claimIndex.load() ?? earlier.earlierClaims
    caches = earlier.caches.withMoreClaims()
    if let known = earlier.definitionIndex.load() { definitionIndex.storeIfNil(known) }
    if let known = earlier.rates.load() { rates.storeIfNil(known) }
    if let known = earlier.ruleIndex.load() { ruleIndex.storeIfNil(known) }
  }

  /// The indexes of a state that has more claims and sources, and is otherwise the same.
  func withMoreClaims() -> LazyIndexes { LazyIndexes(earlier: self) }

  /// What `other` has made of the same declarations and claims.
  private init(of other: LazyIndexes) {
    earlierClaims = other.earlierClaims
    caches = Caches()
    if let known = other.claimIndex.load() { claimIndex.storeIfNil(known) }
    if let known = other.definitionIndex.load() { definitionIndex.storeIfNil(known) }
    if let known = other.rates.load() { rates.storeIfNil(known) }
    if let known = other.ruleIndex.load() { ruleIndex.storeIfNil(known) }
  }

  /// The indexes of a state with other observations, which is otherwise the same.
  func withOtherObservations() -> LazyIndexes { LazyIndexes(of: self) }

  /// The claims by the question they answer; `make` is given the index of the first of them, where there is one.
  package func claims(_ make: (_ earlier: ClaimIndex?) -> ClaimIndex) -> ClaimIndex {
    once(claimIndex) { make(earlierClaims) }
  }

  /// The indicators that are exchange rates.
  func exchangeRates(_ make: () -> [Int32]) -> [Int32] {
    once(rates) { ExchangeRates(make()) }.indicators
  }

  /// The indicators by the normal form of their definition.
  func definitions(_ make: () -> DefinitionIndex) -> DefinitionIndex { once(definitionIndex, make) }

  /// The rules, checked.
  func rules(_ make: () -> RuleIndex) -> RuleIndex { once(ruleIndex, make) }
}

/// The indicators that are exchange rates.
private final class ExchangeRates: Sendable {
  let indicators: [Int32]

  init(_ indicators: [Int32]) { self.indicators = indicators }
}

/// The rules, checked, by their places; nil where one makes no sense.
final class RuleIndex: Sendable {
  let conditions: [CheckedExpression?]

  init(_ conditions: [CheckedExpression?]) { self.conditions = conditions }
}

/// What `place` holds; made where it holds nothing yet. Where two threads make it at once, the first one made stays.
private func once<Index: AnyObject & Sendable>(
  _ place: borrowing OnceReference<Index>, _ make: () -> Index
) -> Index {
  place.load() ?? place.storeIfNil(make())
}
