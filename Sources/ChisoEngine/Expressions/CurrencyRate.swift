/// From one currency to another: by an indicator for the two, or by way of others.
struct CurrencyRate: Sendable, Hashable {
  /// One indicator with a unit CURRENCY/CURRENCY on the way.
  struct Step: Sendable, Hashable {
    var indicator: Int32
    /// Whether the value is divided by it.
    var divides: Bool
    /// Its units, for messages: `VND/USD`.
    var text: String
  }

  var from: String
  var to: String
  /// How often it is applied: twice for squares.
  var power: Int
  /// The ways from the one currency to the other, the shortest first; there is at least one.
  var ways: [[Step]]
}

extension CheckedOperation.Rate {
  /// The indicators that may take part.
  var indicators: Set<Int32> { Set(pairs.flatMap(\.ways).joined().map(\.indicator)) }
}
