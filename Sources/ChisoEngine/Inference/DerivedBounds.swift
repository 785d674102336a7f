import ChisoModel

/// How a node follows from claims, step by step, each from nodes that are known by then.
///
/// Where a figure enters twice, plain arithmetic on intervals takes it for two: of `y / (y / g)` only `g` is left. A step at
/// a time the slope of each node by each claim is bounded too; where a slope has one sign, the claim's ends are those that
/// the node's ends come from, and both are exact.
private struct Derivation {
  enum Step {
    case claim(Int)
    case constant(Interval)
    case same(NetworkNode)
    case sum(NetworkNode, NetworkNode)
    case difference(NetworkNode, NetworkNode)
    case product(NetworkNode, NetworkNode)
    case quotient(NetworkNode, NetworkNode)
    case negated(NetworkNode)
    case scaled(NetworkNode, by: Interval, over: Interval)
    case power(NetworkNode, Int)
  }

  private(set) var steps: [(node: NetworkNode, step: Step)] = []
  private var isKnown: [Bool]
  private var queue: [NetworkNode] = []

  /// What follows from `members`, nearest first, as printed figures spread.
  init(_ part: NetworkPart, from members: [Int]) {
    let network = part.network
    isKnown = [Bool](repeating: false, count: network.nodeCount)
    for node in 0..<NetworkNode(network.nodeCount) where network.isConstant(node) {
      add(node, .constant(network.initial[Int(node)]))
    }
    for member in members { add(part.claims[member].node, .claim(member)) }
    let constraintsByNode = network.constraintsByNode()
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for constraint in constraintsByNode[node] { spread(constraint, network) }
    }
  }

  private mutating func add(_ node: NetworkNode, _ step: Step) {
    guard !isKnown[Int(node)] else { return }
    isKnown[Int(node)] = true
    steps.append((node, step))
    queue.append(node)
  }

  private mutating func spread(_ constraint: Int32, _ network: ConstraintNetwork) {
    func known(_ nodes: NetworkNode...) -> Bool { nodes.allSatisfy { isKnown[Int($0)] } }
    guard constraint >= 0 else {
      let condition = network.conditions[Int(-constraint - 1)]
      guard condition.kind == .equal else { return }
      if known(condition.right) { add(condition.left, .same(condition.right)) }
      if known(condition.left) { add(condition.right, .same(condition.left)) }
      return
    }
    let left = network.first[Int(constraint)]
    let right = network.second[Int(constraint)]
    switch network.operations[Int(constraint)] {
    case .add:
      if known(left, right) { add(constraint, .sum(left, right)) }
      if known(constraint, right) { add(left, .difference(constraint, right)) }
      if known(constraint, left) { add(right, .difference(constraint, left)) }
    case .subtract:
      if known(left, right) { add(constraint, .difference(left, right)) }
      if known(constraint, right) { add(left, .sum(constraint, right)) }
      if known(constraint, left) { add(right, .difference(left, constraint)) }
    case .multiply:
      if known(left, right) { add(constraint, .product(left, right)) }
      if known(constraint, right) { add(left, .quotient(constraint, right)) }
      if known(constraint, left) { add(right, .quotient(constraint, left)) }
    case .divide:
      if known(left, right) { add(constraint, .quotient(left, right)) }
      if known(constraint, right) { add(left, .product(constraint, right)) }
      if known(constraint, left) { add(right, .quotient(left, constraint)) }
    case .negate:
      if known(left) { add(constraint, .negated(left)) }
      if known(constraint) { add(left, .negated(constraint)) }
    case .scale(let conversion):
      let (factor, divisor) = (
        Interval(exactly: conversion.multiplier), Interval(exactly: conversion.divisor)
      )
      if known(left) { add(constraint, .scaled(left, by: factor, over: divisor)) }
      if known(constraint) { add(left, .scaled(constraint, by: divisor, over: factor)) }
    case .power(let exponent): if known(left) { add(constraint, .power(left, exponent)) }
    case .variable, .magnitude, .apply, .compare, .and, .or, .not, .pair, .choose: break
    }
  }

  /// What every node is where the claims are what `inputs` says; nil where a divisor may be zero on the way to `target`.
  func values(_ inputs: [Int: Interval], of target: NetworkNode) -> Interval? {
    var values = [Interval](repeating: .unbounded, count: isKnown.count)
    for (node, step) in steps {
      func value(_ node: NetworkNode) -> Interval { values[Int(node)] }
      values[Int(node)] =
        switch step {
        case .claim(let member): inputs[member] ?? .unbounded
        case .constant(let interval): interval
        case .same(let other): value(other)
        case .sum(let left, let right): value(left) + value(right)
        case .difference(let left, let right): value(left) - value(right)
        case .product(let left, let right): value(left) * value(right)
        case .quotient(let left, let right): value(left) / value(right)
        case .negated(let inner): -value(inner)
        case .scaled(let inner, let factor, let divisor): value(inner) * factor / divisor
        case .power(let inner, let exponent): value(inner).power(exponent)
        }
      if node == target { return value(node) }
    }
    return nil
  }

  /// How `target` moves with each claim where the claims are anywhere in `inputs`; unbounded where nothing is known.
  func slopes(_ inputs: [Int: Interval], of target: NetworkNode) -> [Int: Interval] {
    var values = [Interval](repeating: .unbounded, count: isKnown.count)
    var slopes = [[Int: Interval]](repeating: [:], count: isKnown.count)
    let zero = Interval(exactly: 0)
    for (node, step) in steps {
      func value(_ node: NetworkNode) -> Interval { values[Int(node)] }
      func combined(
        _ left: NetworkNode, _ right: NetworkNode, _ slope: (_ left: Interval, _ right: Interval) -> Interval
      ) -> [Int: Interval] {
        var result: [Int: Interval] = [:]
        for member in Set(slopes[Int(left)].keys).union(slopes[Int(right)].keys) {
          result[member] = slope(slopes[Int(left)][member] ?? zero, slopes[Int(right)][member] ?? zero)
        }
        return result
      }
      switch step {
      case .claim(let member):
        values[Int(node)] = inputs[member] ?? .unbounded
        slopes[Int(node)] = [member: Interval(exactly: 1)]
      case .constant(let interval): values[Int(node)] = interval
      case .same(let other):
        values[Int(node)] = value(other)
        slopes[Int(node)] = slopes[Int(other)]
      case .sum(let left, let right):
        values[Int(node)] = value(left) + value(right)
        slopes[Int(node)] = combined(left, right) { $0 + $1 }
      case .difference(let left, let right):
        values[Int(node)] = value(left) - value(right)
        slopes[Int(node)] = combined(left, right) { $0 - $1 }
      case .product(let left, let right):
        values[Int(node)] = value(left) * value(right)
        slopes[Int(node)] = combined(left, right) { $0 * value(right) + $1 * value(left) }
      case .quotient(let left, let right):
        values[Int(node)] = value(left) / value(right)
        // (a / b)' = (a' − (a / b) b') / b
        slopes[Int(node)] = combined(left, right) { ($0 - value(left) / value(right) * $1) / value(right) }
      case .negated(let inner):
        values[Int(node)] = -value(inner)
        slopes[Int(node)] = slopes[Int(inner)].mapValues { -$0 }
      case .scaled(let inner, let factor, let divisor):
        values[Int(node)] = value(inner) * factor / divisor
        slopes[Int(node)] = slopes[Int(inner)].mapValues { $0 * factor / divisor }
      case .power(let inner, let exponent):
        values[Int(node)] = value(inner).power(exponent)
        let factor = Interval(exactly: Double(exponent)) * value(inner).power(exponent - 1)
        slopes[Int(node)] = slopes[Int(inner)].mapValues { $0 * factor }
      }
      if node == target { return slopes[Int(node)] }
    }
    return [:]
  }
}

