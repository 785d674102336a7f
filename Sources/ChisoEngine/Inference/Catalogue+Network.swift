import ChisoModel

// What a network asks the catalogue for.
extension Catalogue {
  /// A claim as the index read it; nil where it makes no sense.
  func claimReading(_ claim: Int32) -> ClaimReading? { claimIndex.reading(of: claim, in: self) }

  /// The indicator whose question has this key.
  func indicator(ofKey key: NormalKey) -> Int32? {
    (0..<Int32(clamping: indicators.count)).first { NormalKey(.indicator, UInt64($0)) == key }
  }

  /// A rule, checked; nil where it makes no sense.
  func checkedRule(_ rule: Int32) -> CheckedExpression? {
    let entry = rules[Int(rule)]
    return try? check(entry.condition, in: self, scope: CheckScope(plugin: entry.plugin))
  }

  /// Whether the same publisher said something else about the same cell later.
  func isRevised(_ claim: Int32, _ reading: ClaimReading, _ scope: NetworkScope) -> Bool {
    // Nearly always it is the only one about its question.
    let others = claimIndex.claims(about: reading.key)
    guard others.count > 1 else { return false }
    let entry = claims[Int(claim)]
    guard let published = entry.published, let publisher = sources[Int(entry.source)].publisher else {
      return false
    }
    return others.contains { other in
      guard other.period == reading.period, other.claim != claim, other.quality.role == entry.role,
        let later = other.published, later > published, sources[Int(other.source)].publisher == publisher
      else { return false }
      return scope.vintage.map { later <= $0 } ?? true
    }
  }
}

extension ClaimReading {
  /// Whether it is about an indicator without a period, and so never computed with.
  var isUndated: Bool {
    if case .indicator = expression[expression.root].operation { return true }
    return false
  }
}

extension CheckedExpression {
  /// The indicators that it mentions.
  var indicators: Set<Int32> {
    var result: Set<Int32> = []
    for node in nodes {
      switch node.operation {
      case .indicator(let indicator), .recognised(let indicator, _): result.insert(indicator)
      default: break
      }
    }
    return result
  }

  /// Whether it asks for a target.
  var asksForTarget: Bool {
    nodes.contains { node in
      if case .form(.target, _) = node.operation { return true }
      return false
    }
  }

  /// The latest period that it names.
  var latestPeriod: Period? { latestPeriod(under: root) }

  /// The latest period that stands in a slice or an argument of a node.
  func latestPeriod(under root: NodeID) -> Period? {
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
