import ChisoDiagnostics
import ChisoMeaning
import ChisoModel
import ChisoPlugin

// `revisions`: what `as of` gives on each day on which something that an answer comes from was published.
extension Evaluator {
  mutating func revisions(_ question: RevisionQuestion, step: PlanStep) throws(DiagnosticError)
    -> AnnotatedSeries
  {
    let latest = try question.plan(on: question.context.vintage, nil, plan.expressions, in: input.catalogue)
    let days = days(of: latest, question)
    let frequencies = frequencies(question)
    let eve = days.all.compactMap(\.self).first?.adding(days: -1) ?? question.context.vintage
    var rows: [(code: String, cells: AnnotatedSeries)] = []
    for day in days.all {
      if let interruption = interruption(at: step) { throw fail(interruption) }
      // What nobody knows the day of counts from the start, which is before the first day that is known.
      let vintage = day ?? eve
      let known: AnnotatedSeries
      do throws(DiagnosticError) {
        known = try answer(question, on: vintage, frequencies, step)
      } catch {
        // As of that day there is no answer.
        if error.diagnostic.endsEvaluation { throw error }
        known = .missing(step.type)
      }
      try count(known, at: step)
      if let last = rows.last {
        guard days.own.contains(day) || !known.isSame(as: last.cells) else { continue }
      } else if known.series.isWhollyMissing {
        continue
      }
      rows.append((day?.description ?? "undated", known))
    }
    // Nothing on any day: what the question itself would say.
    if rows.isEmpty { return try answer(question, on: question.context.vintage, frequencies, step) }
    return try stacked(rows, step)
  }

  /// The answer as known on `day`; thrown is what `as of` would say.
  private mutating func answer(
    _ question: RevisionQuestion, on day: CivilDate?, _ frequencies: [Frequency], _ step: PlanStep
  ) throws(DiagnosticError) -> AnnotatedSeries {
    var result: AnnotatedSeries?
    var failure: DiagnosticError?
    for frequency in frequencies.isEmpty ? [nil] : frequencies.map(Optional.some) {
      do throws(DiagnosticError) {
        let plan = try question.plan(on: day, frequency, plan.expressions, in: input.catalogue)
        var run = Evaluator(plan: plan, input: input)
        run.input.parts = nil
        run.taken = question.suppositions.map { cells($0.supposition.slot) }
        run.origins = origins
        (run.cellsMade, run.bytesMade, run.nativeCalls) = (cellsMade, bytesMade, nativeCalls)
        let known = try run.result().cells
        (cellsMade, bytesMade, nativeCalls) = (run.cellsMade, run.bytesMade, run.nativeCalls)
        origins = run.origins
        result =
          result.map { merged($0, known) { index, first, _ in first.series.isMissing(at: index) } } ?? known
      } catch {
        if error.diagnostic.endsEvaluation { throw error }
        failure = failure ?? error
      }
    }
    guard let result else { throw failure ?? fail(.internalFailure("no day", at: step.span)) }
    return result
  }

  /// The days on which something was published that a plan reads, ascending, nil for what has no day; and those of them on
  /// which it was said about the question itself.
  private func days(
    of plan: Plan, _ question: RevisionQuestion
  ) -> (all: [CivilDate?], own: Set<CivilDate?>) {
    let vintage = question.context.vintage
    var all: Set<CivilDate?> = []
    func add(_ published: CivilDate?) {
      if let published, let vintage, published > vintage { return }
      all.insert(published)
    }
    // What an indicator alone has for a period comes from what is said of that period and of its parts.
    let isPlain = !plan.infers && plan.scans.allSatisfy { $0.subject == question.subject }
    func concerns(_ period: Period?) -> Bool {
      guard isPlain, let asked = question.period, let period else { return true }
      return period.overlaps(asked)
    }
    for scan in Set(plan.scans) {
      for claim in input.claims.claims(about: scan.subject) where concerns(claim.period) {
        add(claim.published)
      }
      for block in scan.indicator.map(input.catalogue.blocks(of:)) ?? []
      where block.grid.periods?.periods.contains(where: concerns) ?? true {
        add(block.published)
      }
    }
    if plan.infers {
      for claim in input.catalogue.claims { add(claim.published) }
      for block in input.catalogue.blocks { add(block.published) }
    }
    var own: Set<CivilDate?> = []
    for claim in input.claims.claims(about: question.subject)
    where question.context.filter.admits(claim, vintage: vintage) {
      guard let asked = question.period, let period = claim.period else {
        own.insert(claim.published)
        continue
      }
      if asked == period || period.isInstant && asked.contains(period) { own.insert(claim.published) }
    }
    let dated = all.compactMap(\.self).sorted().map(Optional.some)
    return ([nil] + dated, own)
  }

