/// What a unit measures, apart from how large it is: a product of powers of base dimensions.
///
/// Every currency and every counting noun is a dimension of its own. Plain numbers, percentages and points have
/// none. For example: `VND/USD` of an exchange rate, `person`, `length/time`.
public struct Dimensionality: Hashable, Sendable {
  /// One base dimension with its exponent.
  public struct Term: Hashable, Sendable {
    /// The base dimension: `USD`, `person`, `time`.
    public let name: String
    /// The exponent, never zero in a product.
    public internal(set) var exponent: Int

    /// A base dimension to a power; exponents beyond a million are cut there.
    public init(_ name: String, _ exponent: Int = 1) {
      self.name = name
      self.exponent = boundedExponent(exponent)
    }
  }

  // Invariant: sorted by name, each name once, no exponent of zero.

  /// The base dimensions, sorted by name; no exponent is zero.
  public let terms: [Term]

  /// The product of the terms.
  public init(_ terms: [Term] = []) {
    self.terms = terms.normalised()
  }

  /// A base dimension.
  public init(_ name: String) {
    self.init(normalised: [Term(name)])
  }

  init(normalised terms: [Term]) {
    self.terms = terms
  }

  /// That of plain numbers, percentages and points.
  public static let dimensionless = Dimensionality()

  /// Whether this is that of plain numbers.
  public var isDimensionless: Bool { terms.isEmpty }

  /// That of a product.
  public func product(_ other: Dimensionality) -> Dimensionality {
    Dimensionality(normalised: terms.multiplied(by: other.terms))
  }

  /// That of a quotient.
  public func quotient(_ other: Dimensionality) -> Dimensionality {
    product(other.power(-1))
  }

  /// That of a power.
  public func power(_ exponent: Int) -> Dimensionality {
    Dimensionality(normalised: terms.raised(to: exponent))
  }
}

extension Dimensionality.Term: Power {
  static func precedes(_ left: Self, _ right: Self) -> Bool { left.name < right.name }

  static func haveSameBase(_ left: Self, _ right: Self) -> Bool { left.name == right.name }
}

extension Dimensionality: CustomStringConvertible {
  /// `USD`, `VND/USD`, `length/time`; `1` where there is none.
  public var description: String {
    isDimensionless ? "1" : terms.spelled(\.name)
  }
}
