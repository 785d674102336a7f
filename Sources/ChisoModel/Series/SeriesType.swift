/// What kind of figure an indicator is; it decides what may be done over time.
public enum IndicatorKind: String, Hashable, Sendable, CaseIterable {
  /// Adds up over time: revenue, GDP.
  case flow
  /// A level at a moment: accounts, households.
  case stock
  /// A quotient: a share, a rate.
  case ratio
  /// A number relative to a base period.
  case index
  /// A place in a list: difference and comparison only, lower is better.
  case rank
}

/// Whether a figure belongs to an instant or to a period.
public enum Timing: String, Hashable, Sendable, CaseIterable {
  /// To a day.
  case instant
  /// To an interval of days.
  case period
}

/// Which way is better.
public enum Direction: String, Hashable, Sendable, CaseIterable {
  /// More is better.
  case higher
  /// Less is better.
  case lower
}

/// What is known of a series before any of its data: unit, kind, base, timing, measure, prices.
public struct SeriesType: Hashable, Sendable {
  /// The unit that its values are in.
  public var unit: UnitOfMeasure
  /// The kind; nil for plain numbers and quantities.
  public var kind: IndicatorKind?
  /// What a share is a share of: `subscriber`, `gdp`.
  public var base: String?
  /// Instant or period; nil for constants.
  public var timing: Timing?
  /// What money measures: `value_added`, `revenue`.
  public var measure: String?
  /// The price basis of money: `current`, `constant_2010`.
  public var prices: String?
  /// Which way is better.
  public var better: Direction?
  /// Whether the values are truth values, 0 or 1.
  public var isBoolean: Bool

  /// A type from its parts.
  public init(
    unit: UnitOfMeasure, kind: IndicatorKind? = nil, base: String? = nil, timing: Timing? = nil,
    measure: String? = nil, prices: String? = nil, better: Direction? = nil, isBoolean: Bool = false
  ) {
    self.unit = unit
    self.kind = kind
    self.base = base
    self.timing = timing
    self.measure = measure
    self.prices = prices
    self.better = better
    self.isBoolean = isBoolean
  }

  /// A plain number.
  public static let number = SeriesType(unit: .one)
  /// A truth value.
  public static let boolean = SeriesType(unit: .one, isBoolean: true)
}
