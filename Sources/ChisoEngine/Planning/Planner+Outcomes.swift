import ChisoModel

// Comparisons are about outcomes: whether a target is reached is not answered by the target.
extension PlanRun {
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
      for operand in operands { noteTargets(under: operand, in: nil, context, &seen) }
      return node.extent == .series ? computed : step(.openWithoutOutcome(computed), node.type, at: node)
    }
  }

  /// Notes the periods of targets that a comparison along time passes over. What was `seen` is not looked at again, however many
  /// operands rest on it.
  private mutating func noteTargets(
    under reference: NodeReference, in range: PeriodRange?, _ context: PlanContext,
    _ seen: inout Set<NodeReference>
  ) {
    guard seen.insert(reference).inserted else { return }
    let node = node(reference)
    var range = range
    switch node.operation {
    case .indicator(let indicator), .recognised(let indicator, _):
      let subject = NormalKey(.indicator, UInt64(indicator))
      let claims = index.claims(about: subject).filter { claim in
        guard let period = claim.period, !(context.vintage.map { claim.published ?? $0 > $0 } ?? false) else {
          return false
        }
        return range?.contains(period) ?? true
      }
      let outcomes = Set(claims.filter { ClaimFilter.outcomes.admits($0.quality) }.map(\.period))
      let periods = Set(claims.compactMap(\.period)).filter { !outcomes.contains($0) }
        .sorted(by: PeriodAxis.isOrderedBefore)
      guard !periods.isEmpty else { return }
      let note = Note.withoutOutcomes(catalogue.indicators[Int(indicator)].name, periods)
      if !plan.notes.contains(note) { plan.notes.append(note) }
    case .form: return
    case .native(let function, _)
    where catalogue.functions[Int(function)].readsOutcomesAlone
      || catalogue.functions[Int(function)].asksForPresence:
      return
    case .slice(let base, let selector):
      switch selector.time {
      case .period: return
      case .range(let own)?: range = own
      case nil: break
      }
      noteTargets(
        under: NodeReference(expression: reference.expression, node: base), in: range, context, &seen)
    default:
      for operand in node.operation.operands {
        noteTargets(
          under: NodeReference(expression: reference.expression, node: operand), in: range, context, &seen)
      }
    }
  }
}
