import ChisoDiagnostics
import ChisoModel

// All that is said of a question, side by side: `claims`, `revisions`, `spread`.
extension EvaluationRun {
  mutating func tabulated(
    _ form: Form, _ question: TabulatedQuestion, step: PlanStep
  ) throws(DiagnosticError) -> Cells {
    let said = Said(question, in: input)
    guard !said.claims.isEmpty else {
      throw fail(
        question.period.map {
          .noObservation(name: question.name, period: $0, available: said.known, at: step.span)
        }
          ?? .noObservation(unobserved: [question.name], asked: nil, at: step.span))
    }
    try require(said.cellCount, at: step)
    switch form {
    case .spread: return spread(said, question, step.type)
    case .revisions: return revisions(said, step.type)
    default: return table(said, step.type)
    }
  }

  /// Everything that is said, by source and period.
  private func table(_ said: Said, _ type: SeriesType) -> Cells {
    var codes: [String] = []
    var rows: [String: [Said.Place: CellClaim]] = [:]
    for (place, claim) in said.claims {
      // A second claim of one source about one cell has a row of its own; what a table says bears the name of its file.
      let name = input.catalogue.sayer(of: claim.claim)
      var code = name
      var count = 1
      while rows[code]?[place] != nil {
        count += 1
        code = "\(name) (\(count))"
      }
      if rows[code] == nil { codes.append(code) }
      rows[code, default: [:]][place] = claim
    }
    return arranged("source", codes, rows, said, type)
  }

  /// The answer as known after each publication. What nobody knows the day of counts from the start.
  private func revisions(_ said: Said, _ type: SeriesType) -> Cells {
    var days: [CivilDate?] = Set(said.claims.compactMap(\.claim.published)).sorted()
    if said.claims.contains(where: { $0.claim.published == nil }) { days.insert(nil, at: 0) }
    var rows: [String: [Said.Place: CellClaim]] = [:]
    var codes: [String] = []
    for day in days {
      let code = day?.description ?? "undated"
      let known = said.claims.filter { ($0.claim.published ?? .earliest) <= day ?? .earliest }
      for (place, group) in Dictionary(grouping: known, by: \.place) {
        rows[code, default: [:]][place] = answer(group.map(\.claim), preferred: { _ in nil })?.best
      }
      codes.append(code)
    }
    return arranged("published", codes, rows, said, type)
  }

  private func arranged(
    _ dimension: String, _ codes: [String], _ rows: [String: [Said.Place: CellClaim]], _ said: Said,
    _ type: SeriesType
  ) -> Cells {
    let periods = Set(said.claims.compactMap(\.place.period)).sorted(by: PeriodAxis.isOrderedBefore)
    let hasAxis = periods.count > 1
    let grid = Grid(
      dimensions: [Grid.Dimension(dimension, codes)] + said.dimensions,
      periods: hasAxis ? PeriodAxis(periods) : nil)
    var builder = CellsBuilder(capacity: grid.count)
    let columns: [Period?] = hasAxis ? periods : [periods.first]
    for code in codes {
      for part in 0..<said.partCount {
        for period in columns {
          if let claim = rows[code]?[Said.Place(part: part, period: period)] {
            builder.append(claim.value, claim.interval, claim.quality, claim.claim)
          } else {
            builder.append(.nan, .unbounded, .missing, Origins.none)
          }
        }
      }
    }
    return Cells(
      builder.series(type, grid: grid), label: periods.first.map(Cells.Label.period) ?? .mixed)
  }

  /// The distance from the least to the greatest of what is reported; of targets where there are only such.
  private mutating func spread(_ said: Said, _ question: TabulatedQuestion, _ type: SeriesType) -> Cells {
    var builder = CellsBuilder(capacity: said.partCount)
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
    return Cells(
      builder.series(type, grid: Grid(dimensions: said.dimensions, periods: nil)),
      label: question.period.map(Cells.Label.period) ?? .mixed)
  }
}

/// The claims about a question, and the figures of tables, each with its cell.
private struct Said {
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
  private let blockCount: Int

  /// How many cells a table of all of it has at most.
  var cellCount: Int {
    let rows = Set(claims.map(\.claim.source)).count + blockCount
    let periods = max(1, Set(claims.map(\.place.period)).count)
    let (count, isTooLarge) = partCount.multipliedReportingOverflow(by: rows * periods)
    return isTooLarge ? .max : count
  }

  var partCount: Int { dimensions.reduce(1) { $0 * $1.codes.count } }

  init(_ question: TabulatedQuestion, in input: EvaluationInput) {
    let catalogue = input.catalogue
    let own = input.claims.claims(about: question.subject)
    let blocks =
      question.indicator.map { catalogue.blocks(of: $0) }?
      .filter { catalogue.isKnown($0, on: question.vintage) } ?? []
    blockCount = blocks.count
    let hasOfWhole = !own.isEmpty || blocks.contains { $0.grid.dimensions.isEmpty }
    let grid = Grid(union: blocks.map(\.grid), needsTotal: hasOfWhole, with: [])
    dimensions = grid.dimensions
    let whole = dimensions.isEmpty ? 0 : Grid(dimensions: dimensions, periods: nil).wholeStart ?? 0
    for claim in own { add(claim, part: whole, question) }
    for block in blocks {
      let parts = block.parts(in: dimensions, whole: whole)
      let width = max(1, block.grid.laneCount)
      for index in block.values.indices where !block.values[index].isNaN {
        add(block.figure(at: index), part: parts[index / width], question)
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

extension BlockEntry {
  /// For each run of periods of the block the number of its part among `dimensions`.
  fileprivate func parts(in dimensions: [Grid.Dimension], whole: Int) -> [Int] {
    guard !grid.dimensions.isEmpty else { return [whole] }
    let own = Grid(dimensions: grid.dimensions, periods: nil)
    let all = Grid(dimensions: dimensions, periods: nil)
    var parts = [Int](repeating: whole, count: own.count)
    guard case .gather(let map) = indexMap(from: own, to: all) else { return Array(0..<own.count) }
    for (part, index) in map.enumerated() where index >= 0 { parts[Int(index)] = part }
    return parts
  }
}
