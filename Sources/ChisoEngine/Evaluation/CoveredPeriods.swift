import ChisoModel

/// Sums of flows over periods that parts of several lengths cover together.

/// A part that covers a stretch of a longer period: the series it is of, its place among the periods there.
struct CoveringPart {
  var operand: Int
  var place: Int
  var period: Period
}

/// The sums over the periods of `frequency` that the parts cover, each by the longest parts that lead to its end; the
/// others are left out.
func covering(
  _ operands: [Cells], _ frequency: Frequency, type: SeriesType, origins: inout Origins
) -> Cells {
  let parts = CoveringParts(operands)
  var periods: [Period] = []
  var builder = CellsBuilder(capacity: 0)
  for period in parts.periods(lasting: frequency) {
    guard let cover = parts.cover(of: period) else { continue }
    var sum = 0.0
    var interval = Interval(exactly: 0)
    var quality = Quality.normal
    var origin = Origins.none
    for part in cover {
      let series = operands[part.operand].series
      sum += series.values[part.place]
      interval = interval + series.interval(at: part.place)
      quality = quality.combined(with: series.quality[part.place])
      origin = origins.union(origin, series.origin[part.place])
    }
    periods.append(period)
    builder.append(sum, interval, quality, origin)
  }
  return Cells(builder.series(type, grid: Grid(periods: PeriodAxis(periods))))
}

/// The parts that cover `period`, one behind the other; nil where none do.
func cover(of period: Period, by operands: [Cells]) -> [CoveringPart]? {
  CoveringParts(operands).cover(of: period)
}

/// What there is of several lengths, by the day on which it begins.
private struct CoveringParts {
  private var starting: [CivilDate: [CoveringPart]] = [:]

  init(_ operands: [Cells]) {
    for (number, cells) in operands.enumerated() where cells.grid.dimensions.isEmpty {
      for (place, period) in (cells.grid.periods?.periods ?? []).enumerated()
      where !cells.series.isMissing(at: place) {
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
