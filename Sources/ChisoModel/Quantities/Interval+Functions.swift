extension Interval {
  /// Every square root; what is below zero has none and is left out. Unbounded where nothing has one.
  public func sqrt() -> Interval {
    guard upper >= 0 else { return .unbounded }
    return Interval(
      unchecked: lower > 0 ? OutwardRounding.rootDown(lower) : 0, OutwardRounding.rootUp(upper),
      lower >= 0 ? openEnds : openEnds.subtracting(.lower))
  }

  /// Every power of e.
  public func exp() -> Interval {
    // e^0 is 1; no other double has a power of e that is a double.
    Interval(
      unchecked: lower == 0 ? 1 : Swift.max(0, widenedDown(exponential(lower))),
      upper == 0 ? 1 : widenedUp(exponential(upper)), openEnds)
  }

  /// Every natural logarithm; what is not above zero has none and is left out. Unbounded where nothing has one.
  public func log() -> Interval {
    guard upper > 0 else { return .unbounded }
    return Interval(
      unchecked: lower == 1 ? 0 : lower > 0 ? widenedDown(logarithm(lower)) : -.infinity,
      upper == 1 ? 0 : widenedUp(logarithm(upper)), openEnds)
  }

  /// Every power with a whole exponent, exact where the doubles are: `Interval(exactly: 3).power(4)` is 81.
  public func power(_ exponent: Int) -> Interval {
    let count = exponent.magnitude
    let rising =
      if count % 2 == 0 {
        Interval(unchecked: powerDown(abs().lower, count), powerUp(abs().upper, count), abs().openEnds)
      } else {
        Interval(
          unchecked: lower < 0 ? -powerUp(-lower, count) : powerDown(lower, count),
          upper < 0 ? -powerDown(-upper, count) : powerUp(upper, count), openEnds)
      }
    return exponent >= 0 ? rising : Interval(exactly: 1) / rising
  }

  /// Every power; what is below zero has none unless the exponent is whole, and is left out.
  ///
  /// Unbounded where nothing has one.
  public func power(_ exponent: Double) -> Interval {
    if let whole = Int(exactly: exponent) { return power(whole) }
    guard upper >= 0, exponent.isFinite else { return .unbounded }
    let ends = [lower > 0 ? lower : 0, upper].map { end -> Interval in
      if end == 1 { return Interval(exactly: 1) }
      if end == 0 || end.isInfinite {
        let vanishes = (end == 0) == (exponent > 0)
        return vanishes ? Interval(exactly: 0) : Interval(unchecked: .greatestFiniteMagnitude, .infinity)
      }
      let result = raised(end, to: exponent)
      return Interval(unchecked: Swift.max(0, widenedDown(result)), widenedUp(result))
    }
    let result = ends[0].hull(ends[1])
    if openEnds.isEmpty || exponent == 0 { return result }
    let open = lower >= 0 ? openEnds : openEnds.subtracting(.lower)
    return result.opened(exponent > 0 ? open : open.mirrored)
  }

  /// Every power with an exponent from an interval: a fifth is no double, but lies between two.
  public func power(_ exponent: Interval) -> Interval {
    if exponent.isExact { return power(exponent.lower) }
    guard upper >= 0, exponent.isBounded else { return .unbounded }
    // Powers of a number that is not negative rise or fall with the exponent, so its ends are enough.
    let positive = Interval(unchecked: Swift.max(lower, 0), upper)
    return positive.power(exponent.lower).hull(positive.power(exponent.upper))
  }

  /// Every root of a degree, as compound rates need them: `(b / a).root(5)` is the yearly factor over five years.
  ///
  /// Unbounded where nothing has one, and for the degree 0.
  public func root(_ degree: Int) -> Interval {
    if degree == 2 { return sqrt() }
    return degree == 0 ? .unbounded : power(Interval(exactly: 1) / Interval(exactly: Double(degree)))
  }
}

/// Not above a power of a number that is not negative, by repeated squaring.
private func powerDown(_ base: Double, _ exponent: UInt) -> Double {
  power(base, exponent, OutwardRounding.productDown)
}

/// Not below a power of a number that is not negative, by repeated squaring.
private func powerUp(_ base: Double, _ exponent: UInt) -> Double {
  power(base, exponent, OutwardRounding.productUp)
}

private func power(_ base: Double, _ exponent: UInt, _ product: (Double, Double) -> Double) -> Double {
  var (result, square, rest) = (1.0, base, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result = product(result, square) }
    rest >>= 1
    if rest > 0 { square = product(square, square) }
  }
  return result
}

/// Two doubles down: more than the error that the C library admits for these functions.
private func widenedDown(_ value: Double) -> Double { value.nextDown.nextDown }

private func widenedUp(_ value: Double) -> Double { value.nextUp.nextUp }
