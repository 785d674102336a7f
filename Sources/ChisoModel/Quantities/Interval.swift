/// A closed interval of real numbers; a bound is infinite where nothing is known on that side.
///
/// Operations never exclude a true result: bounds are rounded outward unless the operation was exact.
/// For example: `Interval(exactly: 1) / Interval(exactly: 3)` is two neighbouring doubles around a third, while
/// `Interval(exactly: 1) / Interval(exactly: 4)` is 0.25 and nothing else.
public struct Interval: Hashable, Sendable {
  // Invariant: lower <= upper, neither is NaN, lower < +infinity, upper > -infinity.

  /// What the figure can be at least.
  public let lower: Double
  /// What the figure can be at most.
  public let upper: Double

  /// The interval between two bounds, given in either order.
  ///
  /// A bound that is not a number leaves its side open.
  public init(lower: Double, upper: Double) {
    let lower = lower.isNaN ? -.infinity : lower
    let upper = upper.isNaN ? .infinity : upper
    self.init(ordered: Swift.min(lower, upper), Swift.max(lower, upper))
  }

  /// One number; `.unbounded` where `value` is not a number.
  @inlinable
  public init(exactly value: Double) {
    if value.isFinite {
      self.init(unchecked: value, value)
    } else {
      self.init(lower: value, upper: value)
    }
  }

  /// Nothing is known.
  public static let unbounded = Interval(unchecked: -.infinity, .infinity)

  @inlinable
  init(unchecked lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// A real number may be beyond the largest double, but it is never infinite.
  private init(ordered lower: Double, _ upper: Double) {
    self.lower = Swift.min(lower, .greatestFiniteMagnitude)
    self.upper = Swift.max(upper, -.greatestFiniteMagnitude)
  }

  /// Whether it is one number.
  @inlinable
  public var isExact: Bool { lower == upper }

  /// Whether both bounds are finite.
  @inlinable
  public var isBounded: Bool { lower.isFinite && upper.isFinite }

  /// How far the bounds lie apart, rounded upward; infinite where a side is open.
  public var width: Double {
    lower == upper ? 0 : OutwardRounding.sumUp(upper, -lower)
  }

  /// The number halfway between the bounds; nil where a side is open.
  public var midpoint: Double? {
    guard isBounded else { return nil }
    let sum = lower + upper
    return sum.isFinite ? sum / 2 : lower / 2 + upper / 2
  }

  /// The number that stands for the interval: the midpoint, or the one finite bound; nil where there is none.
  public var representative: Double? {
    if let midpoint { return midpoint }
    return lower.isFinite ? lower : upper.isFinite ? upper : nil
  }

  /// Whether the number lies inside or on a bound.
  @inlinable
  public func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper
  }

  /// Whether the two have a number in common.
  @inlinable
  public func intersects(_ other: Interval) -> Bool {
    lower <= other.upper && other.lower <= upper
  }

  /// What the two have in common; nil where that is nothing.
  @inlinable
  public func intersection(_ other: Interval) -> Interval? {
    let (low, high) = (Swift.max(lower, other.lower), Swift.min(upper, other.upper))
    return low <= high ? Interval(unchecked: low, high) : nil
  }

  /// The smallest interval around both.
  @inlinable
  public func hull(_ other: Interval) -> Interval {
    Interval(unchecked: Swift.min(lower, other.lower), Swift.max(upper, other.upper))
  }

  /// Whether all of this interval lies in the other.
  @inlinable
  public func isInside(_ other: Interval) -> Bool {
    other.lower <= lower && upper <= other.upper
  }
}

extension Interval: CustomStringConvertible {
  /// The bounds: `18.25...18.35`; one number where it is exact.
  public var description: String {
    if isExact { return NumberFormat.plain(lower) }
    return "\(NumberFormat.plain(lower))...\(NumberFormat.plain(upper))"
  }
}
