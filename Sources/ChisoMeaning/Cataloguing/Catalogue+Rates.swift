import ChisoModel

extension Catalogue {
  /// More ways than these are not compared.
  private static let comparedWays = 8
  /// So many beginnings of ways are followed.
  private static let followedWays = 4_096

  /// The ways from one currency to another over registered rates, the shortest first, those of equal length in the order of
  /// declaration; none passes a currency twice. Complexity: linear in the rates for each way that is followed.
  func exchangeRate(from: String, to: String, power: Int = 1) -> CurrencyRate? {
    let rates = lazyIndexes.exchangeRates {
      indicators.indices.filter { indicators[$0].unit.currencies != nil }.map { Int32($0) }
    }
    var edges: [String: [(step: CurrencyRate.Step, to: String)]] = [:]
    for index in rates {
      let unit = indicators[Int(index)].unit
      guard let pair = unit.currencies else { continue }
      func add(_ from: String, _ to: String, divides: Bool) {
        edges[from, default: []].append(
          (CurrencyRate.Step(indicator: index, divides: divides, text: unit.description), to))
      }
      add(pair.below, pair.above, divides: false)
      add(pair.above, pair.below, divides: true)
    }
    var ways: [[CurrencyRate.Step]] = []
    var open: [(steps: [CurrencyRate.Step], passed: [String])] = [([], [from])]
    var next = 0
    while next < open.count, ways.count < Self.comparedWays {
      let (steps, passed) = open[next]
      next += 1
      for edge in edges[passed.last ?? from] ?? [] where !passed.contains(edge.to) {
        if edge.to == to {
          if ways.count < Self.comparedWays { ways.append(steps + [edge.step]) }
        } else if open.count < Self.followedWays {
          open.append((steps + [edge.step], passed + [edge.to]))
        }
      }
    }
    return ways.isEmpty ? nil : CurrencyRate(from: from, to: to, power: power, ways: ways)
  }
}

extension UnitOfMeasure {
  /// The currencies of an exchange rate; nil for any other unit.
  fileprivate var currencies: (above: String, below: String)? {
    guard factors.count == 2, let above = factors.first(where: { $0.exponent == 1 }),
      let below = factors.first(where: { $0.exponent == -1 }),
      above.unit.category == .currency, below.unit.category == .currency
    else { return nil }
    return (above.unit.name, below.unit.name)
  }
}
