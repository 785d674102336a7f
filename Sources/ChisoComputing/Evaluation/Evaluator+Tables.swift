import ChisoDiagnostics
import ChisoMeaning
import ChisoModel
import ChisoPlugin

// All that is said of a question, side by side: `claims`, `spread`.
extension Evaluator {
  mutating func tabulated(
    _ form: Form, _ question: TabulatedQuestion, step: PlanStep
  ) throws(DiagnosticError) -> AnnotatedSeries {
    let said = try StatedFigures(question, in: input) { count throws(DiagnosticError) in
      try require(count, at: step)
    }
    if let interruption = interruption(at: step) { throw fail(interruption) }
    guard !said.claims.isEmpty else {
      throw fail(
        question.period.map {
          .noObservation(name: question.name, period: $0, available: said.known, at: step.span)
        }
          ?? .noObservation(unobserved: [question.name], asked: nil, at: step.span))
    }
    var result: AnnotatedSeries
    switch form {
    case .spread: result = spread(said, question, step.type)
    default: result = try table(said, step)
    }
    if question.isOfTarget { result.becomeTargets(.all) }
    return result
  }

  /// Everything that is said, by source and period.
  private func table(_ said: StatedFigures, _ step: PlanStep) throws(DiagnosticError) -> AnnotatedSeries {
    var codes: [String] = []
    var rows: [String: [StatedFigures.Place: CellClaim]] = [:]
    var counts: [String: [StatedFigures.Place: Int]] = [:]
    for (place, claim) in said.claims {
      // A second claim of one source about one cell has a row of its own; what a table says bears the name of its file.
      let name = input.catalogue.sayer(of: claim.claim)
      let count = counts[name, default: [:]][place, default: 0] + 1
      counts[name, default: [:]][place] = count
      let code = count == 1 ? name : "\(name) (\(count))"
      if rows[code] == nil { codes.append(code) }
      rows[code, default: [:]][place] = claim
    }
    return try arranged("source", codes, rows, said, step)
  }

  private func arranged(
    _ dimension: String, _ codes: [String], _ rows: [String: [StatedFigures.Place: CellClaim]],
    _ said: StatedFigures,
    _ step: PlanStep
  ) throws(DiagnosticError) -> AnnotatedSeries {
    try require(said.cellCount(rows: codes.count), at: step)
    let periods = Set(said.claims.compactMap(\.place.period)).sorted(by: PeriodAxis.isOrderedBefore)
    let hasAxis = periods.count > 1
    let grid = Grid(
      dimensions: [Grid.Dimension(dimension, codes)] + said.dimensions,
      periods: hasAxis ? PeriodAxis(periods) : nil)
    var builder = AnnotatedSeriesBuilder(capacity: grid.count)
    let columns: [Period?] = hasAxis ? periods : [periods.first]
    for code in codes {
      if let interruption = interruption(at: step) { throw fail(interruption) }
      let row = rows[code] ?? [:]
      for part in 0..<said.partCount {
        for period in columns {
          if let claim = row[StatedFigures.Place(part: part, period: period)] {
            builder.append(claim.value, claim.interval, claim.quality, claim.claim)
          } else {
            builder.append(.nan, .unbounded, .missing, Origins.none)
          }
        }
      }
    }
    return AnnotatedSeries(
      builder.series(step.type, grid: grid), label: periods.first.map(AnnotatedSeries.Label.period) ?? .mixed)
  }

  /// The distance from the least to the greatest of what is reported; of targets where there are only such.
  private mutating func spread(_ said: StatedFigures, _ question: TabulatedQuestion, _ type: SeriesType)
    -> AnnotatedSeries
  {
    var builder = AnnotatedSeriesBuilder(capacity: said.partCount)
    let parts = Dictionary(grouping: said.claims, by: \.place.part)
    for part in 0..<said.partCount {
      let claims = parts[part]?.map(\.claim) ?? []
      let reported = claims.filter { $0.quality.role == .reported }
      let compared = reported.isEmpty ? claims : reported
      guard let least = compared.min(by: { $0.value < $1.value }),
        let greatest = compared.max(by: { $0.value < $1.value })
      else {
        builder.append(.nan, .unbounded, .missing, Origins.none)
        continue
      }
      let lowest = compared.map(\.interval.lower).min() ?? -.infinity
      let highest = compared.map(\.interval.upper).max() ?? .infinity
      let apart = (compared.map(\.interval.lower).max() ?? 0) - (compared.map(\.interval.upper).min() ?? 0)
      let distance = Interval(lower: max(0, apart.isNaN ? 0 : apart), upper: highest - lowest)
      builder.append(
        greatest.value - least.value, distance,
        greatest.quality.combined(with: least.quality), origins.union(least.claim, greatest.claim))
    }
    return AnnotatedSeries(
      builder.series(type, grid: Grid(dimensions: said.dimensions, periods: nil)),
      label: question.period.map(AnnotatedSeries.Label.period) ?? .mixed)
  }
}

/// The claims about a question, and the figures of tables, each with its cell.
private struct StatedFigures {
  /// A part of the whole by its number in the grid of the dimensions, and a period.
  struct Place: Hashable {
    var part: Int
    var period: Period?
  }

  private(set) var claims: [(place: Place, claim: CellClaim)] = []
  /// The dimensions of the tables; none where all speak of the whole.
  private(set) var dimensions: [Grid.Dimension] = []
  /// The periods that somebody speaks of at all.
  private(set) var known: [Period] = []
  /// How many parts the whole has.
  private(set) var partCount = 1

  /// How many cells a table with so many rows has, as far as integers reach.
  func cellCount(rows: Int) -> Int {
    let periods = max(1, Set(claims.map(\.place.period)).count)
    let (count, isTooLarge) = partCount.multipliedReportingOverflow(by: rows * periods)
    return isTooLarge ? .max : count
  }

  /// `require` is asked how many parts there may be, before anything is placed among them.
  init(
    _ question: TabulatedQuestion, in input: EvaluationInput, require: (Int) throws(DiagnosticError) -> Void
  ) throws(DiagnosticError) {
    let catalogue = input.catalogue
    let own = input.claims.claims(about: question.subject)
    let blocks =
      question.indicator.map { catalogue.blocks(of: $0) }?
      .filter { catalogue.isKnown($0, on: question.vintage) } ?? []
    let hasOfWhole = !own.isEmpty || blocks.contains { $0.grid.dimensions.isEmpty }
    let grid = Grid(union: blocks.map(\.grid), needsTotal: hasOfWhole, with: [])
    dimensions = grid.dimensions
    let parts = Grid(dimensions: dimensions, periods: nil)
    partCount = parts.count
    try require(partCount)
    let places = UnionPlaces(parts)
    for claim in own { add(claim, part: parts.wholeStart ?? 0, question) }
    for block in blocks {
      if input.context.isCancelled { return }
      let parts = places.parts(of: block.grid)
      let width = max(1, block.grid.laneCount)
      for index in block.values.indices where !block.isMissing(at: index) {
        add(block.figure(at: index), part: parts[index / width].union, question)
      }
    }
  }

  private mutating func add(_ claim: CellClaim, part: Int, _ question: TabulatedQuestion) {
    if let period = claim.period { known.append(period) }
    guard question.filter.admits(claim, vintage: question.vintage) else { return }
    if let period = question.period {
      guard let own = claim.period, own == period || (question.isInstant && period.contains(own)) else {
        return
      }
    }
    claims.append((Place(part: part, period: claim.period), claim))
  }
}
