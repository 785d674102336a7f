extension Interval {
  /// Every sum of a number from each.
  @inlinable
  public static func + (left: Interval, right: Interval) -> Interval {
    Interval(
      unchecked: OutwardRounding.sumDown(left.lower, right.lower),
      OutwardRounding.sumUp(left.upper, right.upper))
  }

  /// Every difference of a number from each.
  @inlinable
  public static func - (left: Interval, right: Interval) -> Interval {
    left + right.negated
  }

  /// The interval mirrored at zero.
  @inlinable
  public var negated: Interval {
    Interval(unchecked: 0 - upper, 0 - lower)
  }

  /// The interval mirrored at zero.
  @inlinable
  public static prefix func - (interval: Interval) -> Interval {
    interval.negated
  }

  /// Every product of a number from each.
  @inlinable
  public static func * (left: Interval, right: Interval) -> Interval {
    if left.lower >= 0 && right.lower >= 0 {
      return Interval(
        unchecked: OutwardRounding.productDown(left.lower, right.lower),
        OutwardRounding.productUp(left.upper, right.upper))
    }
    return anyProduct(left, right)
  }

  /// The product whatever the signs: the outermost of those of the bounds.
  @usableFromInline
  static func anyProduct(_ left: Interval, _ right: Interval) -> Interval {
    let (a, b, c, d) = (left.lower, left.upper, right.lower, right.upper)
    let lower = Swift.min(
      Swift.min(OutwardRounding.productDown(a, c), OutwardRounding.productDown(a, d)),
      Swift.min(OutwardRounding.productDown(b, c), OutwardRounding.productDown(b, d)))
    let upper = Swift.max(
      Swift.max(OutwardRounding.productUp(a, c), OutwardRounding.productUp(a, d)),
      Swift.max(OutwardRounding.productUp(b, c), OutwardRounding.productUp(b, d)))
    return Interval(unchecked: lower, upper)
  }

  /// Every quotient of a number from each; where the divisor may be zero, one or both sides are open.
  @inlinable
  public static func / (left: Interval, right: Interval) -> Interval {
    if right.lower >= 0 && right.upper > 0 { return quotient(left, byPositive: right) }
    if right.upper <= 0 && right.lower < 0 { return quotient(left.negated, byPositive: right.negated) }
    return .unbounded
  }

  @inlinable
  static func quotient(_ left: Interval, byPositive right: Interval) -> Interval {
    Interval(
      unchecked: OutwardRounding.quotientDown(left.lower, left.lower >= 0 ? right.upper : right.lower),
      OutwardRounding.quotientUp(left.upper, left.upper >= 0 ? right.lower : right.upper))
  }

  /// The interval with every number multiplied by `factor`.
  @inlinable
  public func scaled(by factor: Double) -> Interval {
    self * Interval(exactly: factor)
  }

  /// Every distance from zero.
  @inlinable
  public func abs() -> Interval {
    if lower >= 0 { return self }
    if upper <= 0 { return negated }
    return Interval(unchecked: 0, Swift.max(-lower, upper))
  }

  /// The lesser of a number from each.
  @inlinable
  public static func min(_ left: Interval, _ right: Interval) -> Interval {
    Interval(unchecked: Swift.min(left.lower, right.lower), Swift.min(left.upper, right.upper))
  }

  /// The greater of a number from each.
  @inlinable
  public static func max(_ left: Interval, _ right: Interval) -> Interval {
    Interval(unchecked: Swift.max(left.lower, right.lower), Swift.max(left.upper, right.upper))
  }
}
