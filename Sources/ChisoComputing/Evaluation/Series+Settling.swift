import ChisoModel

extension Series {
  /// Leaves no value without end, and none outside of its bounds, where rounding alone can have put it: what functions
  /// return, and sums of many figures. Complexity: linear.
  mutating func settle(_ outcome: inout FusedOutcome) {
    for index in values.indices where values[index].isInfinite {
      outcome.isTooLarge = true
      values[index] = .nan
      lower?[index] = -.infinity
      upper?[index] = .infinity
    }
    guard let lower, let upper else { return }
    for index in values.indices {
      if values[index] < lower[index] { values[index] = lower[index] }
      if values[index] > upper[index] { values[index] = upper[index] }
    }
  }
}
