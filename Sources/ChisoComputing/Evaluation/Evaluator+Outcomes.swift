import ChisoDiagnostics
import ChisoMeaning
import ChisoModel
import ChisoPlugin

// Comparisons where there is a target and no outcome.
extension Evaluator {
  /// The cells that are no targets; where a figure is one it is a gap.
  mutating func outcomes(of cells: AnnotatedSeries, step: PlanStep, at slot: SlotID) -> AnnotatedSeries {
    let targets = (0..<cells.count).filter {
      !cells.series.isMissing(at: $0) && cells.series.quality[$0].role == .target
    }
    guard !targets.isEmpty else { return cells }
    var result = cells
    for index in targets { result.leaveOut(index) }
    if cells.count == 1, let period = cells.period, let reference = step.reference {
      let unit = step.type.unit
      gaps.append(
        Gap(
          slot: slot, span: step.span, name: plan.name(of: reference, in: input.catalogue), period: period,
          available: [], near: [], remarks: [],
          question: PickedQuestion(
            subject: plan.expressions[reference.expression][reference.node].key, reference: reference,
            unit: unit,
            vintage: input.context.vintage, filter: .outcomes),
          withoutOutcome: .withoutOutcome(
            period, target: shortWords(for: cells.series.values[0], in: cells.series.interval(at: 0), unit),
            latest: nil)))
    }
    return result
  }

  /// A comparison that is missing for want of an outcome, where there is a target, is open.
  mutating func openingWithoutOutcome(_ cells: AnnotatedSeries, _ slot: SlotID, leavesOutTargets: Bool)
    -> AnnotatedSeries
  {
    // What a range with targets alone in it will come to nobody knows.
    if leavesOutTargets, cells.count == 1, !cells.series.isMissing(at: 0) {
      return open(cells)
    }
    guard cells.count == 1, !gaps.isEmpty else { return cells }
    let below = slots(below: slot)
    let own = gaps.filter { below.contains($0.slot) }
    guard cells.series.isMissing(at: 0) else {
      // Something else stood in for the outcome, as `coalesce` has it.
      openings += own.filter { $0.withoutOutcome != nil }
      return cells
    }
    guard !own.isEmpty, own.allSatisfy({ $0.withoutOutcome != nil }) else { return cells }
    gaps.removeAll { below.contains($0.slot) }
    openings += own
    return open(cells)
  }

  private func open(_ condition: AnnotatedSeries) -> AnnotatedSeries {
    var builder = AnnotatedSeriesBuilder(capacity: 1)
    builder.append(.nan, Interval(lower: 0, upper: 1), .normal, Origins.none)
    return AnnotatedSeries(
      builder.series(condition.series.type, grid: condition.grid), label: condition.label)
  }

  private func slots(below slot: SlotID) -> Set<SlotID> {
    var open = [slot]
    var seen = Set(open)
    while let next = open.popLast() {
      open += plan.steps[Int(next)].operation.operands.filter { seen.insert($0).inserted }
    }
    return seen
  }

  /// What there is where a comparison asked for an outcome that nobody reports: a target, and the latest outcome; nil where there
  /// is no target either. Planned and evaluated for itself, since most comparisons have their figures.
  func withoutOutcome(_ period: Period, _ question: PickedQuestion) -> Note? {
    guard question.filter == .outcomes else { return nil }
    var expression = plan.expressions[question.reference.expression]
    let base = question.reference.node
    func asked(_ operation: CheckedOperation, _ extent: Extent) -> Evaluated? {
      expression.nodes.append(expression[base].doing(operation, for: extent))
      expression.root = NodeID(expression.nodes.count - 1)
      guard
        let plan = try? ChisoComputing.plan(expression, in: input.catalogue, vintage: question.vintage),
        let known = try? evaluate(
          plan, in: input.catalogue, reasoning: input.reasoning, stored: input.stored,
          preference: input.preference, budget: input.budget,
          context: input.context)
      else { return nil }
      return known
    }
    guard
      let target = asked(.slice(base, SliceSelector(time: .period(period))), .figure(period))?.cells.series,
      target.values.count == 1, target.quality[0].role == .target, !target.isMissing(at: 0)
    else { return nil }
    return .withoutOutcome(
      period, target: shortWords(for: target.values[0], in: target.interval(at: 0), question.unit),
      latest: asked(.form(.reported, base), .series).flatMap { latest($0, question.unit) })
  }

  /// The last figure of a series with its period: `18.3 % for 2024`.
  private func latest(_ known: Evaluated, _ unit: UnitOfMeasure) -> Phrase? {
    let series = known.cells.series
    guard let axis = series.grid.periods, series.grid.dimensions.isEmpty,
      let index = series.values.indices.last(where: { !series.isMissing(at: $0) }), let period = axis[index]
    else { return nil }
    return "\(shortWords(for: series.values[index], in: series.interval(at: index), unit)) for \(period)"
  }
}

extension Note {
  /// A comparison asked for an outcome, and there is a target alone.
  static func withoutOutcome(_ period: Period, target: Phrase, latest: Phrase?) -> Note {
    let last: Phrase = latest.map { "; the latest is \($0)" } ?? ""
    return Note(
      "no-outcome",
      "there is no outcome for \(period), only a target of \(target)\(last); `target(…)` compares the target")
  }

  /// A comparison along time passes over periods of which there are targets alone.
  static func withoutOutcomes(_ name: String, _ periods: [Period]) -> Note {
    Note(
      "no-outcome",
      "\(name) has targets alone for \(listed(periods)), which a comparison leaves out; `target(…)` compares them"
    )
  }

  /// A condition that bounds leave open.
  static let leftOpen = Note("open", "what is known of the figures does not decide it")
}
