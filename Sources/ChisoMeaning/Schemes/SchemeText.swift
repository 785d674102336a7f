import ChisoDiagnostics
package import ChisoModel

/// Two dimensions as a person reads them, the variables of both under the same letters: `U` and `U*USD`.
struct DimensionText {
  let left: String
  let right: String
  /// What the letters stand for, as the end of a sentence: `, where U is the unit of x`.
  let legend: Phrase

  /// `parameters` are those of the function, with what each measures.
  init(
    _ left: Dimensionality, _ right: Dimensionality, parameters: [(name: String, dimension: Dimensionality)],
    in units: UnitTable
  ) {
    var letters = DimensionLetters(units)
    self.left = letters.text(left)
    self.right = letters.text(right)
    let variables = Set(left.variables + right.variables)
    let meanings: [Phrase] = parameters.filter { parameter in
      parameter.dimension.terms.count == 1 && parameter.dimension.variables.allSatisfy(variables.contains)
        && !parameter.dimension.isGround
    }
    .map { "`\(letters.text($0.dimension))` is the unit of `\($0.name)`" }
    legend = meanings.dropFirst().reduce(meanings.first.map { ", where \($0)" } ?? "") { "\($0) and \($1)" }
  }
}

/// Letters for variables, in the order in which they are first needed; none that is a unit.
private struct DimensionLetters {
  private var letters: [String: Dimensionality] = [:]
  private var free: [String]

  init(_ units: UnitTable) {
    let names = ["U", "V", "W", "X", "Y", "Z"]
    free = (names + (1...99).map { "U\($0)" }).filter { units.unit(named: $0) == nil }.reversed()
  }

  /// The dimension as units are written.
  mutating func text(_ dimension: Dimensionality) -> String {
    if dimension.isDimensionless { return "ratio or %" }
    for term in dimension.terms where term.isVariable && letters[term.name] == nil {
      // A variable may as well stand for the inverse: where it is first seen it is above the line.
      letters[term.name] = Dimensionality(free.popLast() ?? term.name).power(term.exponent.signum())
    }
    return dimension.renamed { letters[$0] ?? .dimensionless }.description
  }
}

extension FunctionScheme {
  /// The scheme on one line: `per_account(x: series in U) → U/account`.
  package func text(name: String, units: UnitTable) -> String {
    var letters = DimensionLetters(units)
    var counts: [String: Int] = [:]
    let all =
      parameters.map(\.dimension) + [result?.dimension ?? .dimensionless] + conversions.map(\.dimension)
    for dimension in all { for name in dimension.variables { counts[name, default: 0] += 1 } }
    // A unit that nothing else depends on is any unit.
    func isFree(_ dimension: Dimensionality) -> Bool {
      dimension.terms.count == 1 && dimension.terms[0].exponent.magnitude == 1
        && dimension.variables.allSatisfy { counts[$0] == 1 }
    }
    let list = parameters.map { parameter in
      let noun = parameter.kind.word
      switch parameter.kind {
      case .series, .number:
        if parameter.sort == .truth { return "\(parameter.name): condition" }
        let isAny = isFree(parameter.dimension) && !parameter.dimension.isGround
        return "\(parameter.name): \(noun)" + (isAny ? "" : " in \(letters.text(parameter.dimension))")
      case .unit where !isFree(parameter.dimension):
        return "\(parameter.name): unit of \(letters.text(parameter.dimension))"
      default: return "\(parameter.name): \(noun)"
      }
    }
    var text = "\(name)(\(list.joined(separator: ", "))) → "
    switch result {
    case nil: text += "text"
    case let result?:
      if result.sort == .truth {
        text += "condition"
      } else if let unit = result.unit {
        text += unit == .one ? "ratio" : unit.symbolText
      } else if isFree(result.dimension), !result.dimension.isGround {
        text += "any unit"
      } else {
        text += letters.text(result.dimension)
      }
    }
    let limits = conversions.map {
      "\(letters.text($0.dimension)) can be turned into \($0.unit == .one ? "ratio" : $0.unit.symbolText)"
    }
    var seen: Set<String> = []
    let different = limits.filter { seen.insert($0).inserted }
    return different.isEmpty ? text : "\(text), where \(different.joined(separator: " and "))"
  }
}
