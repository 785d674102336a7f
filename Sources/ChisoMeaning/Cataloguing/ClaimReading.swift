package import ChisoModel

/// A claim with its subject checked; made once and shared.
package final class ClaimReading: Sendable {
  package let expression: CheckedExpression
  /// The question, without the slice.
  package let key: QuestionKey
  package let period: Period?
  /// In the unit it was printed in, scale words multiplied in.
  package let quantity: Quantity
  /// Brings the printed unit into that of the question.
  package let conversion: UnitConversion

  init(
    expression: CheckedExpression, key: QuestionKey, period: Period?, quantity: Quantity,
    conversion: UnitConversion
  ) {
    self.expression = expression
    self.key = key
    self.period = period
    self.quantity = quantity
    self.conversion = conversion
  }
}

extension ClaimReading {
  /// Whether it is about an indicator without a period, and so never computed with.
  package var isUndated: Bool {
    if case .indicator = expression[expression.root].operation { return true }
    return false
  }
}
