import ChisoMeaning
package import ChisoModel

/// Reads series at other periods than they were published for, and cells out of series.

/// The last observation inside each period of `frequency` that has one, with its day; a target only where nothing
/// is reported. Each series of a panel has days of its own.
func lastInPeriod(_ cells: AnnotatedSeries, _ frequency: Frequency, name: String) -> AnnotatedSeries {
  guard let axis = cells.grid.periods, axis.count > 0 else { return cells }
  let days = axis.periods
  let lanes = cells.count / days.count
  var chosen: [[Period: Int]] = Array(repeating: [:], count: lanes)
  for lane in 0..<lanes {
    for (index, day) in days.enumerated() {
      let place = lane * days.count + index
      guard let period = Period(frequency, containing: day.last), !cells.series.isMissing(at: place) else {
        continue
      }
      if let known = chosen[lane][period], cells.series.quality[place].role == .target,
        cells.series.quality[known].role == .reported
      {
        continue
      }
      chosen[lane][period] = place
    }
  }
  let periods = Set(chosen.flatMap(\.keys)).sorted(by: PeriodAxis.isOrderedBefore)
  let indices = chosen.flatMap { lane in periods.map { lane[$0] ?? -1 } }
  var result = cells.gathering(
    indices, grid: Grid(dimensions: cells.grid.dimensions, periods: PeriodAxis(periods)))
  for (place, index) in indices.enumerated() where index >= 0 {
    let day = days[index % days.count]
    let period = periods[place % periods.count]
    guard day != period else { continue }
    result.days[Int32(clamping: place)] = day
    result.remarks[Int32(clamping: place), default: []].append(
      .lastObservation(name: name, of: day, in: period))
  }
  return result
}

/// The sums of flows over the periods of `frequency`; missing where their parts do not cover them.
func total(_ cells: AnnotatedSeries, _ frequency: Frequency, origins: inout Origins) -> AnnotatedSeries {
  guard let axis = cells.grid.periods else { return cells }
  let parts = axis.periods
  let groups =
    Frequency.regular.contains(frequency)
    ? calendarGroups(parts, frequency) : runs(parts, lasting: frequency)
  let width = max(1, parts.count)
  let lanes = cells.count / width
  let grid = Grid(dimensions: cells.grid.dimensions, periods: PeriodAxis(groups.map(\.period)))
  var builder = AnnotatedSeriesBuilder(capacity: grid.count)
  var remarks: [Int32: [Note]] = [:]
  let reasons = groups.map { $0.isCovered ? nil : $0.reason(among: parts) }
  for lane in 0..<lanes {
    for (place, group) in groups.enumerated() {
      var sum = CellSum()
      if !group.isCovered { (sum.value, sum.interval) = (.nan, .unbounded) }
      for member in group.members where group.isCovered {
        sum.add(cells.series, at: lane * width + member, &origins)
      }
      if remarks.count < Note.incompleteLimit {
        let lacking =
          group.isCovered ? group.members.filter { cells.series.isMissing(at: lane * width + $0) } : []
        let reason =
          lacking.isEmpty ? reasons[place] : .unfilled(group.period, without: lacking.map { parts[$0] })
        if let reason { remarks[Int32(clamping: lane * groups.count + place)] = [reason] }
      }
      builder.append(sum.value, sum.interval, sum.quality, sum.origin)
    }
  }
  var result = AnnotatedSeries(builder.series(cells.series.type, grid: grid))
  result.remarks = remarks
  return result
}

/// The levels at the end of the periods of `frequency`: those of the parts that end with them, missing where none does.
func closing(_ cells: AnnotatedSeries, _ frequency: Frequency) -> AnnotatedSeries {
  guard let axis = cells.grid.periods else { return cells }
  let parts = axis.periods
  let groups =
    Frequency.regular.contains(frequency)
    ? calendarGroups(parts, frequency) : runs(parts, lasting: frequency)
  let width = max(1, parts.count)
  var indices: [Int] = []
  for lane in 0..<(cells.count / width) {
    for group in groups {
      let last = group.members.upperBound - 1
      indices.append(parts[last].last == group.period.last ? lane * width + last : -1)
    }
  }
  return cells.gathering(
    indices, grid: Grid(dimensions: cells.grid.dimensions, periods: PeriodAxis(groups.map(\.period))))
}

