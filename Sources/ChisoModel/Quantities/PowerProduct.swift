/// A base with an exponent; units and dimensions are products of such powers and share this algebra.
protocol Power: Equatable {
  var exponent: Int { get set }
  /// The order of the bases in a product.
  static func precedes(_ left: Self, _ right: Self) -> Bool
  /// Whether two powers may be combined into one.
  static func haveSameBase(_ left: Self, _ right: Self) -> Bool
}

/// Exponents stay within these bounds, far beyond any unit, so that no arithmetic on them can overflow.
private let exponentBounds = -1_000_000...1_000_000

func boundedExponent(_ exponent: Int) -> Int {
  min(max(exponent, exponentBounds.lowerBound), exponentBounds.upperBound)
}

/// The product of two exponents, within the bounds.
func boundedExponent(_ exponent: Int, times count: Int) -> Int {
  boundedExponent(boundedExponent(exponent) * boundedExponent(count))
}

extension Array where Element: Power {
  /// The powers sorted by base, equal bases combined, without exponents of zero: equal products are equal arrays.
  func normalised() -> [Element] {
    if count == 1, self[0].exponent != 0 { return self }
    return reduce(into: []) { product, power in
      product = product.multiplied(by: power.exponent == 0 ? [] : [power])
    }
  }

  /// The product of two normalised products, by merging them.
  func multiplied(by other: [Element]) -> [Element] {
    if isEmpty { return other }
    if other.isEmpty { return self }
    var result: [Element] = []
    result.reserveCapacity(count + other.count)
    var (index, otherIndex) = (0, 0)
    while index < count, otherIndex < other.count {
      if Element.haveSameBase(self[index], other[otherIndex]) {
        var power = self[index]
        power.exponent = boundedExponent(power.exponent + other[otherIndex].exponent)
        if power.exponent != 0 { result.append(power) }
        (index, otherIndex) = (index + 1, otherIndex + 1)
      } else if Element.precedes(self[index], other[otherIndex]) {
        result.append(self[index])
        index += 1
      } else {
        result.append(other[otherIndex])
        otherIndex += 1
      }
    }
    result += self[index...]
    result += other[otherIndex...]
    return result
  }

  /// Every exponent times `count`.
  func raised(to count: Int) -> [Element] {
    if count == 1 || isEmpty { return self }
    if count == 0 { return [] }
    return map { power in
      var power = power
      power.exponent = boundedExponent(power.exponent, times: count)
      return power
    }
  }

  /// The powers in canonical order: `a*b^2/c/d^3`, positive exponents first; `c^-1` where there are none.
  func spelled(_ name: (Element) -> String) -> String {
    if count == 1, self[0].exponent == 1 { return name(self[0]) }
    var (above, below) = ("", "")
    for power in self {
      let exponent = power.exponent.magnitude
      let text = exponent == 1 ? name(power) : "\(name(power))^\(exponent)"
      if power.exponent < 0 {
        below += "/" + text
      } else {
        above += above.isEmpty ? text : "*" + text
      }
    }
    guard above.isEmpty else { return above + below }
    // Nothing to divide: a number before `1/year` would be a product of two numbers.
    return map { "\(name($0))^\($0.exponent)" }.joined(separator: "*")
  }
}
