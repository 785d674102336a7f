package import ChisoComputing
import ChisoDiagnostics
import ChisoMeaning
import ChisoModel
import ChisoPlugin

extension Reasoning {
  /// What follows in the network of all claims, definitions and certain rules.
  package static let network = Reasoning(
    cells: { question, step, slot, run throws(DiagnosticError) in
      try run.inferred(question, step: step, at: slot)
    }, hint: { gap, run in run.inferredHint(gap) })
}

// Inference as a step of a plan.
extension Evaluator {
  /// What could be inferred for a cell that nobody claims: `` `infer(egdi_rank[2022])` gives 86 ``.
  fileprivate func inferredHint(_ gap: Gap) -> Phrase? {
    guard gap.question.filter == .all else { return nil }
    var expression = plan.expressions[gap.question.reference.expression]
    let base = gap.question.reference.node
    expression.nodes.append(
      expression[base].doing(
        .slice(base, SliceSelector(time: .period(gap.period))), for: .figure(gap.period)))
    let asked = NodeID(expression.nodes.count - 1)
    let context = input.context
    let outcome = input.catalogue.infer(expression, asked, vintage: gap.vintage, in: context)
    guard let answer = outcome.answer, !answer.claims.isEmpty, !context.isCancelled else { return nil }
    return
      "`infer(\(gap.name)[\(gap.period)])` gives \(shortWords(for: answer.value, in: answer.interval, gap.question.unit))"
  }

  fileprivate mutating func inferred(
    _ question: InferenceQuestion, step: PlanStep, at slot: SlotID
  ) throws(DiagnosticError) -> AnnotatedSeries {
    let suppositions = question.suppositions.map { entry -> NetworkSupposition in
      let cells = cells(entry.supposition.slot)
      let known = entry.supposition.conversion(cells.series.interval(at: 0))
      return NetworkSupposition(
        derivedCell: entry.supposition.isDerived
          ? input.catalogue.indicator(ofKey: entry.subject).flatMap { indicator in
            entry.supposition.period.map { (indicator, $0) }
          } : nil,
        expression: plan.expressions[entry.supposition.reference.expression],
        subject: entry.supposition.reference.node,
        interval: entry.supposition.relation.interval(known),
        value: entry.supposition.conversion(cells.series.values.first ?? .nan), place: entry.supposition.place
      )
    }
    let outcome = input.catalogue.infer(
      question.expression, question.node, vintage: question.vintage, supposing: suppositions,
      in: input.context.portion(Int(slot), of: plan.steps.count))
    if let interruption = interruption(at: step) { throw fail(interruption) }
    let unit = step.type.unit
    guard let answer = outcome.answer else {
      if outcome.supposesTheImpossible {
        throw fail(.supposesTheImpossible(question.name, at: step.span))
      }
      throw fail(
        .nothingFollows(
          question.name, question.label,
          implied: outcome.implied.map { describe($0, unit) }, leftOut: outcome.leftOut.map(describe),
          mentioned: input.claims.claims(naming: question.expression.indicators).suffix(3).map {
            input.catalogue.claimText($0)
          },
          at: step.span))
    }
    var quality = Quality(.imputed, role: answer.role)
    quality.isGiven = !outcome.suppositionsUsed.isEmpty
    let used = outcome.suppositionsUsed.map { Origins.supposed($0) }
    let origin = origins.number(of: answer.claims.sorted() + used.sorted())
    var builder = AnnotatedSeriesBuilder(capacity: 1)
    builder.append(answer.value, answer.interval, quality, origin)
    var result = AnnotatedSeries(
      builder.series(step.type, grid: .single),
      label: question.label.map(AnnotatedSeries.Label.period) ?? .mixed)
    var notes: [Note] = []
    if !answer.claims.isEmpty {
      notes.append(.inferred(from: describe(answer.claims)))
    }
    if answer.isMeetingOfBounds { notes.append(.meetingOfBounds(words(for: answer.interval.lower, unit))) }
    for set in outcome.leftOut {
      notes.append(.leftOut(describe(set)))
    }
    for implied in outcome.implied { notes.append(.implied(describe(implied, unit))) }
    for target in outcome.otherTargets {
      notes.append(.otherTarget(describe(target, unit)))
    }
    result.remarks[0] = notes
    return result
  }

  private func describe(_ figure: ImpliedFigure, _ unit: UnitOfMeasure) -> Phrase {
    "\(words(for: figure.value, in: figure.interval, unit)) by \(describe(figure.claims))"
  }

  private func describe(_ claims: [Int32]) -> String {
    var texts: [String] = []
    for claim in claims.sorted() {
      let text = input.catalogue.claimText(claim)
      if !texts.contains(text) { texts.append(text) }
      if texts.count > Self.describedClaims { break }
    }
    let shown = texts.prefix(Self.describedClaims).joined(separator: "; ")
    return texts.count > Self.describedClaims ? shown + "; …" : shown
  }

  /// How many claims a note names, of the days of a year for example.
  private static let describedClaims = 12
}