extension NetworkPart {
  /// How many claims are looked at at most.
  private static let derivedLimit = 24

  /// What `node` can be by the steps that lead to it from `members`, which enter with what they say: exact where it moves
  /// one way with each claim that enters more than once. nil where no steps lead there.
  func derivedBounds(of node: NetworkNode, from members: [Int]) -> Interval? {
    guard (1...NetworkPart.derivedLimit).contains(members.count),
      members.allSatisfy({ claims[$0].interval.isBounded })
    else { return nil }
    let derivation = Derivation(self, from: members)
    let whole = Dictionary(uniqueKeysWithValues: members.map { ($0, claims[$0].interval) })
    guard let plain = derivation.values(whole, of: node) else { return nil }
    let slopes = derivation.slopes(whole, of: node)
    var (low, high) = (whole, whole)
    for (member, slope) in slopes {
      guard let interval = whole[member] else { continue }
      let (lower, upper) = (Interval(exactly: interval.lower), Interval(exactly: interval.upper))
      if slope.lower >= 0 { (low[member], high[member]) = (lower, upper) }
      if slope.upper <= 0 { (low[member], high[member]) = (upper, lower) }
    }
    guard let least = derivation.values(low, of: node), let most = derivation.values(high, of: node),
      least.lower <= most.upper
    else { return plain }
    return plain.intersection(Interval(lower: least.lower, upper: most.upper)) ?? plain
  }

  /// What the quotient of two nodes can be, by the same steps.
  func quotientBounds(of dividend: NetworkNode, by divisor: NetworkNode, from members: [Int]) -> Interval? {
    var extended = self
    let quotient = extended.network.add(.divide, dividend, divisor)
    return extended.derivedBounds(of: quotient, from: members)
  }
}
