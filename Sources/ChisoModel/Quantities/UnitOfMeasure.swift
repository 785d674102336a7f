/// A power of ten in front, times a product of powers of named units.
///
/// For example: `billion USD`, `VND/USD`, `pp/month`, `MW`, `percent`. The plain number is the empty product.
public struct UnitOfMeasure: Sendable {
  /// A named unit, with or without prefix, to a power.
  public struct Factor: Hashable, Sendable {
    /// The named unit.
    public let unit: NamedUnit
    /// The prefix in front of it.
    public let prefix: Prefix?
    /// The exponent, never zero in a product.
    public internal(set) var exponent: Int

    /// A named unit to a power; exponents beyond a million are cut there.
    public init(_ unit: NamedUnit, prefix: Prefix? = nil, exponent: Int = 1) {
      self.unit = unit
      self.prefix = prefix
      self.exponent = boundedExponent(exponent)
    }
  }

  /// What units are the same in, whatever their scale: made once and shared, since units are passed around far more
  /// often than they are made.
  ///
  /// Invariant: factors are sorted by unit and prefix, each once, no exponent of zero, no plain number; the rest is
  /// theirs, kept because the checker asks for it all the time.
  private final class Product: Sendable {
    let factors: [Factor]
    let dimensionality: Dimensionality
    /// The category of the one factor to the first power, where the product is such.
    let soleCategory: NamedUnit.Category?
    /// Whether an exponent is beyond those that units have.
    let isTooHigh: Bool

    init(factors: [Factor], dimensionality: Dimensionality) {
      self.factors = factors
      self.dimensionality = dimensionality
      soleCategory = factors.count == 1 && factors[0].exponent == 1 ? factors[0].unit.category : nil
      isTooHigh = factors.contains { $0.exponent.magnitude > UnitOfMeasure.greatestExponent }
    }
  }

  private let product: Product
  private var storedScale: Int

  /// The factors, sorted; no exponent is zero, and `ratio` is left out.
  public var factors: [Factor] { product.factors }

  /// What the unit measures.
  public var dimensionality: Dimensionality { product.dimensionality }

  /// The exponent of ten that scale words put in front, 9 for `billion USD`; within a million.
  public var scale: Int {
    get { storedScale }
    set { storedScale = boundedExponent(newValue) }
  }

  /// Ten to the `scale`, times the product of `factors`.
  public init(scale: Int = 0, factors: [Factor]) {
    let factors = factors.filter { $0.unit.category != .number }.normalised()
    self.init(
      scale: scale, normalised: factors,
      factors.reduce(.dimensionless) { $0.product($1.unit.dimensionality.power($1.exponent)) })
  }

  /// One named unit.
  public init(_ unit: NamedUnit, prefix: Prefix? = nil, scale: Int = 0) {
    self.init(scale: scale, factors: [Factor(unit, prefix: prefix)])
  }

  init(scale: Int, normalised factors: [Factor], _ dimensionality: Dimensionality) {
    storedScale = boundedExponent(scale)
    product = Product(factors: factors, dimensionality: dimensionality)
  }

  /// The greatest exponent that a unit of an expression has, far beyond any that means something.
  public static let greatestExponent = 99

  /// Whether it has an exponent beyond the greatest, so that no expression may have it.
  public var isTooHigh: Bool { product.isTooHigh }

  /// The plain number.
  public static let one = UnitOfMeasure(factors: [])
  /// Hundredths of something.
  public static let percent = UnitOfMeasure(.percent)
  /// Percentage points.
  public static let points = UnitOfMeasure(.points)
  /// A place in a list.
  public static let rank = UnitOfMeasure(.rank)
  /// How good a figure is.
  public static let status = UnitOfMeasure(.status)
  /// How things stand with a target.
  public static let targetState = UnitOfMeasure(.targetState)

  private func isSole(_ category: NamedUnit.Category) -> Bool { product.soleCategory == category }

  /// Whether this is `percent`.
  public var isPercent: Bool { isSole(.percent) }

  /// Whether this is `pp`.
  public var isPoints: Bool { isSole(.points) }

  /// Whether this is `rank`.
  public var isRank: Bool { isSole(.rank) }

  /// Whether its values stand for words, as those of `status` and `target_state` do.
  public var isWorded: Bool { isSole(.status) || isSole(.targetState) }

  /// The word that a value stands for: `E` of a status, `late` of the state of a target; nil for any other.
  public func word(for value: Double) -> String? {
    if isSole(.status) { return ObservationStatus(value: value)?.rawValue }
    return isSole(.targetState) ? TargetState(value: value)?.rawValue : nil
  }

  /// The value that stands for a word; nil where none does.
  public func value(ofWord word: String) -> Double? {
    if isSole(.status) { return ObservationStatus(rawValue: word).map { Double($0.rank) } }
    return isSole(.targetState) ? TargetState(rawValue: word).map { Double($0.rank) } : nil
  }

  /// Whether both measure the same, so that one can be converted into the other.
  public func isCommensurable(with other: UnitOfMeasure) -> Bool {
    product === other.product || dimensionality == other.dimensionality
  }

  /// Whether this is the plain number, perhaps with a scale word.
  public var isPlainNumber: Bool { factors.isEmpty }

  /// Whether this measures a pure number: plain numbers, percent, points, kW/W.
  public var isDimensionless: Bool { dimensionality.isDimensionless }

  /// Whether this is one currency: `billion USD`, but not `VND/USD`.
  public var isMoney: Bool { isSole(.currency) }

  /// Whether this is one counted noun: `million account`.
  public var isCount: Bool { isSole(.counting) }

  /// Whether this is a length of time.
  public var isTime: Bool { isSole(.time) }

  /// The noun that a count counts: `account`.
  public var countingNoun: String? { isCount ? factors.first?.unit.name : nil }

  /// The code of the currency that money is in: `USD`.
  public var currency: String? { isMoney ? factors.first?.unit.name : nil }
}

extension UnitOfMeasure: Hashable {
  /// Whether scale and factors are the same; the dimensionality follows from them.
  public static func == (left: UnitOfMeasure, right: UnitOfMeasure) -> Bool {
    left.storedScale == right.storedScale
      && (left.product === right.product || left.factors == right.factors)
  }

  /// Hashes scale and factors.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(storedScale)
    hasher.combine(factors)
  }
}

extension UnitOfMeasure.Factor: Power {
  static func precedes(_ left: Self, _ right: Self) -> Bool {
    let (name, otherName) = (left.unit.name, right.unit.name)
    if name != otherName { return name < otherName }
    let (exponent, otherExponent) = (left.prefix?.exponent ?? 0, right.prefix?.exponent ?? 0)
    if exponent != otherExponent { return exponent < otherExponent }
    // Two units of one name never come from one table; an order all the same keeps products equal.
    return left.unit.factor < right.unit.factor
  }

  static func haveSameBase(_ left: Self, _ right: Self) -> Bool {
    left.prefix == right.prefix && left.unit == right.unit
  }
}
