/// Rounding to whole numbers, as decimals are rounded: what only binary arithmetic keeps from a whole number, or from the
/// middle of two, is taken for it.
extension Double {
  /// The whole number by `rule`: `10 * (0.1 + 0.2)` rounded up is 3, and `1.005 * 100` to the nearest is 101.
  public func roundedAsDecimal(_ rule: FloatingPointRoundingRule) -> Double {
    let mark = roundingMark(rule)
    // Zero has no sign.
    return (isAt(mark) ? mark : self).rounded(rule) + 0
  }

  /// The whole number that this is but for the rounding of arithmetic; nil where it is none, or beyond the integers.
  public var wholeNumber: Int? { isAt(rounded()) ? Int(exactly: rounded()) : nil }

  /// The number nearest to this on which the result of rounding turns.
  fileprivate func roundingMark(_ rule: FloatingPointRoundingRule) -> Double {
    switch rule {
    case .toNearestOrAwayFromZero, .toNearestOrEven: rounded(.down) + 0.5
    default: rounded()
    }
  }

  /// Whether this and `mark` are the same, and so near that no digit that anybody writes lies between.
  private func isAt(_ mark: Double) -> Bool {
    self == mark || isSame(as: mark) && (self - mark).magnitude <= Swift.max(0.001, 4 * ulp)
  }
}

extension Interval {
  /// Every number here as a whole number by `rule`.
  public func roundedAsDecimal(_ rule: FloatingPointRoundingRule) -> Interval {
    Interval(
      unchecked: lower.isFinite ? lower.roundedAsDecimal(rule) : lower,
      upper.isFinite ? upper.roundedAsDecimal(rule) : upper)
  }

  /// Every number here as a whole number by `rule`, and the one that `value`, which lies here, becomes.
  public func roundedAsDecimal(
    _ value: Double, _ rule: FloatingPointRoundingRule
  ) -> (value: Double, interval: Interval) {
    // Beside zero no number is the same as another: there the bounds tell what rounding left behind.
    let mark = value.roundingMark(rule)
    if contains(mark), width <= 1e-9 {
      let result = mark.rounded(rule) + 0
      return (result, Interval(exactly: result))
    }
    return (value.roundedAsDecimal(rule), roundedAsDecimal(rule))
  }
}
