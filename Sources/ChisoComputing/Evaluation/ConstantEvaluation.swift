import ChisoMeaning
import ChisoModel

extension CheckedExpression {
  /// The value of an expression of numbers alone, without a plan; nil where it reads figures, or has no value.
  ///
  /// What the general evaluation would say in that case (why there is none, what is to be noted) it still says.
  package var constantValue: Evaluated? {
    guard extent == .constant, let needed = neededConstants(allowingStored: false) else { return nil }
    var outcome = FusedOutcome()
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: (nodes.count + 2) * 3) { scratch in
      guard let base = scratch.baseAddress else { return nil }
      func operand(_ node: NodeID) -> Operand {
        let start = base + Int(node) * 3
        return Operand(values: start, lower: start + 1, upper: start + 2)
      }
      for node in nodes.indices where needed[node] {
        compute(NodeID(node), operand, &outcome) { _ in (.nan, .unbounded) }
      }
      let result = operand(root)
      let interval = result.interval(0)
      guard result.values[0].isFinite, outcome.isClean else { return nil }
      // What is typed alone is what it says.
      let isExact = isWritten(root) || interval.isExact && interval.lower == result.values[0]
      return Evaluated(
        Series(
          type: type, grid: .single, values: [result.values[0]],
          lower: isExact ? nil : [interval.lower], upper: isExact ? nil : [interval.upper]))
    }
  }

  /// Whether a node is a number with its sign, as it was written.
  private func isWritten(_ node: NodeID) -> Bool {
    switch nodes[Int(node)].operation {
    case .constant: true
    case .negate(let inner): isWritten(inner)
    default: false
    }
  }

  /// Which nodes the root is made of; nil where one of them is more than a number.
  ///
  /// - Parameter allowingStored: Whether values that are kept count as numbers.
  func neededConstants(allowingStored: Bool) -> [Bool]? {
    var needed = [Bool](repeating: false, count: nodes.count)
    needed[Int(root)] = true
    for node in nodes.indices.reversed() where needed[node] {
      switch nodes[node].operation {
      case .constant: break
      case .stored where allowingStored: break
      case .binary(_, let left, let right, _, _):
        needed[Int(left)] = true
        needed[Int(right)] = true
      case .negate(let operand), .not(let operand), .convert(let operand, _, rate: nil),
        .inlined(_, body: let operand, _):
        needed[Int(operand)] = true
      case .conditional(let condition, let consequence, let alternative):
        needed[Int(condition)] = true
        needed[Int(consequence)] = true
        needed[Int(alternative)] = true
      default: return nil
      }
    }
    return needed
  }

  /// Computes one node from those before it; `stored` are the values that are kept.
  func compute(
    _ node: NodeID, _ operand: (NodeID) -> Operand, _ outcome: inout FusedOutcome,
    stored: (Int32) -> (value: Double, interval: Interval)
  ) {
    let result = operand(node)
    func perform(_ operation: FusedOperation, _ first: Operand, _ second: Operand, _ third: Operand) {
      operation.perform(first, second, third, into: result, count: 1, outcome: &outcome)
    }
    // Behind the nodes there is room for both sides of an operator in the unit of the operation.
    func scaled(_ node: NodeID, _ conversion: UnitConversion?, side: Int) -> Operand {
      let value = operand(node)
      guard let conversion, !conversion.isIdentity else { return value }
      let result = operand(NodeID(nodes.count + side))
      FusedOperation.scale(conversion)
        .perform(value, value, value, into: result, count: 1, outcome: &outcome)
      return result
    }
    switch nodes[Int(node)].operation {
    case .constant(let value, let interval):
      result.values[0] = value
      result.set(interval, 0)
    case .stored(let index):
      let (value, interval) = stored(index)
      result.values[0] = value
      result.set(value.isNaN ? .unbounded : interval, 0)
    case .binary(let operation, let left, let right, let leftConversion, let rightConversion):
      let first = scaled(left, leftConversion, side: 0)
      let second = scaled(right, rightConversion, side: 1)
      perform(.binary(operation), first, second, first)
    case .negate(let inner): perform(.negate, operand(inner), result, result)
    case .not(let inner): perform(.not, operand(inner), result, result)
    case .conditional(let condition, let consequence, let alternative):
      perform(.conditional, operand(condition), operand(consequence), operand(alternative))
    case .convert(let inner, let conversion, _):
      perform(.scale(conversion ?? .identity), operand(inner), result, result)
    case .inlined(_, body: let inner, _): perform(.scale(.identity), operand(inner), result, result)
    default: break
    }
  }
}
