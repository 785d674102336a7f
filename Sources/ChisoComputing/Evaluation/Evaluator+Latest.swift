import ChisoDiagnostics
import ChisoMeaning
import ChisoModel

// The outcome that ends last, and the mean of what a longer period holds.
extension Evaluator {
  /// The latest figure of all candidates by its end; where one length is `asked` for, the latest of that length.
  mutating func latest(
    of candidates: [LatestCandidate], length asked: Frequency?, step: PlanStep
  ) -> AnnotatedSeries {
    let all = candidates.map { last(of: cells($0.slot), length: $0.length) }
    let chosen = all.filter { $0.length == asked }
    var result = latest(of: asked == nil || !chosen.contains { !$0.isMissing } ? all : chosen)
    guard !result.isMissing else {
      outcomeless.append(step)
      return .missing(step.type)
    }
    guard result.cells.grid.dimensions.isEmpty, let end = result.ends[0] else { return result.cells }
    // Which one it is, and which others there are: of another length, or later and not to be compared.
    let others = all.filter { $0.length != result.length && !$0.isMissing }
    if let later = others.filter({ end < $0.ends[0] ?? end }).max(by: { $0.isEarlier(than: $1) }),
      let own = result.cells.period, let other = later.cells.period
    {
      result.cells.remarks[0, default: []].append(.laterFlow(other, than: own))
    } else if let longer = all.first(where: { !$0.isMissing }), longer.length != result.length,
      let own = result.cells.period, let other = longer.cells.period
    {
      result.cells.remarks[0, default: []].append(.latestOf(own, insteadOf: other))
    }
    if let asked, result.length != asked, let own = result.cells.period {
      result.cells.remarks[0, default: []].append(.unlikeFlow(own, asked))
    }
    return result.cells
  }

  /// Of each series of its own the candidate that ends last, the longer one where two end together.
  private func latest(of candidates: [LastFigures]) -> LastFigures {
    guard var result = candidates.first else { return LastFigures(cells: .missing(.number), ends: [nil]) }
    for next in candidates.dropFirst() where !next.isMissing {
      guard !result.isMissing else {
        result = next
        continue
      }
      guard !result.cells.grid.dimensions.isEmpty || !next.cells.grid.dimensions.isEmpty else {
        if result.isEarlier(than: next) { result = next }
        continue
      }
      let first = result.cells.lifted(to: next.cells.grid)
      let second = next.cells.lifted(to: first.grid)
      guard let grid = unionGrid(first.grid, second.grid) else { continue }
      let ends = (
        result.ends(from: first.grid, on: grid), next.ends(from: second.grid, on: grid)
      )
      let cells = merged(first, second) { index, _, _ in
        guard let other = ends.1[index] else { return false }
        return ends.0[index].map { $0 < other } ?? true
      }
      result = LastFigures(
        cells: cells, length: nil, ends: zip(ends.0, ends.1).map { [$0, $1].compactMap { $0 }.max() })
    }
    return result
  }

  /// The last figure of each series of its own.
  private func last(of cells: AnnotatedSeries, length: Frequency?) -> LastFigures {
    guard let axis = cells.grid.periods else {
      return LastFigures(
        cells: cells, length: length,
        ends: cells.series.isMissing(at: 0) ? [nil] : [cells.period?.last ?? .earliest])
    }
    let width = axis.count
    let lanes = cells.grid.dimensions.reduce(1) { $0 * $1.codes.count }
    let places = (0..<lanes).map { lane in
      (0..<width).last { !cells.series.isMissing(at: lane * width + $0) }
    }
    let ends = places.map { $0.flatMap { axis[$0]?.last } }
    if cells.grid.dimensions.isEmpty {
      let picked = places[0].flatMap { axis[$0] }.flatMap { pick(cells, $0) }
      return LastFigures(cells: picked ?? .missing(cells.series.type), length: length, ends: ends)
    }
    var result = cells.gathering(
      places.enumerated().map { lane, place in place.map { lane * width + $0 } ?? -1 },
      grid: Grid(dimensions: cells.grid.dimensions, periods: nil))
    result.label = .mixed
    return LastFigures(cells: result, length: length, ends: ends)
  }

  /// What an argument of a call is called.
  func nameOfArgument(_ place: Int = 0, _ step: PlanStep) -> String {
    guard var reference = step.reference,
      case .native(_, let arguments) = plan.expressions[reference.expression][reference.node].operation,
      arguments.indices.contains(place)
    else { return "" }
    reference.node = arguments[place]
    return plan.name(of: reference, in: input.catalogue)
  }

  /// The mean of the figures inside of `period`, of each series of its own; missing where one of them is.
  mutating func mean(of cells: AnnotatedSeries, within period: Period, step: PlanStep) -> AnnotatedSeries {
    guard let axis = cells.grid.periods else { return cells }
    let periods = axis.periods
    let inside = periods.indices.filter { period.contains(periods[$0]) }
    // Days with figures lie at any distance; of other lengths all are needed.
    let isOfDays = periods.first?.isInstant == true
    let all = isOfDays ? [] : periods.first.flatMap { period.divided(into: $0.frequency) } ?? []
    let absent = all.filter { axis.index(of: $0) == nil }
    let width = max(1, periods.count)
    let lanes = cells.grid.dimensions.reduce(1) { $0 * $1.codes.count }
    var builder = AnnotatedSeriesBuilder(capacity: lanes)
    var lacking = absent
    for lane in 0..<lanes {
      let members = inside.map { lane * width + $0 }
      let without = members.filter { cells.series.isMissing(at: $0) }
      guard absent.isEmpty, without.isEmpty || isOfDays, without.count < members.count else {
        lacking += without.map { periods[$0 % width] }
        builder.append(.nan, .unbounded, .missing, Origins.none)
        continue
      }
      var sum = CellSum()
      for member in members where !cells.series.isMissing(at: member) {
        sum.add(cells.series, at: member, &origins)
      }
      let count = Double(members.count - without.count)
      builder.append(sum.value / count, sum.interval / Interval(exactly: count), sum.quality, sum.origin)
    }
    let result = AnnotatedSeries(
      builder.series(step.type, grid: Grid(dimensions: cells.grid.dimensions, periods: nil)),
      label: .period(period))
    if cells.grid.dimensions.isEmpty, result.series.isMissing(at: 0) {
      let name = nameOfArgument(0, step)
      let reason = lacking.isEmpty ? Note.noBase(period) : .incompleteBase(period, without: lacking)
      baseless.append((step.span, name, reason))
    }
    return result
  }
}

/// The last figures of one series, or of each area, and the days on which their periods end.
private struct LastFigures {
  var cells: AnnotatedSeries
  var length: Frequency?
  var ends: [CivilDate?]

  var isMissing: Bool { ends.allSatisfy { $0 == nil } }

  func isEarlier(than other: LastFigures) -> Bool {
    guard let end = ends[0] else { return true }
    return other.ends[0].map { end < $0 } ?? false
  }

  /// The ends in the places of another grid.
  func ends(from own: Grid, on grid: Grid) -> [CivilDate?] {
    switch indexMap(from: own, to: grid) {
    case .identity: ends
    case .broadcast: Array(repeating: ends[0], count: grid.count)
    case .gather(let map): map.map { $0 < 0 ? nil : ends[Int($0)] }
    }
  }
}