/// Parts that stand in one longer period, and whether they cover it.
private struct PartGroup {
  var period: Period
  var members: Range<Int>
  var isCovered: Bool

  /// Why the parts do not cover the period.
  func reason(among parts: [Period]) -> Note? {
    guard let frequency = parts.first?.frequency else { return nil }
    if frequency == .weekly, period.divided(into: .weekly) == nil {
      let ends = [period.first, period.last].compactMap { Period(.weekly, containing: $0) }
      return ends.first { !period.contains($0) }.map { .unfilled(period, across: $0) }
    }
    let known = Set(parts[members])
    let absent = period.divided(into: frequency)?.filter { !known.contains($0) } ?? []
    return absent.isEmpty ? nil : .unfilled(period, without: absent)
  }
}

/// The periods of the calendar in which some part lies.
private func calendarGroups(_ parts: [Period], _ frequency: Frequency) -> [PartGroup] {
  var groups: [PartGroup] = []
  for (index, part) in parts.enumerated() {
    guard let period = Period(frequency, containing: part.first), period.contains(part) else { continue }
    if let last = groups.indices.last, groups[last].period == period {
      groups[last].members = groups[last].members.lowerBound..<(index + 1)
    } else {
      groups.append(PartGroup(period: period, members: index..<(index + 1), isCovered: false))
    }
  }
  for index in groups.indices {
    let members = parts[groups[index].members]
    groups[index].isCovered =
      members.first?.first == groups[index].period.first && members.last?.last == groups[index].period.last
      && zip(members, members.dropFirst()).allSatisfy { $0.isFollowed(by: $1) }
  }
  return groups
}

/// Every run of parts that lasts as long as `frequency` says, wherever it begins.
private func runs(_ parts: [Period], lasting frequency: Frequency) -> [PartGroup] {
  var groups: [PartGroup] = []
  for start in parts.indices {
    var end = start
    while end + 1 < parts.count, parts[end].isFollowed(by: parts[end + 1]),
      let run = Period(first: parts[start].first, last: parts[end + 1].last),
      run.frequency.averageDays <= frequency.averageDays
    {
      end += 1
    }
    guard let run = Period(first: parts[start].first, last: parts[end].last), run.frequency == frequency
    else {
      continue
    }
    groups.append(PartGroup(period: run, members: start..<(end + 1), isCovered: true))
  }
  return groups
}

/// The cell of `period`, or nil where the series has none that is not missing.
func pick(_ cells: AnnotatedSeries, _ period: Period) -> AnnotatedSeries? {
  guard let axis = cells.grid.periods else { return nil }
  guard let index = axis.index(of: period) else { return nil }
  var result = cells.gatheringPeriods([index], axis: nil)
  if cells.grid.dimensions.isEmpty, result.series.isMissing(at: 0) { return nil }
  result.label = .period(cells.days[Int32(clamping: index)] ?? period)
  return result
}

/// The periods of `range`.
func window(_ cells: AnnotatedSeries, _ range: PeriodRange) -> AnnotatedSeries {
  guard let axis = cells.grid.periods else { return cells }
  let periods = axis.periods
  let kept = periods.indices.filter { range.contains(periods[$0]) }
  return cells.gatheringPeriods(kept, axis: PeriodAxis(kept.map { periods[$0] }))
}

/// The cells of one code; nil where the dimension has no such code.
func select(_ cells: AnnotatedSeries, dimension name: String, code: String) -> AnnotatedSeries? {
  guard let place = cells.grid.dimensions.firstIndex(where: { $0.name == name }),
    let position = cells.grid.dimensions[place].codes.firstIndex(of: code)
  else { return nil }
  let inner = cells.grid.dimensions[(place + 1)...].reduce(cells.grid.laneCount) { $0 * $1.codes.count }
  let outer = cells.grid.dimensions[..<place].reduce(1) { $0 * $1.codes.count }
  let stride = inner * cells.grid.dimensions[place].codes.count
  var indices: [Int] = []
  indices.reserveCapacity(inner * outer)
  for block in 0..<outer {
    let start = block * stride + position * inner
    indices.append(contentsOf: start..<(start + inner))
  }
  var dimensions = cells.grid.dimensions
  dimensions.remove(at: place)
  return cells.gathering(indices, grid: Grid(dimensions: dimensions, periods: cells.grid.periods))
}

