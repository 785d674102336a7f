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
///
/// A value of which every node of an expression has one; its parts are shared until one of them becomes another.
public struct SeriesType: Sendable {
  private struct Parts: Hashable, Sendable {
    var unit: UnitOfMeasure
    var kind: IndicatorKind?
    var base: String?
    var timing: Timing?
    var measure: String?
    var prices: String?
    var better: Direction?
    var isBoolean: Bool
  }

  private final class Storage: @unchecked Sendable {
    // Written only while one value alone refers to it, so that no access overlaps.
    @exclusivity(unchecked) var parts: Parts

    init(_ parts: Parts) { self.parts = parts }
  }

  private var storage: Storage

  private mutating func change(_ body: (inout Parts) -> Void) {
    if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.parts) }
    body(&storage.parts)
  }

  /// The unit that its values are in.
  public var unit: UnitOfMeasure {
    get { storage.parts.unit }
    set { change { $0.unit = newValue } }
  }
  /// The kind; nil for plain numbers and quantities.
  public var kind: IndicatorKind? {
    get { storage.parts.kind }
    set { if newValue != kind { change { $0.kind = newValue } } }
  }
  /// What a share is a share of: `subscriber`, `gdp`.
  public var base: String? {
    get { storage.parts.base }
    set { if newValue != base { change { $0.base = newValue } } }
  }
  /// Instant or period; nil for constants.
  public var timing: Timing? {
    get { storage.parts.timing }
    set { if newValue != timing { change { $0.timing = newValue } } }
  }
  /// What money measures: `value_added`, `revenue`.
  public var measure: String? {
    get { storage.parts.measure }
    set { if newValue != measure { change { $0.measure = newValue } } }
  }
  /// The price basis of money: `current`, `constant_2010`.
  public var prices: String? {
    get { storage.parts.prices }
    set { if newValue != prices { change { $0.prices = newValue } } }
  }
  /// Which way is better.
  public var better: Direction? {
    get { storage.parts.better }
    set { if newValue != better { change { $0.better = newValue } } }
  }
  /// Whether the values are truth values, 0 or 1.
  public var isBoolean: Bool {
    get { storage.parts.isBoolean }
    set { if newValue != isBoolean { change { $0.isBoolean = newValue } } }
  }

  /// A type from its parts.
  public init(
    unit: UnitOfMeasure, kind: IndicatorKind? = nil, base: String? = nil, timing: Timing? = nil,
    measure: String? = nil, prices: String? = nil, better: Direction? = nil, isBoolean: Bool = false
  ) {
    storage = Storage(
      Parts(
        unit: unit, kind: kind, base: base, timing: timing, measure: measure, prices: prices, better: better,
        isBoolean: isBoolean))
  }

  /// A plain number.
  public static let number = SeriesType(unit: .one)
  /// Whether this is the type of plain numbers, as far as one look tells: of those that are, some are made anew.
  package var isNumber: Bool { storage === SeriesType.number.storage }
  /// A truth value.
  public static let boolean = SeriesType(unit: .one, isBoolean: true)
}

extension SeriesType: Hashable {
  /// Whether all parts are the same.
  public static func == (left: SeriesType, right: SeriesType) -> Bool {
    left.storage === right.storage || left.storage.parts == right.storage.parts
  }

  /// Feeds all parts.
  public func hash(into hasher: inout Hasher) { hasher.combine(storage.parts) }
}
