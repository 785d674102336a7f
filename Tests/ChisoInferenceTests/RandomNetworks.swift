import ChisoReasoning
import ChisoModel
import ChisoTestRandom

/// A random network with a solution that is known, and claims about its nodes.
struct RandomNetwork {
  var network = ConstraintNetwork()
  var solution: [Double] = []
  var claims: [(node: NetworkNode, interval: Interval)] = []

  /// `conflictRate` is the part of the claims that are moved away from the solution.
  init(
    variables: Int, operations: Int, claims count: Int, conflictRate: Double,
    using random: inout SeededRandom
  ) {
    for _ in 0..<variables {
      _ = network.addVariable()
      solution.append(Double.random(in: 1...100, using: &random).rounded())
    }
    for _ in 0..<operations {
      let left = NetworkNode(Int.random(in: 0..<solution.count, using: &random))
      let right = NetworkNode(Int.random(in: 0..<solution.count, using: &random))
      guard left != right else { continue }
      let a = solution[Int(left)]
      let b = solution[Int(right)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: append(.add, left, right, a + b)
      case 1: append(.subtract, left, right, a - b)
      case 2 where abs(a * b) < 1e9: append(.multiply, left, right, a * b)
      case 3 where abs(b) > 0.01: append(.divide, left, right, a / b)
      default: append(.negate, left, -1, -a)
      }
    }
    for _ in 0..<count {
      let node = NetworkNode(Int.random(in: 0..<solution.count, using: &random))
      let value = solution[Int(node)]
      let width = max(abs(value) * Double.random(in: 0.001...0.05, using: &random), 0.01)
      let isWrong = Double.random(in: 0..<1, using: &random) < conflictRate
      let centre =
        isWrong ? value + width * 40 + 1 : value + Double.random(in: -1...1, using: &random) * width * 0.9
      switch Int.random(in: 0..<5, using: &random) {
      case 0: claims.append((node, Interval(lower: centre - width, upper: .infinity)))
      case 1 where !isWrong: claims.append((node, Interval(lower: -.infinity, upper: centre + width)))
      default: claims.append((node, Interval(lower: centre - width, upper: centre + width)))
      }
    }
  }

  private mutating func append(
    _ operation: NetworkOperation, _ left: NetworkNode, _ right: NetworkNode, _ value: Double
  ) {
    _ = network.add(operation, left, right)
    solution.append(value)
  }

  /// Whether the claims at `members` are refuted by contraction.
  func isRefuted(_ members: [Int]) -> Bool { contracted(members).isRefuted }

  func contracted(_ members: [Int]) -> Contraction {
    var contraction = Contraction(network)
    for member in members { contraction.confine(claims[member].node, to: claims[member].interval) }
    contraction.contract()
    return contraction
  }

  /// All minimal refuted subsets, by looking at every subset.
  func conflictsByBruteForce() -> Set<Set<Int>> {
    var refuted: [Set<Int>] = []
    let subsets = (0..<(1 << claims.count)).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    for bits in subsets {
      let members = claims.indices.filter { bits & (1 << $0) != 0 }
      if refuted.contains(where: { $0.isSubset(of: members) }) { continue }
      if isRefuted(members) { refuted.append(Set(members)) }
    }
    return Set(refuted)
  }
}
