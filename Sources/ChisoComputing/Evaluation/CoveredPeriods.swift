package import ChisoModel

/// Sums of flows over periods that parts of several lengths cover together.

/// A part that covers a stretch of a longer period: the series it is of, its place among the periods there.
package struct CoveringPart {
  package var operand: Int
  package var place: Int
  package var period: Period
}

/// The sums over the periods of `frequency` that the parts cover, each by the longest parts that lead to its end; the
/// others are left out, and where some areas lack parts, those of them are missing.
func covering(
  _ operands: [AnnotatedSeries], _ frequency: Frequency, type: SeriesType, origins: inout Origins
) -> AnnotatedSeries {
  let dimensions = dimensionsTogether(of: operands)
  var lanes: [[String]] = [[]]
  for dimension in dimensions { lanes = lanes.flatMap { lane in dimension.codes.map { lane + [$0] } } }
  let covers = lanes.map { lane in
    let parts = CoveringParts(operands, lane: lane)
    var covers: [Period: [CoveringPart]] = [:]
    for period in parts.periods(lasting: frequency) { covers[period] = parts.cover(of: period) }
    return covers
  }
  let periods = Set(covers.flatMap(\.keys)).sorted(by: PeriodAxis.isOrderedBefore)
  var builder = AnnotatedSeriesBuilder(capacity: lanes.count * periods.count)
  for cover in covers {
    for period in periods {
      guard let parts = cover[period] else {
        builder.append(.nan, .unbounded, .missing, Origins.none)
        continue
      }
      var sum = CellSum()
      for part in parts { sum.add(operands[part.operand].series, at: part.place, &origins) }
      builder.append(sum.value, sum.interval, sum.quality, sum.origin)
    }
  }
  return AnnotatedSeries(
    builder.series(type, grid: Grid(dimensions: dimensions, periods: PeriodAxis(periods))))
}

/// The dimensions of all operands that have cells, with the codes of all of them; none where they do not have the same.
private func dimensionsTogether(of operands: [AnnotatedSeries]) -> [Grid.Dimension] {
  let all = operands.filter { $0.count > 0 }.map(\.grid.dimensions)
  guard var result = all.first, all.allSatisfy({ $0.map(\.name) == result.map(\.name) }) else { return [] }
  for dimensions in all.dropFirst() {
    for (place, dimension) in dimensions.enumerated() {
      let known = Set(result[place].codes)
      result[place] = Grid.Dimension(
        dimension.name, result[place].codes + dimension.codes.filter { !known.contains($0) })
    }
  }
  return result
}

/// The parts that cover `period`, one behind the other; nil where none do.
package func cover(of period: Period, by operands: [AnnotatedSeries]) -> [CoveringPart]? {
  CoveringParts(operands).cover(of: period)
}

/// What there is of several lengths, by the day on which it begins.
private struct CoveringParts {
  private var starting: [CivilDate: [CoveringPart]] = [:]

  /// The parts of one lane, which the codes of all dimensions tell.
  init(_ operands: [AnnotatedSeries], lane codes: [String] = []) {
    for (number, cells) in operands.enumerated() {
      guard let periods = cells.grid.periods?.periods, let lane = cells.grid.lane(of: codes) else { continue }
      for (offset, period) in periods.enumerated() {
        let place = lane * periods.count + offset
        guard !cells.series.isMissing(at: place) else { continue }
        starting[period.first, default: []].append(
          CoveringPart(operand: number, place: place, period: period))
      }
    }
    for day in starting.keys { starting[day]?.sort { $0.period.last > $1.period.last } }
  }

  /// The periods of a length that begin where some part does.
  func periods(lasting frequency: Frequency) -> [Period] {
    starting.keys.sorted().compactMap { day in
      guard !frequency.isRegular else {
        let period = Period(frequency, containing: day)
        return period?.first == day ? period : nil
      }
      let period = frequency.monthCount.map { Period(from: day, months: $0) } ?? nil
      guard let period, period.frequency == frequency else { return nil }
      return period
    }
  }

  /// Parts one behind the other from the first day of `period` to its last, the longest that lead there.
  func cover(of period: Period) -> [CoveringPart]? {
    var deadEnds: Set<CivilDate> = []
    var path: [CoveringPart] = []
    // Which part is tried next at each step of the path.
    var choices = [0]
    while let choice = choices.last {
      let day = path.last.map { $0.period.last.adding(days: 1) } ?? period.first
      guard let day, !deadEnds.contains(day), let parts = starting[day], choice < parts.count else {
        if let day { deadEnds.insert(day) }
        choices.removeLast()
        guard !path.isEmpty else { return nil }
        path.removeLast()
        continue
      }
      choices[choices.count - 1] += 1
      let part = parts[choice]
      guard part.period.last <= period.last else { continue }
      path.append(part)
      if part.period.last == period.last { return path }
      choices.append(0)
    }
    return nil
  }
}
