import ChisoModel

/// A claim with its subject checked; made once and shared.
final class ClaimReading: Sendable {
  let expression: CheckedExpression
  /// The question, without the slice.
  let key: NormalKey
  let period: Period?
  /// In the unit it was printed in, scale words multiplied in.
  let quantity: Quantity
  /// Brings the printed unit into that of the question.
  let conversion: UnitConversion

  init(
    expression: CheckedExpression, key: NormalKey, period: Period?, quantity: Quantity,
    conversion: UnitConversion
  ) {
    self.expression = expression
    self.key = key
    self.period = period
    self.quantity = quantity
    self.conversion = conversion
  }
}
