import ChisoDiagnostics
package import ChisoMeaning
package import ChisoModel

/// What `revisions` asks: one question, as known on each day on which something that it comes from was published.
package struct RevisionQuestion: Sendable {
  /// The question, with its period where it names one.
  package var reference: NodeReference
  /// What encloses it, but for the day.
  package var context: PlanContext
  /// What is supposed; the slots are those of the plan that asks.
  package var suppositions: [(subject: QuestionKey, supposition: Supposition)]
  /// The key that claims about the question itself have.
  var subject: QuestionKey
  /// The indicator that it is, of which tables may speak too; nil for other expressions.
  var indicator: Int32?
  /// The one period that is asked for; nil for all.
  package var period: Period?
  /// What it is called in messages.
  package var name: String
}

extension Planner {
  mutating func revisionsSlot(
    _ inner: NodeReference, _ context: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    var base = inner
    while case .slice(let operand, _) = self.node(base).operation { base.node = operand }
    let picked = picked(base, context)
    let question = RevisionQuestion(
      reference: inner, context: context,
      suppositions: suppositions(in: context),
      subject: picked.subject, indicator: catalogue.indicator(ofKey: picked.subject),
      period: self.node(inner).label, name: plan(name: base))
    // What observation sources are to be asked for.
    for scan in try question.plan(on: context.vintage, nil, expressions, in: catalogue).scans
    where !plan.scans.contains(scan) { plan.scans.append(scan) }
    return step(.revisions(question), node.type, at: node)
  }
}

extension RevisionQuestion {
  /// The program that answers the question as known on `day`, at its own length of period or at `frequency`. What is
  /// supposed is taken over from the plan that asks, in the order of `suppositions`.
  func plan(
    on day: CivilDate?, _ frequency: Frequency?, _ expressions: [CheckedExpression], in catalogue: Catalogue
  ) throws(DiagnosticError) -> Plan {
    var run = Planner(catalogue: catalogue, expressions: expressions)
    let node = run.node(reference)
    var context = context
    context.vintage = day
    if !suppositions.isEmpty {
      let taken = suppositions.enumerated().map { place, entry in
        var entry = entry
        entry.supposition.slot = run.step(.taken(place), node.type, at: node)
        return entry
      }
      run.suppositions = [taken]
      run.supposedCount = (suppositions.map(\.supposition.place).max() ?? -1) + 1
      context.suppositions = 0
    }
    return try run.finished(reference, at: frequency, context)
  }
}