  /// The lengths of period of which something is said of the question itself, where it asks for none; else none.
  private func frequencies(_ question: RevisionQuestion) -> [Frequency] {
    guard plan.expressions[question.reference.expression][question.reference.node].extent == .series,
      let indicator = question.indicator
    else { return [] }
    var known = input.claims.frequencies(of: question.subject).compactMap(\.self)
    for frequency in input.catalogue.blockFrequencies(of: indicator) where !known.contains(frequency) {
      known.append(frequency)
    }
    return known.count > 1 ? known : []
  }

  /// One row for each day, on the grid of all of them.
  private func stacked(_ rows: [(code: String, cells: AnnotatedSeries)], _ step: PlanStep)
    throws(DiagnosticError)
    -> AnnotatedSeries
  {
    let lines = rows.map(\.cells.alongItsPeriod)
    var whole = lines[0]
    for line in lines.dropFirst() {
      let (left, right) = (whole.lifted(to: line.grid), line.lifted(to: whole.grid))
      guard let grid = unionGrid(left.grid, right.grid) else { continue }
      whole = left.placed(on: grid)
    }
    let (cellCount, isTooLarge) = whole.count.multipliedReportingOverflow(by: rows.count)
    try require(isTooLarge ? .max : cellCount, at: step)
    let hasAxis = (whole.grid.periods?.count ?? 0) > 1
    let grid = Grid(
      dimensions: [Grid.Dimension("published", rows.map(\.code))] + whole.grid.dimensions,
      periods: hasAxis ? whole.grid.periods : nil)
    var builder = AnnotatedSeriesBuilder(capacity: grid.count)
    for line in lines {
      let line = line.lifted(to: whole.grid)
      let isPlaceable = unionGrid(whole.grid, line.grid) == whole.grid
      let placed = isPlaceable ? line.placed(on: whole.grid) : AnnotatedSeries.missing(step.type)
      for index in 0..<whole.count {
        guard isPlaceable else {
          builder.append(.nan, .unbounded, .missing, Origins.none)
          continue
        }
        builder.append(
          placed.series.values[index], placed.series.interval(at: index), placed.series.quality[index],
          placed.series.origin[index])
      }
    }
    let period = whole.grid.periods?.periods.first
    return AnnotatedSeries(
      builder.series(step.type, grid: grid), label: period.map(AnnotatedSeries.Label.period) ?? .mixed)
  }
}

extension Plan {
  /// Whether it asks what follows from all that is claimed.
  fileprivate var infers: Bool {
    steps.contains { if case .infer = $0.operation { true } else { false } }
  }
}

extension Diagnostic {
  /// Whether it ends an evaluation whatever the rest of it would give: a limit, or somebody who stopped it.
  package var endsEvaluation: Bool {
    id == "cancelled" || id.hasPrefix("budget-")
  }
}

extension AnnotatedSeries {
  /// Whether both hold the same figures of the same claims.
  fileprivate func isSame(as other: AnnotatedSeries) -> Bool {
    guard grid == other.grid, label == other.label else { return false }
    return (0..<count).allSatisfy { index in
      let (value, otherValue) = (series.values[index], other.series.values[index])
      return (value == otherValue || value.isNaN && otherValue.isNaN)
        && series.interval(at: index) == other.series.interval(at: index)
        && series.quality[index] == other.series.quality[index]
        && series.origin[index] == other.series.origin[index]
    }
  }

  /// A figure of a period as a series of that one; anything else as it is.
  fileprivate var alongItsPeriod: AnnotatedSeries {
    guard grid.periods == nil, let period else { return self }
    var result = self
    result.series.grid = Grid(dimensions: grid.dimensions, periods: PeriodAxis([period]))
    return result
  }
}
