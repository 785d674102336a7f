package import ChisoDiagnostics
import ChisoMeaning
package import ChisoModel

/// Puts cells of several origins on one grid and decides, cell by cell, which of them stands.

/// The grid that holds every cell of both; nil where their dimensions have different names.
func unionGrid(_ left: Grid, _ right: Grid) -> Grid? {
  if left == right { return left }
  guard left.dimensions.map(\.name) == right.dimensions.map(\.name) else { return nil }
  var dimensions: [Grid.Dimension] = []
  for (first, second) in zip(left.dimensions, right.dimensions) {
    let known = Set(first.codes)
    dimensions.append(Grid.Dimension(first.name, first.codes + second.codes.filter { !known.contains($0) }))
  }
  guard let leftPeriods = left.periods, let rightPeriods = right.periods else {
    return left.periods == nil && right.periods == nil ? Grid(dimensions: dimensions, periods: nil) : nil
  }
  let periods = Set(leftPeriods.periods).union(rightPeriods.periods).sorted(by: PeriodAxis.isOrderedBefore)
  return Grid(dimensions: dimensions, periods: PeriodAxis(periods))
}

extension AnnotatedSeries {
  /// The same cells as the total of the dimensions of `other`, where they have none of their own.
  func lifted(to other: Grid) -> AnnotatedSeries {
    guard grid.dimensions.isEmpty, !other.dimensions.isEmpty else { return self }
    var result = self
    result.series.grid = Grid(
      dimensions: other.dimensions.map { Grid.Dimension($0.name, [Grid.total]) }, periods: grid.periods)
    return result
  }

  /// The same cells on a larger grid; those it lacks are missing.
  func placed(on grid: Grid) -> AnnotatedSeries {
    if grid === self.grid || grid == self.grid { return self }
    switch indexMap(from: self.grid, to: grid) {
    case .identity: return self
    case .broadcast: return gathering([Int](repeating: 0, count: grid.count), grid: grid)
    case .gather(let map): return gathering(map.map(Int.init), grid: grid)
    }
  }
}

/// The cells of `first`, and where `takesSecond` says so those of `second`; on the grid of both.
func merged(
  _ first: AnnotatedSeries, _ second: AnnotatedSeries,
  takesSecond: (_ index: Int, _ first: AnnotatedSeries, _ second: AnnotatedSeries) -> Bool
) -> AnnotatedSeries {
  if first.count == 0 { return second }
  if second.count == 0 { return first }
  // What is said without areas is said of the total.
  let first = first.lifted(to: second.grid)
  let second = second.lifted(to: first.grid)
  guard let grid = unionGrid(first.grid, second.grid) else { return first }
  let left = first.placed(on: grid)
  let right = second.placed(on: grid)
  var result = left
  var builder = AnnotatedSeriesBuilder(capacity: grid.count)
  for index in 0..<grid.count {
    let key = Int32(clamping: index)
    let source = takesSecond(index, left, right) ? right : left
    builder.append(
      source.series.values[index], source.series.interval(at: index), source.series.quality[index],
      source.series.origin[index])
    result.remarks[key] = source.remarks[key]
    if source.series.isMissing(at: index) {
      // Why nothing stands there, whichever of the two knows.
      let other = source.remarks[key] == nil ? left.remarks[key] ?? right.remarks[key] : nil
      if let other { result.remarks[key] = other }
    }
    result.days[key] = source.days[key]
  }
  result.series = builder.series(first.series.type, grid: grid)
  if result.label == .constant { result.label = right.label }
  return result
}

/// Claimed cells before computed ones: a claim gives way where it is missing, where the computation rests on a
/// supposed figure, and where it is a target or a forecast and the computation is neither. Where both stand and
/// cannot both be true the cell is remarked.
func preferring(_ claimed: AnnotatedSeries, over computed: AnnotatedSeries, name: String) -> AnnotatedSeries {
  var disagreements: [Int32: Note] = [:]
  var result = merged(claimed, computed) { index, claimed, computed in
    let computedValue = computed.series.values[index]
    if computed.series.isMissing(at: index) { return false }
    if claimed.series.isMissing(at: index) { return true }
    let claimQuality = claimed.series.quality[index]
    let quality = computed.series.quality[index]
    if quality.isGiven, !claimQuality.isGiven { return true }
    let isFirm = quality.role == .reported && quality.status < .forecast
    if isFirm, claimQuality.role == .target || claimQuality.status >= .forecast { return true }
    let claimInterval = claimed.series.interval(at: index)
    let interval = computed.series.interval(at: index)
    if claimQuality.role == quality.role, !claimInterval.intersects(interval) {
      let unit = computed.series.type.unit
      disagreements[Int32(clamping: index)] = .computedOtherwise(
        "\(name)\(place(of: index, in: computed.grid))", words(for: computedValue, in: interval, unit),
        shortWords(for: claimed.series.values[index], in: claimInterval, unit))
    }
    return false
  }
  for (index, note) in disagreements { result.remarks[index, default: []].append(note) }
  return result
}

