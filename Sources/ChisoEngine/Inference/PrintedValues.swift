import ChisoModel

/// The same steps on printed values: what each node is if every claim means its printed figure.
///
/// From the claims' figures values spread along the constraints, nearest first; a node keeps the first value that
/// reaches it.
func printedValues(
  _ network: ConstraintNetwork, claims: [(node: NetworkNode, value: Double)]
) -> [Double] {
  var values = [Double](repeating: .nan, count: network.nodeCount)
  var queue: [NetworkNode] = []
  let constraintsByNode = network.constraintsByNode()
  func set(_ node: NetworkNode, _ value: Double) {
    guard value.isFinite, values[Int(node)].isNaN else { return }
    values[Int(node)] = value
    queue.append(node)
  }
  for node in 0..<NetworkNode(network.nodeCount) where network.isConstant(node) {
    set(node, network.initial[Int(node)].lower)
  }
  for claim in claims { set(claim.node, claim.value) }
  var head = 0
  while head < queue.count {
    let node = queue[head]
    head += 1
    for constraint in constraintsByNode[node] {
      guard constraint >= 0 else {
        let condition = network.conditions[Int(-constraint - 1)]
        guard condition.kind == .equal else { continue }
        set(condition.left, values[Int(condition.right)])
        set(condition.right, values[Int(condition.left)])
        continue
      }
      let left = network.first[Int(constraint)]
      let right = network.second[Int(constraint)]
      let result = values[Int(constraint)]
      let a = values[Int(left)]
      let b = right >= 0 ? values[Int(right)] : .nan
      switch network.operations[Int(constraint)] {
      case .variable: break
      case .add:
        set(constraint, a + b)
        set(left, result - b)
        set(right, result - a)
      case .subtract:
        set(constraint, a - b)
        set(left, result + b)
        set(right, a - result)
      case .multiply:
        set(constraint, a * b)
        set(left, result / b)
        set(right, result / a)
      case .divide:
        set(constraint, a / b)
        set(left, result * b)
        set(right, a / result)
      case .negate:
        set(constraint, -a)
        set(left, -result)
      case .scale(let conversion):
        set(constraint, conversion(a))
        set(left, result * conversion.divisor / conversion.multiplier)
      case .power(let exponent):
        set(constraint, power(a, Double(exponent)))
      }
    }
  }
  return values
}
