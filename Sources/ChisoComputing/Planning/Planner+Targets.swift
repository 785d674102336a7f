package import ChisoMeaning
import ChisoModel
import ChisoPlugin

// What is made of targets, however deep they stand.
extension Planner {
  /// Whether a target takes part in what a node denotes: in itself, in what it calls, in definitions below it.
  mutating func isOfTarget(_ reference: NodeReference) -> Bool {
    isOfTarget(expressions[reference.expression], under: reference.node)
  }

  /// Whether the definition of an indicator, or what its Swift takes, is made of targets.
  mutating func isOfTarget(_ indicator: Int32) -> Bool {
    if let known = targetIndicators[indicator] { return known }
    // One that leads back to itself is told of elsewhere.
    targetIndicators[indicator] = false
    var definitions: [CheckedExpression] = []
    if let definition = try? catalogue.checkedDefinition(of: indicator) { definitions.append(definition) }
    if catalogue.indicators[Int(indicator)].computation != nil {
      definitions += (try? catalogue.checkedInputs(of: indicator)) ?? []
    }
    let result = definitions.contains { isOfTarget($0, under: $0.root) }
    targetIndicators[indicator] = result
    return result
  }

  private mutating func isOfTarget(_ expression: CheckedExpression, under root: NodeID) -> Bool {
    var open = [root]
    var seen = Set(open)
    while let next = open.popLast() {
      let operation = expression[next].operation
      switch operation {
      case .form(.target, _): return true
      case .indicator(let indicator), .recognised(let indicator, _):
        if isOfTarget(indicator) { return true }
      default: break
      }
      open += operation.operands.filter { seen.insert($0).inserted }
    }
    return false
  }
}

extension PlanContext {
  /// Which claims may answer a question that is made of targets, or not: a comparison reads targets through such a question.
  package func filter(ofTargets isOfTarget: Bool) -> ClaimFilter {
    isOfTarget && filter == .outcomes ? .all : filter
  }
}
