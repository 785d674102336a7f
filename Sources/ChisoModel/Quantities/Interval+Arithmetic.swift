extension Interval {
  /// Every sum of a number from each.
  @inlinable
  public static func + (left: Interval, right: Interval) -> Interval {
    let sum = Interval(
      unchecked: OutwardRounding.sumDown(left.lower, right.lower),
      OutwardRounding.sumUp(left.upper, right.upper))
    let ends = left.openEnds.union(right.openEnds)
    return ends.isEmpty ? sum : sum.opened(ends)
  }

  /// Every difference of a number from each.
  @inlinable
  public static func - (left: Interval, right: Interval) -> Interval {
    left + right.negated
  }

  /// The interval mirrored at zero.
  @inlinable
  public var negated: Interval {
    let mirrored = Interval(unchecked: 0 - upper, 0 - lower)
    return openEnds.isEmpty ? mirrored : mirrored.opened(openEnds.mirrored)
  }

  /// The interval mirrored at zero.
  @inlinable
  public static prefix func - (interval: Interval) -> Interval {
    interval.negated
  }

  /// Every product of a number from each.
  @inlinable
  public static func * (left: Interval, right: Interval) -> Interval {
    if !(left.openEnds.isEmpty && right.openEnds.isEmpty) { return openProduct(left, right) }
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

  /// The product where ends are open: an end of the result is open unless a product that lies on it is reached.
  @usableFromInline
  static func openProduct(_ left: Interval, _ right: Interval) -> Interval {
    let bounds = anyProduct(left, right)
    var ends: OpenEnds = [.lower, .upper]
    for (first, isFirstReached) in left.ends {
      for (second, isSecondReached) in right.ends {
        // Nothing times whatever there is in the other is nothing, whether its ends are reached or not.
        let isReached =
          (isFirstReached && isSecondReached) || (first == 0 && isFirstReached)
          || (second == 0 && isSecondReached)
        guard isReached else { continue }
        if OutwardRounding.productDown(first, second) == bounds.lower { ends.remove(.lower) }
        if OutwardRounding.productUp(first, second) == bounds.upper { ends.remove(.upper) }
      }
    }
    return bounds.opened(ends)
  }

  /// Both ends, and whether each belongs to the interval.
  private var ends: [(bound: Double, isReached: Bool)] {
    [(lower, !isLowerOpen && lower.isFinite), (upper, !isUpperOpen && upper.isFinite)]
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
    let quotient = Interval(
      unchecked: OutwardRounding.quotientDown(left.lower, left.lower >= 0 ? right.upper : right.lower),
      OutwardRounding.quotientUp(left.upper, left.upper >= 0 ? right.lower : right.upper))
    if left.openEnds.isEmpty && right.openEnds.isEmpty { return quotient }
    return quotient.opened(openEnds(ofQuotient: left, by: right))
  }

  /// An end of a quotient is open where one of the two that make it is; nothing by anything is nothing.
  @usableFromInline
  static func openEnds(ofQuotient left: Interval, by right: Interval) -> OpenEnds {
    var ends: OpenEnds = []
    let isDivisorOpenBelow = left.lower >= 0 ? right.isUpperOpen : right.isLowerOpen
    let isDivisorOpenAbove = left.upper >= 0 ? right.isLowerOpen : right.isUpperOpen
    if left.isLowerOpen || (isDivisorOpenBelow && left.lower != 0) { ends.insert(.lower) }
    if left.isUpperOpen || (isDivisorOpenAbove && left.upper != 0) { ends.insert(.upper) }
    return ends
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
    let distance = Interval(unchecked: 0, Swift.max(-lower, upper))
    if openEnds.isEmpty { return distance }
    let isReached = (-lower == distance.upper && !isLowerOpen) || (upper == distance.upper && !isUpperOpen)
    return isReached ? distance : distance.opened(.upper)
  }

  /// The lesser of a number from each.
  @inlinable
  public static func min(_ left: Interval, _ right: Interval) -> Interval {
    let least = Interval(unchecked: Swift.min(left.lower, right.lower), Swift.min(left.upper, right.upper))
    if left.openEnds.isEmpty && right.openEnds.isEmpty { return least }
    return least.opened(openEnds(ofLesser: left, right))
  }

  /// The greater of a number from each.
  @inlinable
  public static func max(_ left: Interval, _ right: Interval) -> Interval {
    if left.openEnds.isEmpty && right.openEnds.isEmpty {
      return Interval(unchecked: Swift.max(left.lower, right.lower), Swift.max(left.upper, right.upper))
    }
    return min(left.negated, right.negated).negated
  }

  /// The lower end is reached where one of those that lie there is, the upper end where all of them are.
  @usableFromInline
  static func openEnds(ofLesser left: Interval, _ right: Interval) -> OpenEnds {
    let both = [left, right]
    let (low, high) = (Swift.min(left.lower, right.lower), Swift.min(left.upper, right.upper))
    var ends: OpenEnds = []
    if !both.contains(where: { $0.lower == low && !$0.isLowerOpen }) { ends.insert(.lower) }
    if both.contains(where: { $0.upper == high && $0.isUpperOpen }) { ends.insert(.upper) }
    return ends
  }
}
