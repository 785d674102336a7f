/// From one currency to another: by an indicator for the two, or by way of others.
package struct CurrencyRate: Sendable, Hashable {
  /// One indicator with a unit CURRENCY/CURRENCY on the way.
  package struct Step: Sendable, Hashable {
    package var indicator: Int32
    /// Whether the value is divided by it.
    package var divides: Bool
    /// Its units, for messages: `VND/USD`.
    package var text: String
  }

  package var from: String
  package var to: String
  /// How often it is applied: twice for squares.
  package var power: Int
  /// The ways from the one currency to the other, the shortest first; there is at least one.
  package var ways: [[Step]]
}

extension CheckedOperation.Rate {
  /// The indicators that may take part.
  package var indicators: Set<Int32> { Set(pairs.flatMap(\.ways).joined().map(\.indicator)) }
}
