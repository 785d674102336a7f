import ChisoMeaning
import ChisoModel
import ChisoTestRandom
import Testing

/// Equations between dimensions have a most general solution, or none.
@Suite struct DimensionSolverTests {
  static let bases = ["USD", "person"]

  /// A random product of powers of `variables` and of base dimensions.
  private func product(of variables: [Dimensionality], using random: inout SeededRandom) -> Dimensionality {
    let all = variables + Self.bases.map { Dimensionality($0) }
    return all.reduce(.dimensionless) { $0.product($1.power(Int.random(in: -3...3, using: &random))) }
  }

  /// Every way to give the variables small powers of the base dimensions.
  private func assignments(_ count: Int) -> [[Dimensionality]] {
    let powers = (-3...3).flatMap { first in
      (-3...3).map { second in
        Dimensionality([.init(Self.bases[0], first), .init(Self.bases[1], second)])
      }
    }
    return (0..<count).reduce([[]]) { ways, _ in ways.flatMap { way in powers.map { way + [$0] } } }
  }

  @Test func `a solution solves, is the most general one, and is found where there is one`() {
    var random = SeededRandom("equations between dimensions")
    for _ in 0..<rounds(60) {
      var solver = DimensionSolver()
      let variables = [solver.fresh(), solver.fresh()]
      let left = product(of: variables, using: &random)
      let right = product(of: variables, using: &random)
      let isSolved = solver.equate(left, right)
      if isSolved {
        #expect(solver.resolved(left) == solver.resolved(right), "\(left) = \(right)")
      }
      for assignment in assignments(variables.count) {
        func value(_ dimension: Dimensionality) -> Dimensionality {
          dimension.renamed { name in
            variables.firstIndex { $0 == Dimensionality(name) }.map { assignment[$0] } ?? .dimensionless
          }
        }
        guard value(left) == value(right) else { continue }
        #expect(isSolved, "\(left) = \(right) has the solution \(assignment)")
        // Whatever solves it is a case of the solution that was found.
        var special = solver
        for (variable, dimension) in zip(variables, assignment) {
          let isCase = special.equate(variable, dimension)
          #expect(isCase, "\(left) = \(right) has the solution \(assignment)")
        }
      }
    }
  }

  @Test func `a square is no single dimension, and two equations that clash have no solution`() {
    var solver = DimensionSolver()
    let dollar = Dimensionality("USD")
    let person = Dimensionality("person")
    let (first, second) = (solver.fresh(), solver.fresh())
    let isRoot = solver.equate(first.power(2), dollar)
    #expect(!isRoot)
    let isSquare = solver.equate(first.power(2), dollar.power(2))
    #expect(isSquare && solver.resolved(first) == dollar)
    let isThird = solver.equate(second.power(3), first.power(6))
    #expect(isThird && solver.resolved(second) == dollar.power(2))
    let isPerson = solver.equate(second, person)
    #expect(!isPerson && solver.resolved(second) == dollar.power(2), "what has no solution changes nothing")
  }
}
