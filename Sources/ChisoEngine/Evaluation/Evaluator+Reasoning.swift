import ChisoDiagnostics
import ChisoModel
import ChisoPlugin

// Inference and tables of claims, as steps of a plan.
extension EvaluationRun {
  /// What could be inferred for a cell that nobody claims: `` `infer(egdi_rank[2022])` gives 86 ``.
  func inferredHint(_ gap: Gap) -> Phrase? {
    guard gap.question.filter == .all else { return nil }
    var expression = plan.expressions[gap.question.reference.expression]
    let base = gap.question.reference.node
    var node = expression[base]
    node.operation = .slice(base, SliceSelector(time: .period(gap.period)))
    node.extent = .figure(gap.period)
    expression.nodes.append(node)
    let asked = NodeID(expression.nodes.count - 1)
    let context = input.context
    let outcome = input.catalogue.infer(expression, asked, vintage: gap.vintage, in: context)
    guard let answer = outcome.answer, !answer.claims.isEmpty, !context.isCancelled else { return nil }
    return "`infer(\(gap.name)[\(gap.period)])` gives \(words(for: answer.value, gap.question.unit))"
  }

  mutating func inferred(
    _ question: InferenceQuestion, step: PlanStep, at slot: SlotID
  ) throws(DiagnosticError) -> Cells {
    let suppositions = question.suppositions.map { entry -> NetworkSupposition in
      let cells = cells(entry.supposition.slot)
      let known = entry.supposition.conversion(cells.series.interval(at: 0))
      return NetworkSupposition(
        expression: plan.expressions[entry.supposition.reference.expression],
        subject: entry.supposition.reference.node,
        interval: entry.supposition.relation.interval(known),
        value: entry.supposition.conversion(cells.series.values.first ?? .nan))
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
    quality.isGiven = !suppositions.isEmpty
    let origin = origins.number(of: answer.claims.sorted())
    var builder = CellsBuilder(capacity: 1)
    builder.append(answer.value, answer.interval, quality, origin)
    var result = Cells(
      builder.series(step.type, grid: .single), label: question.label.map(Cells.Label.period) ?? .mixed)
    var notes: [Note] = []
    if !answer.claims.isEmpty {
      notes.append(.inferred(from: describe(answer.claims)))
    }
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
    "\(words(for: figure.value, unit)) (\(words(for: figure.interval, unit))) by \(describe(figure.claims))"
  }

  private func describe(_ claims: [Int32]) -> String {
    var texts: [String] = []
    for claim in claims.sorted() {
      let text = input.catalogue.claimText(claim)
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.joined(separator: "; ")
  }

  mutating func tabulated(
    _ form: Form, _ question: TabulatedQuestion, step: PlanStep
  ) throws(DiagnosticError) -> Cells {
    let claims = input.claims.claims(about: question.subject).filter { claim in
      guard question.filter.admits(claim, vintage: question.vintage) else { return false }
      guard let period = question.period else { return true }
      guard let own = claim.period else { return false }
      return own == period || (question.isInstant && period.contains(own))
    }
    guard !claims.isEmpty else {
      let known = input.claims.claims(about: question.subject).compactMap(\.period)
      throw fail(
        question.period.map {
          .noObservation(name: question.name, period: $0, available: known, at: step.span)
        }
          ?? .noObservation(unobserved: [question.name], asked: nil, at: step.span))
    }
    switch form {
    case .spread: return spread(claims, question, step.type)
    case .revisions: return revisions(claims, question, step.type)
    default: return table(claims, question, step.type)
    }
  }

  /// Every claim, by source and period.
  private func table(_ claims: [CellClaim], _ question: TabulatedQuestion, _ type: SeriesType) -> Cells {
    var codes: [String] = []
    var rows: [String: [Period?: CellClaim]] = [:]
    for claim in claims {
      let name = input.catalogue.sources[Int(claim.source)].name
      // A second claim of one source about one cell has a row of its own.
      var code = name
      var count = 1
      while rows[code]?[claim.period] != nil {
        count += 1
        code = "\(name) (\(count))"
      }
      if rows[code] == nil { codes.append(code) }
      rows[code, default: [:]][claim.period] = claim
    }
    return arranged("source", codes, rows, question, type)
  }

  /// The answer as known after each publication.
  private func revisions(_ claims: [CellClaim], _ question: TabulatedQuestion, _ type: SeriesType) -> Cells {
    let days = Set(claims.compactMap(\.published)).sorted()
    var rows: [String: [Period?: CellClaim]] = [:]
    var codes: [String] = []
    for day in days {
      let known = claims.filter { ($0.published ?? .earliest) <= day }
      for (period, group) in Dictionary(grouping: known, by: \.period) {
        rows[day.description, default: [:]][period] = answer(group, preferred: { _ in nil })?.best
      }
      codes.append(day.description)
    }
    return arranged("published", codes, rows, question, type)
  }

  private func arranged(
    _ dimension: String, _ codes: [String], _ rows: [String: [Period?: CellClaim]],
    _ question: TabulatedQuestion, _ type: SeriesType
  ) -> Cells {
    let periods = Set(rows.values.flatMap(\.keys)).compactMap { $0 }.sorted(by: PeriodAxis.isOrderedBefore)
    let hasAxis = periods.count > 1
    let grid = Grid(
      dimensions: [Grid.Dimension(dimension, codes)], periods: hasAxis ? PeriodAxis(periods) : nil)
    var builder = CellsBuilder(capacity: grid.count)
    let columns: [Period?] = hasAxis ? periods : [periods.first]
    for code in codes {
      for period in columns {
        if let claim = rows[code]?[period] {
          builder.append(claim.value, claim.interval, claim.quality, claim.claim)
        } else {
          builder.append(.nan, .unbounded, .missing, Origins.none)
        }
      }
    }
    return Cells(
      builder.series(type, grid: grid), label: periods.first.map(Cells.Label.period) ?? .mixed)
  }

  /// The distance from the least to the greatest of the reported claims; of targets where there are only such.
  private mutating func spread(_ claims: [CellClaim], _ question: TabulatedQuestion, _ type: SeriesType)
    -> Cells
  {
    let reported = claims.filter { $0.quality.role == .reported }
    let compared = reported.isEmpty ? claims : reported
    let lowest = compared.map(\.interval.lower).min() ?? -.infinity
    let highest = compared.map(\.interval.upper).max() ?? .infinity
    let apart = (compared.map(\.interval.lower).max() ?? 0) - (compared.map(\.interval.upper).min() ?? 0)
    let least = compared.min { $0.value < $1.value } ?? compared[0]
    let greatest = compared.max { $0.value < $1.value } ?? compared[0]
    var builder = CellsBuilder(capacity: 1)
    let distance = Interval(lower: max(0, apart.isNaN ? 0 : apart), upper: highest - lowest)
    builder.append(
      greatest.value - least.value, distance,
      greatest.quality.combined(with: least.quality), origins.union(least.claim, greatest.claim))
    return Cells(
      builder.series(type, grid: .single), label: question.period.map(Cells.Label.period) ?? .mixed)
  }
}

extension Catalogue {
  /// A claim as it was written, with its source: `gdp[2024] = 476.3 billion USD (gso)`.
  func claimText(_ claim: Int32) -> String {
    guard claim >= 0, Int(claim) < claims.count else { return "observations" }
    let entry = claims[Int(claim)]
    return "\(entry.writtenText) (\(sources[Int(entry.source)].name))"
  }
}
