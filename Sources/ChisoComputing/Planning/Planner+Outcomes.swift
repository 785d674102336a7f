import ChisoMeaning
import ChisoModel

// Comparisons are about outcomes: whether a target is reached is not answered by the target.
extension Planner {
  /// Without the targets among what a session keeps or inference yields, where outcomes alone are asked for.
  mutating func outcomes(_ slot: SlotID, _ node: CheckedNode, _ context: PlanContext) -> SlotID {
    context.filter == .outcomes ? step(.outcomes(slot), node.type, at: node) : slot
  }

  /// A comparison whose operands read outcomes: open, as a figure, where there is a target alone; in a series a note names the
  /// periods that are left out.
  mutating func comparison(
    _ computed: SlotID, of operands: [NodeReference], _ node: CheckedNode, _ context: PlanContext
  ) -> SlotID {
    switch node.extent {
    case .constant: return computed
    case .figure, .series:
      // One figure is made of a series by functions along time.
      var seen: Set<NodeReference> = []
      var leavesOutTargets = false
      for operand in operands {
        if noteTargets(under: operand, in: nil, context, &seen) { leavesOutTargets = true }
      }
      return node.extent == .series
        ? computed
        : step(.openWithoutOutcome(computed, leavesOutTargets: leavesOutTargets), node.type, at: node)
    }
  }

  /// Notes the periods of targets that a comparison along time passes over. What was `seen` is not looked at again, however many
  /// operands rest on it. Returns whether some lie in a range that is written, between its ends.
  private mutating func noteTargets(
    under reference: NodeReference, in range: PeriodRange?, _ context: PlanContext,
    _ seen: inout Set<NodeReference>
  ) -> Bool {
    guard seen.insert(reference).inserted else { return false }
    let node = node(reference)
    var range = range
    switch node.operation {
    case .indicator(let indicator), .recognised(let indicator, _):
      let subject = QuestionKey(.indicator, UInt64(indicator))
      let claims = index.claims(about: subject).filter { claim in
        guard let period = claim.period, !(context.vintage.map { claim.published ?? $0 > $0 } ?? false) else {
          return false
        }
        return range?.contains(period) ?? true
      }
      let outcomes = Set(claims.filter { ClaimFilter.outcomes.admits($0.quality) }.map(\.period))
      let periods = Set(claims.compactMap(\.period)).filter { !outcomes.contains($0) }
        .sorted(by: PeriodAxis.isOrderedBefore)
      guard !periods.isEmpty else { return false }
      let note = Note.withoutOutcomes(catalogue.indicators[Int(indicator)].name, periods)
      if !plan.notes.contains(note) { plan.notes.append(note) }
      return range?.first != nil && range?.last != nil
    case .form: return false
    case .native(let function, _)
    where catalogue.functions[Int(function)].readsOutcomesAlone
      || catalogue.functions[Int(function)].asksForPresence:
      return false
    case .slice(let base, let selector):
      switch selector.time {
      case .period: return false
      case .range(let own)?: range = own
      case nil: break
      }
      return noteTargets(
        under: NodeReference(expression: reference.expression, node: base), in: range, context, &seen)
    default:
      var isInside = false
      for operand in node.operation.operands {
        let operand = NodeReference(expression: reference.expression, node: operand)
        if noteTargets(under: operand, in: range, context, &seen) { isInside = true }
      }
      return isInside
    }
  }
}