extension Evaluated {
  /// The cells of one code, and a note that the others are left out; nil where the dimension has no such code.
  package func part(at code: String, of dimension: String) -> Evaluated? {
    guard let cells = select(cells, dimension: dimension, code: code) else { return nil }
    return Evaluated(cells: cells, origins: origins, notes: notes + [.chosenPart(code, of: dimension)])
  }
}

extension AnnotatedSeries {
  /// The cells at `positions` of the period axis in every lane; a figure where `axis` is nil.
  func gatheringPeriods(_ positions: [Int], axis: PeriodAxis?) -> AnnotatedSeries {
    let width = max(1, grid.laneCount)
    let lanes = count / width
    var indices: [Int] = []
    indices.reserveCapacity(lanes * positions.count)
    for lane in 0..<lanes {
      for position in positions { indices.append(lane * width + position) }
    }
    return gathering(indices, grid: Grid(dimensions: grid.dimensions, periods: axis))
  }

  /// The cells at `indices`, −1 for a missing one, on `grid`.
  func gathering(_ indices: [Int], grid: Grid) -> AnnotatedSeries {
    func column<Element: Sendable & Hashable>(_ column: Column<Element>, _ missing: Element) -> Column<
      Element
    > {
      guard case .values(let elements) = column else { return column }
      return .values(indices.map { $0 < 0 ? missing : elements[$0] })
    }
    var result = AnnotatedSeries(
      Series(
        type: series.type, grid: grid, values: indices.map { $0 < 0 ? .nan : series.values[$0] },
        openEnds: column(series.openEnds, []), quality: column(series.quality, .missing),
        origin: column(series.origin, Origins.none)),
      label: label)
    if let lower = series.lower, let upper = series.upper {
      result.series.lower = indices.map { $0 < 0 ? -.infinity : lower[$0] }
      result.series.upper = indices.map { $0 < 0 ? .infinity : upper[$0] }
    }
    if !remarks.isEmpty || !days.isEmpty {
      for (place, index) in indices.enumerated() where index >= 0 {
        if let notes = remarks[Int32(clamping: index)] { result.remarks[Int32(clamping: place)] = notes }
        if let day = days[Int32(clamping: index)] { result.days[Int32(clamping: place)] = day }
      }
    }
    return result
  }
}

/// Collects cells one after the other.
package struct AnnotatedSeriesBuilder {
  private var values: [Double] = []
  private var lower: [Double] = []
  private var upper: [Double] = []
  /// Only where some cell has open ends.
  private var openEnds: [Interval.OpenEnds]?
  private var quality: [Quality] = []
  private var origin: [Int32] = []

  package init(capacity: Int) {
    values.reserveCapacity(capacity)
    lower.reserveCapacity(capacity)
    upper.reserveCapacity(capacity)
    quality.reserveCapacity(capacity)
    origin.reserveCapacity(capacity)
  }

  /// A cell; without a value where `value` is not a number, and missing where nothing bounds it either.
  package mutating func append(_ value: Double, _ interval: Interval, _ quality: Quality, _ origin: Int32) {
    if openEnds != nil || !interval.openEnds.isEmpty {
      if openEnds == nil { openEnds = Array(repeating: [], count: values.count) }
      openEnds?.append(interval.openEnds)
    }
    // What can be one number alone is that number.
    values.append(value.isNaN && interval.isExact ? interval.lower : value)
    lower.append(interval.lower)
    upper.append(interval.upper)
    self.quality.append(quality)
    self.origin.append(origin)
  }

  package func series(_ type: SeriesType, grid: Grid) -> Series {
    Series(
      type: type, grid: grid, values: values, lower: lower, upper: upper,
      openEnds: openEnds.map { .values($0) } ?? .constant([]), quality: .values(quality),
      origin: .values(origin))
  }
}

/// What several cells add up to.
struct CellSum {
  var value = 0.0
  var interval = Interval(exactly: 0)
  var quality = Quality.normal
  var origin = Origins.none

  mutating func add(_ series: Series, at place: Int, _ origins: inout Origins) {
    value += series.values[place]
    interval = interval + series.interval(at: place)
    quality = quality.combined(with: series.quality[place])
    origin = origins.union(origin, series.origin[place])
  }
}
