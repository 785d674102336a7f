import ChisoDiagnostics
import ChisoMeaning
package import ChisoModel

// Figures that are supposed, and whether anything read them.
extension Evaluator {
  mutating func supposing(
    _ suppositions: [Supposition], over: AnnotatedSeries?, step: PlanStep
  ) throws(DiagnosticError) -> AnnotatedSeries {
    let ordered = suppositions.sorted { left, right in
      guard let first = left.period, let second = right.period else { return false }
      return PeriodAxis.isOrderedBefore(first, second)
    }
    let aimsAtTargets = suppositions.first?.filter == .targets
    var supposedCells: [SupposedCell] = []
    for supposition in ordered {
      let cells = cells(supposition.slot)
      let value = supposition.conversion(cells.series.values.first ?? .nan)
      if value.isNaN, outcome.isTooLarge { throw fail(.tooLarge(at: step.span)) }
      let known = supposition.conversion(cells.series.interval(at: 0))
      var quality = cells.series.quality[0]
      quality.isGiven = true
      if aimsAtTargets || supposition.isOfTarget { quality.role = .target }
      var cell = SupposedCell(
        period: supposition.period, value: value, interval: supposition.relation.interval(known),
        quality: quality, origin: origins.union(cells.series.origin[0], Origins.supposed(supposition.place)))
      if let last = supposedCells.last, last.period == cell.period {
        // Two bounds of one cell are a range.
        guard let range = last.interval.intersection(cell.interval) else {
          throw fail(.contradictoryGiven(at: step.span))
        }
        cell.value = commonValue((cell.value, cell.interval), (last.value, last.interval), in: range)
        cell.interval = range
        cell.quality = last.quality.combined(with: quality)
        cell.origin = origins.union(last.origin, cell.origin)
        supposedCells.removeLast()
      }
      supposedCells.append(cell)
    }
    var builder = AnnotatedSeriesBuilder(capacity: supposedCells.count)
    for cell in supposedCells { builder.append(cell.value, cell.interval, cell.quality, cell.origin) }
    let periods = supposedCells.compactMap(\.period)
    let grid = Grid(periods: periods.count == supposedCells.count ? PeriodAxis(periods) : nil)
    let supposed = AnnotatedSeries(builder.series(step.type, grid: grid))
    guard let over else { return supposed }
    return merged(supposed, over) { index, supposed, over in
      if supposed.series.isMissing(at: index) { return true }
      let quality = over.series.quality[index]
      return aimsAtTargets && !over.series.isMissing(at: index) && quality.role == .reported
        && quality.status < .forecast
    }
  }

  /// An answer for which something was supposed, without the marks of that; an error where nothing in it was computed from
  /// a figure that is supposed, and a note where a claim stands before what would be.
  mutating func heeding(
    _ suppositions: [HeededSupposition], in answer: AnnotatedSeries, of question: NodeReference,
    step: PlanStep
  ) throws(DiagnosticError) -> AnnotatedSeries {
    var read: Set<Int32> = []
    var seen: Set<Int32> = []
    var isComplete = true
    var result = answer
    var plain: [Int32] = []
    plain.reserveCapacity(answer.count)
    for index in 0..<answer.count {
      let origin = answer.series.origin[index]
      let claims = origins.claims(of: origin)
      if seen.insert(origin).inserted {
        read.formUnion(claims.compactMap(Origins.supposed))
        // Nobody knows what a set that is full, or a function that drops them, leaves out.
        let isGiven = answer.series.quality[index].isGiven
        if claims.count >= Origins.limit || isGiven && read.isEmpty { isComplete = false }
      }
      plain.append(origins.number(of: claims.filter { Origins.supposed($0) == nil }))
    }
    result.series.origin = .values(plain)
    // What is missing has an error of its own, or a note.
    guard isComplete, !answer.series.isWhollyMissing else { return result }
    for supposition in suppositions where !read.contains(supposition.place) {
      guard let name = claimStanding(before: supposition) else {
        throw fail(
          .givenUnread(
            supposition.text, infers: canBeInferred(question, with: supposition.subject),
            at: span(of: supposition, step)))
      }
      result.remarks[0, default: []].append(.claimStands(name, supposition.text))
    }
    return result
  }

  private func span(of supposition: HeededSupposition, _ step: PlanStep) -> SourceSpan {
    supposition.subject.expression == 0
      ? plan.expressions[0][supposition.subject.node].span : step.span
  }

  /// Whether `infer` could be asked the question, and what is supposed is a relation of what it is about: a share, a sum.
  private func canBeInferred(_ question: NodeReference, with subject: NodeReference) -> Bool {
    let expression = plan.expressions[question.expression]
    var related = plan.expressions[subject.expression].indicators(below: subject.node)
    if related.count == 1, let only = related.first,
      let definition = try? input.catalogue.checkedDefinition(of: only)
    {
      related.formUnion(definition.indicators)
    }
    guard related.count > 1, !related.isDisjoint(with: expression.indicators(below: question.node)) else {
      return false
    }
    if case .form = expression[question.node].operation { return false }
    if case .slice(_, let selector) = expression[question.node].operation, !selector.codes.isEmpty {
      return false
    }
    if case .figure = expression[question.node].extent { return true }
    return false
  }

  /// What is claimed before that which a supposed figure would be used for, if it could be computed.
  private func claimStanding(before supposition: HeededSupposition) -> String? {
    for step in plan.steps {
      guard case .prefer(let claimed, let computed, let name) = step.operation,
        uses(supposition, computed), let claims = slots[Int(claimed)], let results = slots[Int(computed)]
      else { continue }
      func isKnown(_ cells: AnnotatedSeries) -> Bool {
        guard let axis = cells.grid.periods, let period = supposition.period else {
          return !cells.series.isWhollyMissing
        }
        guard let place = axis.index(of: period) else { return false }
        return stride(from: place, to: cells.count, by: max(1, axis.count)).contains {
          !cells.series.isMissing(at: $0)
        }
      }
      if isKnown(claims), !isKnown(results) { return name }
    }
    return nil
  }

  /// Whether a supposed figure is among what `slot` is computed from.
  private func uses(_ supposition: HeededSupposition, _ slot: SlotID) -> Bool {
    var open = [slot]
    var seen = Set(open)
    while let next = open.popLast() {
      let operation = plan.steps[Int(next)].operation
      if case .suppose(let list, _) = operation, list.contains(where: { $0.place == supposition.place }) {
        return true
      }
      open += operation.operands.filter { seen.insert($0).inserted }
    }
    return false
  }
}

/// A cell as it is supposed.
private struct SupposedCell {
  var period: Period?
  var value: Double
  var interval: Interval
  var quality: Quality
  var origin: Int32
}

extension Relation {
  /// What a cell can be that relates so to a figure that can be `interval`.
  package func interval(_ interval: Interval) -> Interval {
    switch self {
    case .equal: interval
    case .greater: Interval(lower: interval.lower, upper: .infinity, openEnds: .lower)
    case .greaterOrEqual: Interval(lower: interval.lower, upper: .infinity, openEnds: interval.openEnds)
    case .less: Interval(lower: -.infinity, upper: interval.upper, openEnds: .upper)
    case .lessOrEqual: Interval(lower: -.infinity, upper: interval.upper, openEnds: interval.openEnds)
    case .about: .unbounded
    }
  }
}
