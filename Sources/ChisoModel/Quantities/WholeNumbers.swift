/// Rounding to whole numbers, as decimals are rounded: what only binary arithmetic keeps from a whole number, or from the
/// middle of two, is taken for it.
public enum DecimalRounding: Sendable {
  /// To the nearest whole number; halfway between two, to the one further from zero.
  case nearest
  /// To the next whole number below.
  case down
  /// To the next whole number above.
  case up

  // A type of the standard library's own may have more cases in another version of it, which costs all that holds one.
  fileprivate var rule: FloatingPointRoundingRule {
    switch self {
    case .nearest: .toNearestOrAwayFromZero
    case .down: .down
    case .up: .up
    }
  }
}

extension Double {
  /// The whole number by `rule`: `10 * (0.1 + 0.2)` rounded up is 3, and `1.005 * 100` to the nearest is 101.
  public func roundedAsDecimal(_ rule: DecimalRounding) -> Double {
    let mark = roundingMark(rule)
    // Zero has no sign.
    return (isAt(mark) ? mark : self).rounded(rule.rule) + 0
  }

  /// The whole number that this is but for the rounding of arithmetic; nil where it is none, or beyond the integers.
  public var wholeNumber: Int? { isAt(rounded()) ? Int(exactly: rounded()) : nil }

  /// The number nearest to this on which the result of rounding turns.
  fileprivate func roundingMark(_ rule: DecimalRounding) -> Double {
    switch rule {
    case .nearest: rounded(.down) + 0.5
    case .down, .up: rounded()
    }
  }

  /// Whether this and `mark` are the same, and so near that no digit that anybody writes lies between.
  private func isAt(_ mark: Double) -> Bool {
    self == mark || isSame(as: mark) && (self - mark).magnitude <= Swift.max(0.001, 4 * ulp)
  }
}

extension Interval {
  /// Every number here as a whole number by `rule`.
  public func roundedAsDecimal(_ rule: DecimalRounding) -> Interval {
    Interval(
      unchecked: lower.isFinite ? lower.roundedAsDecimal(rule) : lower,
      upper.isFinite ? upper.roundedAsDecimal(rule) : upper)
  }

  /// Every number here as a whole number by `rule`, and the one that `value`, which lies here, becomes.
  public func roundedAsDecimal(
    _ value: Double, _ rule: DecimalRounding
  ) -> (value: Double, interval: Interval) {
    // Beside zero no number is the same as another: there the bounds tell what rounding left behind.
    let mark = value.roundingMark(rule)
    if contains(mark), width <= 1e-9 {
      let result = mark.rounded(rule.rule) + 0
      return (result, Interval(exactly: result))
    }
    return (value.roundedAsDecimal(rule), roundedAsDecimal(rule))
  }
}
