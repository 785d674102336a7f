package import ChisoModel

/// Equations between dimensions, some of which are not known yet.
///
/// Dimensions are the free abelian group over the base dimensions; what a call decides is a variable, one more
/// generator. Equations in such a group have a most general solution, or none: Andrew Kennedy, "Dimension types",
/// ESOP 1994, and "Types for units-of-measure: theory and practice", CEFP 2009.
///
/// For example:
///
///     var solver = DimensionSolver()
///     let x = solver.fresh()
///     solver.equate(x.power(2), Dimensionality("USD").power(2))   // true; x is USD
///     solver.equate(x, Dimensionality("person"))                  // false
package struct DimensionSolver: Sendable {
  // Invariant: no solution mentions a variable that has one.
  private var solutions: [String: Dimensionality] = [:]
  private var count = 0

  /// No equations yet.
  package init() {}

  /// A dimension that nothing is known of.
  package mutating func fresh() -> Dimensionality {
    count += 1
    return Dimensionality("\(Dimensionality.variablePrefix)\(count)")
  }

  /// The dimension with all in it that is known by now.
  package func resolved(_ dimension: Dimensionality) -> Dimensionality {
    guard dimension.terms.contains(where: { solutions[$0.name] != nil }) else { return dimension }
    return dimension.terms.reduce(.dimensionless) { product, term in
      product.product((solutions[term.name] ?? Dimensionality(term.name)).power(term.exponent))
    }
  }

  /// Makes both sides equal, in the most general way; false, and nothing is changed, where no way is.
  @discardableResult
  package mutating func equate(_ left: Dimensionality, _ right: Dimensionality) -> Bool {
    var attempt = self
    guard attempt.solve(left.quotient(right)) else { return false }
    self = attempt
    return true
  }

  /// Solves `product` = 1.
  private mutating func solve(_ product: Dimensionality) -> Bool {
    let product = resolved(product)
    let variables = product.terms.filter(\.isVariable)
    guard let pivot = variables.min(by: { $0.exponent.magnitude < $1.exponent.magnitude }) else {
      return product.isDimensionless
    }
    // Exponents as large as these are no unit's, and doubles of them might be cut.
    if product.terms.contains(where: { $0.exponent.magnitude > Dimensionality.greatestExponent }) {
      return true
    }
    let rest = product.terms.filter { $0.name != pivot.name }
    if variables.count == 1 {
      guard rest.allSatisfy({ $0.exponent.isMultiple(of: pivot.exponent) }) else { return false }
      bind(pivot.name, to: Dimensionality(rest.map { .init($0.name, -$0.exponent / pivot.exponent) }))
      return true
    }
    // Whole multiples of the least exponent go into its variable; what remains has smaller exponents. A step of
    // Euclid's algorithm.
    let multiples = rest.map { Dimensionality.Term($0.name, -floorQuotient($0.exponent, pivot.exponent)) }
    let isExact = rest.allSatisfy { $0.exponent.isMultiple(of: pivot.exponent) }
    let remainder = isExact ? .dimensionless : fresh()
    bind(pivot.name, to: remainder.product(Dimensionality(multiples)))
    return isExact || solve(product)
  }

  private mutating func bind(_ variable: String, to dimension: Dimensionality) {
    for (name, solution) in solutions {
      guard let term = solution.terms.first(where: { $0.name == variable }) else { continue }
      let others = Dimensionality(solution.terms.filter { $0.name != variable })
      solutions[name] = others.product(dimension.power(term.exponent))
    }
    solutions[variable] = dimension
  }
}

private func floorQuotient(_ dividend: Int, _ divisor: Int) -> Int {
  let quotient = dividend / divisor
  return dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? quotient - 1 : quotient
}

extension Dimensionality {
  /// How the names of variables begin, and those of no unit.
  static let variablePrefix = "?"
  /// Beyond this nothing is said of a dimension.
  static let greatestExponent = 500

  /// Whether nothing in it is left to calls.
  package var isGround: Bool { !terms.contains(where: \.isVariable) }

  /// The variables in it, in their order.
  package var variables: [String] { terms.filter(\.isVariable).map(\.name) }

  /// The dimension with other names for its variables.
  package func renamed(_ name: (String) -> Dimensionality) -> Dimensionality {
    if isGround { return self }
    return terms.reduce(.dimensionless) { product, term in
      product.product((term.isVariable ? name(term.name) : Dimensionality(term.name)).power(term.exponent))
    }
  }
}

extension Dimensionality.Term {
  /// Whether it stands for a dimension that a call decides.
  package var isVariable: Bool { name.hasPrefix(Dimensionality.variablePrefix) }
}
