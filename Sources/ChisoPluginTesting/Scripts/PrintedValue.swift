package import ChisoKernel

/// A value as it is printed in a test or document: `20.5 %`, `10_221.8 thousand billion VND`.
///
/// A value agrees with it if it would be printed so: if it lies within half a unit of the last digit.
package struct PrintedValue {
  private var digits: DecimalLiteral
  private var isNegative: Bool
  private var unit: UnitOfMeasure
  /// What one of the printed unit is in `unit`.
  private var factor: Double

  /// The value that `text` prints; `session` knows the units. Groups may be separated by commas.
  package init?(_ text: some StringProtocol, in session: Session) {
    guard let first = text.words.first else { return nil }
    isNegative = first.hasPrefix("-")
    guard let digits = DecimalLiteral(String(first.drop { $0 == "-" }.filter { $0 != "," })) else {
      return nil
    }
    self.digits = digits
    let rest = String(text.dropFirst(first.count).drop { $0 == " " })
    guard !rest.isEmpty else {
      unit = .one
      factor = 1
      return
    }
    var session = session
    guard case .answer(let one)? = session.run("1 \(rest)").last?.outcome, one.series.values.count == 1 else {
      return nil
    }
    unit = one.type.unit
    factor = one.series.values[0]
  }

  /// Whether `value` in `unit` would be printed so.
  package func agrees(with value: Double, _ unit: UnitOfMeasure) -> Bool {
    guard let number = number(of: value, unit) else { return false }
    return agrees(with: number * factor)
  }

  /// The number of the unit printed here that `value` in `unit` is; nil where it measures something else.
  func number(of value: Double, _ unit: UnitOfMeasure) -> Double? {
    guard unit.withoutScale == self.unit.withoutScale, let conversion = unit.conversionFactor(to: self.unit)
    else { return nil }
    return value * conversion / factor
  }

  /// Whether `number`, in the unit printed here, has these digits; `text` is a bound of the same unit.
  package func agrees(withBound number: Double, printed text: some StringProtocol, _ unit: UnitOfMeasure)
    -> Bool
  {
    guard let digits = DecimalLiteral(String(text.drop { $0 == "-" }.filter { $0 != "," })),
      let conversion = unit.conversionFactor(to: self.unit)
    else { return false }
    var bound = self
    bound.digits = digits
    bound.isNegative = text.hasPrefix("-")
    return bound.agrees(with: number * conversion)
  }

  private func agrees(with value: Double) -> Bool {
    let printed = digits.printedInterval(scale: 0)
    return printed.contains((isNegative ? -value : value) / factor)
  }
}