/// The period of a cell as a slice, where the grid has periods: `[2024]`.
private func place(of index: Int, in grid: Grid) -> String {
  grid.periods.flatMap { axis in axis[index % max(1, axis.count)].map { "[\($0)]" } } ?? ""
}

/// A number with its unit, for a sentence: four significant digits, large ones with a scale word.
package func words(for value: Double, _ unit: UnitOfMeasure) -> Phrase { words(for: value, unit, digits: 4) }

/// A number with its unit, for a sentence, in all digits that a source prints.
package func exactWords(for value: Double, _ unit: UnitOfMeasure) -> Phrase {
  words(for: value, unit, digits: 13)
}

private func words(for value: Double, _ unit: UnitOfMeasure, digits: Int) -> Phrase {
  let magnitude = SpokenMagnitude(of: value)
  let number = NumberFormat(maximumSignificantDigits: digits, groupingSeparator: "_").string(
    value / magnitude.factor)
  let phrase = magnitude.behind("\(number: number)")
  return unit.isWithoutUnit ? phrase : "\(phrase) \(unit.symbolText)"
}

/// A figure with what it can be, for a sentence: `152 billion USD (151.5 to 152.5 billion)`, `8 to 10 percent`.
package func words(for value: Double, in interval: Interval, _ unit: UnitOfMeasure) -> Phrase {
  value.isNaN ? rangeWords(for: interval, unit) : "\(words(for: value, unit)) (\(words(for: interval, unit)))"
}

/// A figure alone, and where it has no value what it can be.
package func shortWords(for value: Double, in interval: Interval, _ unit: UnitOfMeasure) -> Phrase {
  value.isNaN ? rangeWords(for: interval, unit) : words(for: value, unit)
}

/// What a figure can be with its unit: `8 to 10 percent`.
package func rangeWords(for interval: Interval, _ unit: UnitOfMeasure) -> Phrase {
  unit.isWithoutUnit ? words(for: interval, unit) : "\(words(for: interval, unit)) \(unit.symbolText)"
}

/// The scale word that suits a number in a sentence.
private enum SpokenMagnitude {
  case one, million, billion, trillion

  init(of value: Double) {
    switch value.magnitude {
    case 1e12...: self = .trillion
    case 1e9...: self = .billion
    case 1e6...: self = .million
    default: self = .one
    }
  }

  var factor: Double {
    switch self {
    case .one: 1
    case .million: 1e6
    case .billion: 1e9
    case .trillion: 1e12
    }
  }

  func behind(_ number: Phrase) -> Phrase {
    switch self {
    case .one: number
    case .million: "\(number) million"
    case .billion: "\(number) billion"
    case .trillion: "\(number) trillion"
    }
  }
}

/// An interval for a sentence: `31.8 to 32.05`, `at least 5 billion`, `over 20`.
package func words(for interval: Interval, _ unit: UnitOfMeasure) -> Phrase {
  let interval = interval.withoutRests
  let format = NumberFormat(maximumSignificantDigits: 5, groupingSeparator: "_")
  let largest = [interval.lower, interval.upper].filter(\.isFinite).map(\.magnitude).max() ?? 0
  let magnitude = SpokenMagnitude(of: largest)
  let factor = magnitude.factor
  let lower = format.string(interval.lower / factor, rounded: .down)
  let upper = format.string(interval.upper / factor, rounded: .up)
  switch (interval.lower.isFinite, interval.upper.isFinite) {
  case (true, true):
    return magnitude.behind(
      interval.isExact
        ? "\(number: format.string(interval.lower / factor))" : "\(number: lower) to \(number: upper)")
  case (true, false):
    return magnitude.behind(
      interval.isLowerOpen ? "over \(number: lower)" : "at least \(number: lower)")
  case (false, true):
    return magnitude.behind(
      interval.isUpperOpen ? "under \(number: upper)" : "at most \(number: upper)")
  case (false, false): return "unbounded"
  }
}
