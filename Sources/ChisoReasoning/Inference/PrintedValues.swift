import ChisoComputing
import ChisoModel
import ChisoPlugin

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
      case .magnitude: set(constraint, a.magnitude)
      case .apply(let function): set(constraint, function(a))
      case .compare(let kind): if !a.isNaN, !b.isNaN { set(constraint, kind.holds(a, b) ? 1 : 0) }
      case .and: set(constraint, a.isNaN || b.isNaN ? .nan : min(a, b))
      case .or: set(constraint, a.isNaN || b.isNaN ? .nan : max(a, b))
      case .not: set(constraint, 1 - a)
      case .pair: break
      case .choose:
        if a.isNaN { continue }
        set(constraint, values[Int(a != 0 ? network.first[Int(right)] : network.second[Int(right)])])
      }
    }
  }
  return values
}

extension NetworkFunction {
  /// What it makes of one number.
  func callAsFunction(_ value: Double) -> Double {
    var result = Double.nan
    withUnsafePointer(to: value) { input in
      withUnsafeMutablePointer(to: &result) { output in
        var span = MutableSpan(_unsafeStart: output, count: 1)
        body(Span(_unsafeStart: input, count: 1), &span)
      }
    }
    return result
  }

  /// What it makes of an interval.
  func bounds(_ interval: Interval) -> Interval {
    if monotony == .none, !interval.isExact { return .unbounded }
    let ends = [interval.lower, interval.upper].map { self($0) }
    guard !ends.contains(where: \.isNaN) else { return .unbounded }
    let isExact = ends[0] == ends[1] && ends[0] == ends[0].rounded() && ends[0].magnitude < 0x1p53
    let (low, high) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    // A step outward: the C library admits an error.
    return isExact
      ? Interval(exactly: low)
      : Interval(lower: low - low.magnitude * 4 * .ulpOfOne, upper: high + high.magnitude * 4 * .ulpOfOne)
  }
}

extension NetworkCondition.Kind {
  /// Whether two numbers relate so, as the language compares them.
  func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .equal: left.isSame(as: right)
    case .notEqual: !left.isSame(as: right)
    case .less: left.isBelow(right)
    case .lessOrEqual: !right.isBelow(left)
    }
  }
}
