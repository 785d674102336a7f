package import ChisoModel

// What an expression speaks of.
extension CheckedExpression {
  /// The indicators that it mentions.
  package var indicators: Set<Int32> {
    var result: Set<Int32> = []
    for node in nodes {
      switch node.operation {
      case .indicator(let indicator), .recognised(let indicator, _): result.insert(indicator)
      default: break
      }
    }
    return result
  }

  /// The indicators that a node mentions.
  package func indicators(below root: NodeID) -> Set<Int32> {
    var result: Set<Int32> = []
    var seen: Set<NodeID> = [root]
    var open = [root]
    while let next = open.popLast() {
      let operation = self[next].operation
      switch operation {
      case .indicator(let indicator), .recognised(let indicator, _): result.insert(indicator)
      default: break
      }
      open += operation.operands.filter { seen.insert($0).inserted }
    }
    return result
  }

  /// Whether it asks for a target.
  package var asksForTarget: Bool {
    nodes.contains { node in
      if case .form(.target, _) = node.operation { return true }
      return false
    }
  }

  /// The latest period that it names.
  package var latestPeriod: Period? { latestPeriod(under: root) }

  /// The latest period that stands in a slice or an argument of a node.
  package func latestPeriod(under root: NodeID) -> Period? {
    var result: Period?
    var seen: Set<NodeID> = [root]
    var open = [root]
    while let next = open.popLast() {
      let operation = self[next].operation
      var period: Period?
      switch operation {
      case .slice(_, let selector): if case .period(let named)? = selector.time { period = named }
      case .period(let named): period = named
      default: break
      }
      if let period, period.last > (result?.last ?? .earliest) { result = period }
      for operand in operation.operands where seen.insert(operand).inserted { open.append(operand) }
    }
    return result
  }
}
