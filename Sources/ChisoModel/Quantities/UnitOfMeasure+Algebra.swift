extension UnitOfMeasure {
  /// The unit of a product.
  public func multiplied(by other: UnitOfMeasure) -> UnitOfMeasure {
    UnitOfMeasure(
      scale: scale + other.scale, normalised: factors.multiplied(by: other.factors),
      dimensionality.product(other.dimensionality))
  }

  /// The unit of a quotient: `VND` by `USD` is `VND/USD`; equal units cancel.
  public func divided(by other: UnitOfMeasure) -> UnitOfMeasure {
    multiplied(by: other.inverted)
  }

  /// The unit of a power.
  public func raised(to exponent: Int) -> UnitOfMeasure {
    UnitOfMeasure(
      scale: boundedExponent(scale, times: exponent), normalised: factors.raised(to: exponent),
      dimensionality.power(exponent))
  }

  /// The unit of a reciprocal.
  public var inverted: UnitOfMeasure { raised(to: -1) }

  /// The unit without scale words: `USD` for `billion USD`.
  public var withoutScale: UnitOfMeasure { withScale(0) }

  /// The unit with another power of ten in front.
  public func withScale(_ scale: Int) -> UnitOfMeasure {
    var unit = self
    unit.scale = scale
    return unit
  }

  /// The unit without percent and points, which conversion turns into numbers: `USD` for `percent*USD`.
  public var withoutPercent: UnitOfMeasure {
    UnitOfMeasure(
      scale: scale,
      normalised: factors.filter { $0.unit.category != .percent && $0.unit.category != .points },
      dimensionality)
  }
}
