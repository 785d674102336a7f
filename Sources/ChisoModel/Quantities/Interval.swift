/// An interval of real numbers; a bound is infinite where nothing is known on that side.
///
/// An end belongs to it (`>=`) unless it is open (`>`). Operations never exclude a true result: bounds are rounded outward
/// unless the operation was exact, and an end is open only where no result lies on it.
/// For example: `Interval(exactly: 1) / Interval(exactly: 3)` is two neighbouring doubles around a third, while
/// `Interval(exactly: 1) / Interval(exactly: 4)` is 0.25 and nothing else.
public struct Interval: Hashable, Sendable {
  // Invariant: lower <= upper, neither is NaN, lower < +infinity, upper > -infinity; where lower == upper no end is open,
  // and no infinite end is.

  /// Ends that do not belong to an interval.
  public struct OpenEnds: OptionSet, Hashable, Sendable {
    /// One bit for each end.
    public let rawValue: UInt8

    /// The ends whose bits are set.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `> 20`: figures lie above the lower bound, and none on it.
    public static let lower = OpenEnds(rawValue: 1)
    /// `< 20`: figures lie below the upper bound, and none on it.
    public static let upper = OpenEnds(rawValue: 2)

    /// The ends of the interval mirrored at zero.
    @inlinable
    package var mirrored: OpenEnds { OpenEnds(rawValue: rawValue >> 1 | (rawValue & 1) << 1) }
  }

  /// What the figure can be at least.
  public let lower: Double
  /// What the figure can be at most.
  public let upper: Double
  /// Which of the two it cannot be itself.
  public let openEnds: OpenEnds

  /// The interval between two bounds, given in either order.
  ///
  /// A bound that is not a number leaves its side unbounded. Where the bounds are the same, none is open.
  @inlinable
  public init(lower: Double, upper: Double, openEnds: OpenEnds = []) {
    if lower <= upper, lower < .infinity, upper > -.infinity, openEnds.isEmpty {
      self.init(unchecked: lower, upper)
    } else {
      self.init(inEitherOrder: lower, upper, openEnds)
    }
  }

  @usableFromInline
  init(inEitherOrder lower: Double, _ upper: Double, _ openEnds: OpenEnds) {
    let lower = lower.isNaN ? -.infinity : lower
    let upper = upper.isNaN ? .infinity : upper
    if lower <= upper {
      self.init(ordered: lower, upper, openEnds)
    } else {
      self.init(ordered: upper, lower, openEnds.mirrored)
    }
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
    openEnds = []
  }

  /// The same with ends that may be open; those that are infinite are not.
  @usableFromInline
  init(unchecked lower: Double, _ upper: Double, _ openEnds: OpenEnds) {
    self.lower = lower
    self.upper = upper
    guard openEnds != [] else {
      self.openEnds = []
      return
    }
    var ends = lower < upper ? openEnds : []
    if lower == -.infinity { ends.remove(.lower) }
    if upper == .infinity { ends.remove(.upper) }
    self.openEnds = ends
  }

  /// A real number may be beyond the largest double, but it is never infinite.
  private init(ordered lower: Double, _ upper: Double, _ openEnds: OpenEnds) {
    self.init(
      unchecked: Swift.min(lower, .greatestFiniteMagnitude), Swift.max(upper, -.greatestFiniteMagnitude),
      openEnds)
  }

  /// Whether the figure lies above the lower bound and never on it: `> 20`.
  @inlinable
  public var isLowerOpen: Bool { openEnds.contains(.lower) }

  /// Whether the figure lies below the upper bound and never on it: `< 20`.
  @inlinable
  public var isUpperOpen: Bool { openEnds.contains(.upper) }

  /// The same bounds with these ends open and no others.
  public func opened(_ ends: OpenEnds) -> Interval {
    Interval(unchecked: lower, upper, ends)
  }

  /// Whether it is one number.
  @inlinable
  public var isExact: Bool { lower == upper }

  /// Whether it is one number but for rounding: exact, or no more than the doubles around one decimal of up to thirteen
  /// digits, which is what sources print.
  public var isOneDecimal: Bool {
    if isExact { return true }
    guard isBounded, upper - lower <= 64 * Swift.max(lower.ulp, upper.ulp) else { return false }
    let middle = lower / 2 + upper / 2
    if middle == 0 { return true }
    // With powers of ten that are doubles one division rounds once, and no text is needed.
    let tens = 12 - middle.magnitude.decimalExponent
    if (0...22).contains(tens) { return contains((middle * powerOfTen(tens)).rounded() / powerOfTen(tens)) }
    let digits = NumberFormat(maximumSignificantDigits: 13)
    return Double(digits.string(middle)).map(contains) ?? false
  }

