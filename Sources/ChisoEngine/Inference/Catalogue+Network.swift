import ChisoModel

// What a network asks the catalogue for.
extension Catalogue {
  /// A claim as the index read it; nil where it makes no sense, and for a figure of a table.
  func claimReading(_ claim: Int32) -> ClaimReading? {
    Int(claim) < claims.count ? claimIndex.reading(of: claim, in: self) : nil
  }

  /// The indicator whose question has this key.
  func indicator(ofKey key: NormalKey) -> Int32? {
    (0..<Int32(clamping: indicators.count)).first { NormalKey(.indicator, UInt64($0)) == key }
  }

  /// A rule, checked; nil where it makes no sense.
  func checkedRule(_ rule: Int32) -> CheckedExpression? {
    lazyIndexes.rules {
      RuleIndex(rules.map { try? check($0.condition, in: self, scope: $0.scope) })
    }.conditions[Int(rule)]
  }

  /// The indicators that an expression rests on, through definitions too.
  func indicators(under expression: CheckedExpression) -> Set<Int32> {
    var reached: Set<Int32> = []
    var open = [expression]
    while let next = open.popLast() {
      for node in next.nodes {
        switch node.operation {
        case .convert(_, _, let rate?):
          for step in rate.pairs.flatMap(\.ways).joined() { reach(step.indicator, &reached, &open) }
        case .indicator(let indicator), .recognised(let indicator, _): reach(indicator, &reached, &open)
        default: break
        }
      }
    }
    return reached
  }

  /// The claims about a question, and the `figures` of tables, about which the same publisher said something else later.
  /// Complexity: linear in them, and in the pairs of those of one cell.
  func revised(of key: NormalKey, _ figures: [CellClaim], _ scope: NetworkScope) -> Set<Int32> {
    var said = claimIndex.claims(about: key)
    said += figures
    // Nearly always there is one only.
    guard said.count > 1 else { return [] }
    var byPeriod: [Period?: [CellClaim]] = [:]
    for claim in said { byPeriod[claim.period, default: []].append(claim) }
    var result: Set<Int32> = []
    for own in said {
      let others = byPeriod[own.period] ?? []
      if others.count > 1, others.contains(where: { revises($0, own, scope) }) { result.insert(own.claim) }
    }
    return result
  }

  /// Whether two sources are one, or of one publisher.
  func haveOnePublisher(_ first: Int32, _ second: Int32) -> Bool {
    if first == second { return true }
    guard let publisher = sources[Int(first)].publisher else { return false }
    return sources[Int(second)].publisher == publisher
  }

  /// Whether `later` is of the publisher of `earlier`, and puts another figure in its place.
  private func revises(_ later: CellClaim, _ earlier: CellClaim, _ scope: NetworkScope) -> Bool {
    guard later.period == earlier.period, later.claim != earlier.claim,
      later.quality.role == earlier.quality.role, let day = later.published, let before = earlier.published,
      day > before, haveOnePublisher(later.source, earlier.source)
    else { return false }
    return scope.vintage.map { day <= $0 } ?? true
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

  /// The indicators that a node mentions.
  func indicators(below root: NodeID) -> Set<Int32> {
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
