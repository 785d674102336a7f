import ChisoReasoning
import ChisoModel
import ChisoTestRandom
import Testing

@Suite("Minimal sets that cannot all be true")
struct ConflictTests {
  @Test("On random networks they are those that a search over all subsets finds", arguments: 0..<40)
  func equalsBruteForce(round: Int) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let network = RandomNetwork(
      variables: 4, operations: 6, claims: Int.random(in: 4...12, using: &random), conflictRate: 0.25,
      using: &random)
    let found = minimalConflicts(
      among: Array(network.claims.indices), limit: 10_000, visits: 1_000_000, isRefuted: network.isRefuted)
    #expect(found.isComplete, "seed \(seed)")
    #expect(Set(found.conflicts.map(Set.init)) == network.conflictsByBruteForce(), "seed \(seed)")
  }

  @Test("One set is found with few questions")
  func asksLittle() {
    var questions = 0
    let members = Array(0..<1000)
    let conflict = minimalConflict(among: members) { subset in
      questions += 1
      return subset.contains(13) && subset.contains(500) && subset.contains(999)
    }
    #expect(conflict.map(Set.init) == [13, 500, 999])
    #expect(questions < 100)
  }

  @Test("Where all can hold there is none")
  func noConflict() {
    #expect(minimalConflict(among: [1, 2, 3]) { _ in false } == nil)
  }
}

@Suite("Contraction")
struct ContractionTests {
  @Test("It never excludes a solution, and it ends", arguments: 0..<200)
  func isSound(round: Int) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let network = RandomNetwork(
      variables: Int.random(in: 2...8, using: &random), operations: Int.random(in: 2...20, using: &random),
      claims: Int.random(in: 1...15, using: &random), conflictRate: 0, using: &random)
    let members = network.claims.indices.filter {
      network.claims[$0].interval.contains(network.solution[Int(network.claims[$0].node)])
    }
    let contraction = network.contracted(Array(members))
    #expect(!contraction.isRefuted, "seed \(seed)")
    for (node, value) in network.solution.enumerated() {
      // The solution itself was computed with rounding.
      let domain = contraction.domains[node]
      let slack = 1e-9 * max(1, abs(value))
      #expect(domain.lower - slack <= value && value <= domain.upper + slack, "node \(node), seed \(seed)")
    }
  }

  @Test("Sums are drawn backward: a level less its change is the level before")
  func drawsBackward() {
    var network = ConstraintNetwork()
    let now = network.addVariable()
    let before = network.addVariable()
    let change = network.add(.subtract, now, before)
    var contraction = Contraction(network)
    contraction.confine(now, to: Interval(lower: 82.15, upper: 82.25))
    contraction.confine(change, to: Interval(lower: 2.55, upper: 2.65))
    contraction.contract()
    let domain = contraction.domains[Int(before)]
    #expect(abs(domain.lower - 79.5) < 1e-9)
    #expect(abs(domain.upper - 79.7) < 1e-9)
  }

  @Test("A cycle that narrows for ever stops")
  func cycleEnds() {
    var network = ConstraintNetwork()
    let a = network.addVariable()
    let b = network.addVariable()
    let tenth = network.addConstant(Interval(lower: 0.999, upper: 0.9991))
    let product = network.add(.multiply, a, tenth)
    network.demand(NetworkCondition(kind: .equal, left: product, right: b))
    network.demand(NetworkCondition(kind: .equal, left: a, right: b))
    var contraction = Contraction(network)
    contraction.confine(a, to: Interval(lower: 0, upper: 1e6))
    contraction.contract()
    #expect(contraction.domains[Int(a)].contains(0))
  }
}
