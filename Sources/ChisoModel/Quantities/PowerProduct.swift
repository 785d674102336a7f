/// A base with an exponent; units and dimensions are products of such powers and share this algebra.
protocol Power: Equatable {
  associatedtype Base: Comparable
  var base: Base { get }
  var exponent: Int { get set }
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
    if count <= 1 { return filter { $0.exponent != 0 } }
    var result: [Element] = []
    for power in sorted(by: { $0.base < $1.base }) {
      if let last = result.last, last.base == power.base {
        result[result.count - 1].exponent = boundedExponent(last.exponent + power.exponent)
      } else {
        result.append(power)
      }
    }
    return result.filter { $0.exponent != 0 }
  }

  /// The product of two normalised products.
  func multiplied(by other: [Element]) -> [Element] {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return (self + other).normalised()
  }

  /// Every exponent times `count`.
  func raised(to count: Int) -> [Element] {
    if count == 1 { return self }
    return compactMap { power in
      var power = power
      power.exponent = boundedExponent(power.exponent, times: count)
      return power.exponent == 0 ? nil : power
    }
  }

  /// The powers in canonical order: `a*b^2/c/d^3`, positive exponents first, `1/c` where there are none.
  func spelled(_ name: (Element) -> String) -> String {
    let above = filter { $0.exponent > 0 }
    let below = filter { $0.exponent < 0 }
    func spelled(_ power: Element) -> String {
      let exponent = power.exponent.magnitude
      return exponent == 1 ? name(power) : "\(name(power))^\(exponent)"
    }
    let product = above.map(spelled).joined(separator: "*")
    return below.reduce(product.isEmpty && !below.isEmpty ? "1" : product) { "\($0)/\(spelled($1))" }
  }
}