  /// Whether it is what a number that somebody wrote is held as: one double, or the two around a decimal.
  @inlinable
  public var isOneLiteral: Bool { lower == upper || lower.nextUp == upper }

  /// The same with an end at zero that is only the rounding of arithmetic away from it, as people read it.
  public var withoutRests: Interval {
    func read(_ end: Double, beside other: Double) -> Double {
      end.magnitude <= 1e-12 * other.magnitude && other.isFinite ? 0 : end
    }
    return Interval(unchecked: read(lower, beside: upper), read(upper, beside: lower), openEnds)
  }

  /// Whether both bounds are finite.
  @inlinable
  public var isBounded: Bool { lower.isFinite && upper.isFinite }

  /// Whether it is bounded on one side alone: what is printed for it is an end and no figure.
  package var isOneSided: Bool { lower.isFinite != upper.isFinite }

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

  /// Whether nothing is known.
  @inlinable
  public var isUnbounded: Bool { lower == -.infinity && upper == .infinity }

  /// Whether the number lies inside, or on a bound that is not open.
  @inlinable
  public func contains(_ value: Double) -> Bool {
    guard lower <= value && value <= upper else { return false }
    if openEnds.isEmpty { return true }
    return !(isLowerOpen && value == lower) && !(isUpperOpen && value == upper)
  }

  /// Whether the number lies inside or on a bound, be it open: of `> 20` the printed 20 does.
  @inlinable
  public func spans(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// Whether the two have a number in common.
  @inlinable
  public func intersects(_ other: Interval) -> Bool {
    guard lower <= other.upper && other.lower <= upper else { return false }
    if openEnds.isEmpty && other.openEnds.isEmpty { return true }
    return intersection(other) != nil
  }

  /// What the two have in common; nil where that is nothing.
  public func intersection(_ other: Interval) -> Interval? {
    let (low, high) = (Swift.max(lower, other.lower), Swift.min(upper, other.upper))
    guard low <= high else { return nil }
    if openEnds.isEmpty && other.openEnds.isEmpty { return Interval(unchecked: low, high) }
    var ends: OpenEnds = []
    if (isLowerOpen && lower == low) || (other.isLowerOpen && other.lower == low) { ends.insert(.lower) }
    if (isUpperOpen && upper == high) || (other.isUpperOpen && other.upper == high) { ends.insert(.upper) }
    // Between the doubles around a decimal there is nothing else that anybody writes.
    if low == high ? !ends.isEmpty : low.nextUp == high && ends == [.lower, .upper] { return nil }
    return Interval(unchecked: low, high, ends)
  }

  /// The smallest interval around both.
  @inlinable
  public func hull(_ other: Interval) -> Interval {
    let (low, high) = (Swift.min(lower, other.lower), Swift.max(upper, other.upper))
    if openEnds.isEmpty && other.openEnds.isEmpty { return Interval(unchecked: low, high) }
    return hullOpened(other, low, high)
  }

  @usableFromInline
  func hullOpened(_ other: Interval, _ low: Double, _ high: Double) -> Interval {
    var ends: OpenEnds = [.lower, .upper]
    if (lower == low && !isLowerOpen) || (other.lower == low && !other.isLowerOpen) { ends.remove(.lower) }
    if (upper == high && !isUpperOpen) || (other.upper == high && !other.isUpperOpen) { ends.remove(.upper) }
    return Interval(unchecked: low, high, ends)
  }

  /// Whether all of this interval lies in the other.
  @inlinable
  public func isInside(_ other: Interval) -> Bool {
    guard other.lower <= lower && upper <= other.upper else { return false }
    if other.openEnds.isEmpty { return true }
    return !(other.isLowerOpen && other.lower == lower && !isLowerOpen)
      && !(other.isUpperOpen && other.upper == upper && !isUpperOpen)
  }

  /// Whether every number here is below every number of `other`.
  @inlinable
  public func isBelow(_ other: Interval) -> Bool {
    upper < other.lower || (upper == other.lower && (isUpperOpen || other.isLowerOpen))
      || (upper.nextDown == other.lower && isUpperOpen && other.isLowerOpen)
  }
}

extension Interval: CustomStringConvertible {
  /// The bounds: `18.25...18.35`, `20<...inf` where the lower end is open; one number where it is exact.
  public var description: String {
    if isExact { return NumberFormat.plain(lower) }
    let (below, above) = (isLowerOpen ? "<" : "", isUpperOpen ? "<" : "")
    let value = representative ?? 0
    let (low, high) = (
      NumberFormat.plain(lower: lower, of: value), NumberFormat.plain(upper: upper, of: value)
    )
    return "\(low)\(below)...\(above)\(high)"
  }
}
