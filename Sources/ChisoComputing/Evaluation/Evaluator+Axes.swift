import ChisoMeaning
import ChisoModel
import ChisoPlugin

// Functions that see all cells along an axis: reductions, places, choices, windows and other periods.
extension Evaluator {
  mutating func alongAxis(
    _ function: NativeFunction, _ index: Int32, _ operands: [AnnotatedSeries?], _ arguments: [Argument],
    step: PlanStep
  ) throws(FunctionError) -> AnnotatedSeries {
    let first = operands.compactMap { $0 }.first ?? .missing(step.type)
    let monotony = function.monotony.first ?? .none
    let axis = arguments.axis
    switch function.shape {
    case .reduction(let reduction):
      return try reduced(
        first, reduction, over: axis, monotony: monotony, type: step.type, ends: endsOfChosen(step))
    case .jointReduction(let body):
      // Numbers among the arguments say how; the others are the series.
      let parameters = input.catalogue.functions[Int(index)].parameters
      let series = zip(parameters, operands).compactMap { $0.kind == .series ? $1 : nil }
      return try jointlyReduced(series, arguments, over: axis, step: step, body)
    case .rolling(let window):
      let window = try window(arguments)
      guard let function = input.catalogue.reduction(named: window.reduction)?.native,
        case .reduction(let reduction) = function.shape
      else { throw FunctionError("`\(window.reduction)` does not make one figure of many.") }
      guard window.length > 0 else { throw FunctionError("a window holds at least one period.") }
      return try rolled(first, window, reduction, monotony: function.monotony.first ?? .none, type: step.type)
    case .acrossAxis(let body):
      return try across(first, arguments, over: axis, type: step.type, body)
    case .subset(let choose):
      return try subset(first, arguments, of: axis, monotony: monotony, choose)
    case .timeline(let timeline):
      return try placed(first, on: timeline, arguments, step: step)
    default:
      return .missing(step.type)
    }
  }

  func layout(_ axis: String?, of grid: Grid) throws(FunctionError) -> AxisLayout {
    if let layout = AxisLayout(axis, of: grid) { return layout }
    throw FunctionError("the series has no dimension `\(axis ?? "period")`.")
  }

  /// Every cell of a lane, of which one figure is made; `ends` are what they can be in any order, where that is less than each of
  /// them can be.
  private mutating func reduced(
    _ cells: AnnotatedSeries, _ reduction: Reduction, over axis: String?, monotony: Monotony,
    type: SeriesType,
    ends: [Interval]?
  ) throws(FunctionError) -> AnnotatedSeries {
    let layout = try layout(axis, of: cells.grid)
    var bounded = cells.series
    if let ends, ends.count == cells.count {
      for (index, interval) in ends.enumerated() { bounded.setInterval(interval, at: index) }
    }
    var builder = AnnotatedSeriesBuilder(capacity: layout.lanes.count)
    var remarks: [Int32: [Note]] = [:]
    for lane in 0..<layout.lanes.count {
      try goOn(lane)
      let members = layout.parts(ofLane: lane)
      let (value, interval) = reducedCell(members, of: bounded, reduction, monotony: monotony)
      let (quality, origin) = provenance(of: members, in: cells)
      builder.append(value, interval, quality, origin)
      if value.isNaN, interval.isUnbounded, remarks.count < Note.incompleteLimit {
        let present = members.filter { !cells.series.isMissing(at: $0) }
        if areKnownByEnds([(cells, present)]) { remarks[Int32(clamping: lane)] = [.endsAlone] }
      }
    }
    var result = AnnotatedSeries(
      builder.series(type, grid: layout.lanes), label: layout.dimension == nil ? .mixed : cells.label)
    result.remarks = remarks
    return result
  }

  /// The weakest quality and all origins of the cells at `members` that are not missing.
  private mutating func provenance(of members: [Int], in cells: AnnotatedSeries) -> (
    quality: Quality, origin: Int32
  ) {
    var quality = Quality.normal
    var origin = Origins.none
    for member in members where !cells.series.isMissing(at: member) {
      quality = quality.combined(with: cells.series.quality[member])
      origin = origins.union(origin, cells.series.origin[member])
    }
    return (quality, origin)
  }

  /// What a reduction makes of the cells at `members`: missing where there is no figure, but that none can be counted; without
  /// a value where one of them has none.
  private func reducedCell(
    _ members: [Int], of series: Series, _ reduction: Reduction, monotony: Monotony
  ) -> (Double, Interval) {
    let present = members.filter { !series.isMissing(at: $0) }
    if reduction.needsEveryCell ? present.count < members.count : false { return (.nan, .unbounded) }
    if present.isEmpty, !reduction.countsWhatHolds { return (.nan, .unbounded) }
    let skipsZero = reduction.countsWhatHolds && series.type.isBoolean
    // Long lanes in parts that are merged, so that sums of millions stay as exact as short ones.
    func fed(_ members: ArraySlice<Int>, _ value: (Int) -> Double) -> [Double] {
      if members.count > 4_096 {
        let middle = members.startIndex + members.count / 2
        var state = fed(members[..<middle], value)
        reduction.merge(&state, fed(members[middle...], value))
        return state
      }
      var state = reduction.initial
      for member in members {
        let value = value(member)
        if skipsZero, value == 0 { continue }
        reduction.add(&state, value)
      }
      return state
    }
    func run(_ value: (Int) -> Double) -> (value: Double, isExact: Bool) {
      let state = fed(present[...], value)
      return (reduction.finish(state), reduction.isExact(state))
    }
    // What is only counted needs no values.
    let countsFigures = reduction.countsWhatHolds && !series.type.isBoolean
    let hasValue = countsFigures || !present.contains { series.values[$0].isNaN }
    let value =
      countsFigures
      ? run { _ in 1 }.value : hasValue ? reduction.finish(fed(present[...]) { series.values[$0] }) : .nan
    if series.isExact || countsFigures || (hasValue && value.isNaN) {
      return (value, Interval(exactly: value))
    }
    guard monotony == .increasing else { return (value, .unbounded) }
    let lower = run { series.interval(at: $0).lower }
    let upper = run { series.interval(at: $0).upper }
    // Counting does not round.
    if reduction.countsWhatHolds || series.type.isBoolean {
      return (value, Interval(lower: lower.value, upper: upper.value))
    }
    /// Whether the result never gets to its end on one side, since some of the ends it is made of are open: then it moves as
    /// soon as these do, by the least step, or by a larger one where that is lost in rounding.
    func isNeverReached(_ side: Interval.OpenEnds, _ end: (value: Double, isExact: Bool)) -> Bool {
      guard series.openEnds != .constant([]), present.contains(where: { series.openEnds[$0].contains(side) })
      else { return false }
      let least = run { series.interval(at: $0).inward(side, by: 0) }
      if least.value != end.value || (least.isExact && end.isExact) { return least.value != end.value }
      let scale = present.map { series.interval(at: $0).end(side).magnitude }.filter(\.isFinite).max() ?? 0
      return run { series.interval(at: $0).inward(side, by: scale * openStep) }.value != end.value
    }
    var ends: Interval.OpenEnds = []
    if isNeverReached(.lower, lower) { ends.insert(.lower) }
    if isNeverReached(.upper, upper) { ends.insert(.upper) }
    return (
      value,
      Interval(
        lower: lower.isExact ? lower.value : lower.value.nextDown,
        upper: upper.isExact ? upper.value : upper.value.nextUp, openEnds: ends)
    )
  }

  private mutating func jointlyReduced(
    _ operands: [AnnotatedSeries], _ arguments: [Argument], over axis: String?, step: PlanStep,
    _ body: @Sendable ([[BoundedValue]], [Argument]) throws(FunctionError) -> BoundedValue?
  ) throws(FunctionError) -> AnnotatedSeries {
    let grid = commonGrid(operands.map(\.grid))
    try requireRoom(for: grid, at: step)
    let series = operands.map { $0.placed(on: grid) }
    let layout = try layout(axis, of: grid)
    var remarks: [Int32: [Note]] = [:]
    var (failure, failed) = (FunctionError?.none, 0)
    var builder = AnnotatedSeriesBuilder(capacity: layout.lanes.count)
    for lane in 0..<layout.lanes.count {
      try goOn(lane)
      let members = layout.parts(ofLane: lane).filter { member in
        series.allSatisfy { !$0.series.isMissing(at: member) }
      }
      let result: BoundedValue?
      do throws(FunctionError) {
        let figures = series.map { cells in members.map { cells.figure(at: $0) } }
        result = try openingEnds(of: body(figures, arguments), figures) { moved throws(FunctionError) in
          try body(moved, arguments)
        }
      } catch {
        // One of many that cannot be computed does not stop the others.
        result = nil
        failure = error
        failed += 1
        if remarks.count < Note.incompleteLimit {
          remarks[Int32(clamping: lane)] = [.requirementUnmet(error)]
        }
      }
      // What is there and no number came from numbers without end.
      if let result, result.value.isNaN {
        outcome.isTooLarge = true
        builder.append(.nan, .unbounded, .missing, Origins.none)
        continue
      }
      let hasValues = series.allSatisfy { cells in members.allSatisfy { !cells.series.values[$0].isNaN } }
      var (quality, origin) = (Quality.normal, Origins.none)
      for cells in series {
        let own = provenance(of: members, in: cells)
        quality = quality.combined(with: own.quality)
        origin = origins.union(origin, own.origin)
      }
      builder.append(
        hasValues ? result?.value ?? .nan : .nan, result?.interval ?? .unbounded, quality, origin)
    }
    // Where none can be computed it is the question that is at fault.
    if let failure, failed == layout.lanes.count { throw failure }
    let label = operands.reduce(AnnotatedSeries.Label.constant) { $0.combined(with: $1.label) }
    var result = AnnotatedSeries(
      builder.series(step.type, grid: layout.lanes), label: layout.dimension == nil ? .mixed : label)
    result.remarks = remarks
    // What has no parts of its own stands beside each of them.
    if let axis, axis != "period", result.count > 0,
      let divided = operands.firstIndex(where: { $0.grid.dimensions.contains { $0.name == axis } }),
      let whole = operands.firstIndex(where: { cells in
        cells.label != .constant && !cells.grid.dimensions.contains { $0.name == axis }
      })
    {
      result.remarks[0, default: []].append(
        .partBesideWhole(nameOfArgument(divided, step), nameOfArgument(whole, step), axis))
    }
    return result
  }

  /// The result of a function of several series, with the ends open that it never gets to since some of `figures` have open ones:
  /// those that move when these do.
  private func openingEnds(
    of result: BoundedValue?, _ figures: [[BoundedValue]],
    _ body: ([[BoundedValue]]) throws(FunctionError) -> BoundedValue?
  ) throws(FunctionError) -> BoundedValue? {
    guard var result, figures.contains(where: { $0.contains { !$0.interval.openEnds.isEmpty } }) else {
      return result
    }
    for side in [Interval.OpenEnds.lower, .upper] where result.interval.end(side).isFinite {
      let moved = figures.map { figures in
        let ends = figures.flatMap { [$0.interval.lower.magnitude, $0.interval.upper.magnitude] }
        let step = (ends.filter(\.isFinite).max() ?? 0) * openStep
        return figures.map { figure in
          let interval = figure.interval
          return BoundedValue(
            figure.value,
            Interval(lower: interval.inward(.lower, by: step), upper: interval.inward(.upper, by: step)))
        }
      }
      guard let other = try body(moved) else { continue }
      let isMoved =
        side == .lower
        ? other.interval.lower > result.interval.lower : other.interval.upper < result.interval.upper
      if isMoved { result.interval = result.interval.opened(result.interval.openEnds.union(side)) }
    }
    return result
  }

  private mutating func rolled(
    _ cells: AnnotatedSeries, _ window: RollingWindow, _ reduction: Reduction, monotony: Monotony,
    type: SeriesType
  ) throws(FunctionError) -> AnnotatedSeries {
    guard let axis = cells.grid.periods else { return .missing(type, label: cells.label) }
    let windows = axis.windows(of: window.length)
    let width = max(1, axis.count)
    var builder = AnnotatedSeriesBuilder(capacity: cells.count)
    for lane in 0..<(cells.count / width) {
      try goOn(lane)
      for positions in windows {
        let members = positions.map { lane * width + $0 }.filter { !cells.series.isMissing(at: $0) }
        guard !members.isEmpty, window.allowsGaps || members.count == window.length else {
          builder.append(.nan, .unbounded, .missing, Origins.none)
          continue
        }
        let (value, interval) = reducedCell(members, of: cells.series, reduction, monotony: monotony)
        let (quality, origin) = provenance(of: members, in: cells)
        builder.append(value, interval, quality, origin)
      }
    }
    return AnnotatedSeries(builder.series(type, grid: cells.grid))
  }

  private mutating func across(
    _ cells: AnnotatedSeries, _ arguments: [Argument], over axis: String?, type: SeriesType,
    _ body: @Sendable ([BoundedValue?], [Argument]) -> [BoundedValue?]
  ) throws(FunctionError) -> AnnotatedSeries {
    let layout = try layout(axis, of: cells.grid)
    var result = cells
    var values = [Double](repeating: .nan, count: cells.count)
    var lower = [Double](repeating: -.infinity, count: cells.count)
    var upper = [Double](repeating: .infinity, count: cells.count)
    var openEnds: [Interval.OpenEnds]?
    var quality = [Quality](repeating: .missing, count: cells.count)
    var origin = [Int32](repeating: Origins.none, count: cells.count)
    for lane in 0..<layout.lanes.count {
      try goOn(lane)
      let members = layout.parts(ofLane: lane)
      let own = provenance(of: members, in: cells)
      let input = members.map { cells.series.isMissing(at: $0) ? nil : cells.figure(at: $0) }
      let hasValues = !members.contains { cells.series.isBoundedOnly(at: $0) }
      for (member, made) in zip(members, body(input, arguments)) {
        guard let made else { continue }
        values[member] = hasValues ? made.value : made.interval.isExact ? made.interval.lower : .nan
        (lower[member], upper[member]) = (made.interval.lower, made.interval.upper)
        if !made.interval.openEnds.isEmpty {
          if openEnds == nil { openEnds = Array(repeating: [], count: cells.count) }
          openEnds?[member] = made.interval.openEnds
        }
        (quality[member], origin[member]) = own
      }
    }
    result.series = Series(
      type: type, grid: cells.grid, values: values, lower: lower, upper: upper,
      openEnds: openEnds.map { .values($0) } ?? .constant([]), quality: .values(quality),
      origin: .values(origin))
    return result
  }

  private mutating func placed(
    _ cells: AnnotatedSeries, on timeline: Timeline, _ arguments: [Argument], step: PlanStep
  ) throws(FunctionError) -> AnnotatedSeries {
    guard let axis = cells.grid.periods else {
      throw FunctionError(
        "a series along time is needed, and this is a single figure.",
        hint: "leave the period out, or take a range: `x[2020..2024]`")
    }
    let old = axis.periods
    let periods = try timeline.periods(old, arguments)
    for (earlier, later) in zip(periods, periods.dropFirst())
    where !PeriodAxis.isOrderedBefore(earlier, later) {
      throw FunctionError("its periods are not in order.")
    }
    let grid = Grid(dimensions: cells.grid.dimensions, periods: PeriodAxis(periods))
    try requireRoom(for: grid, at: step)
    let width = max(1, old.count)
    let lanes = cells.grid.dimensions.reduce(1) { $0 * $1.codes.count }
    var builder = AnnotatedSeriesBuilder(capacity: grid.count)
    var result = cells
    (result.days, result.remarks) = ([:], [:])
    var place: Int32 = 0
    for lane in 0..<lanes {
      try goOn(lane)
      let known = old.indices.filter { !cells.series.isMissing(at: lane * width + $0) }
      let figures = known.map {
        // A level that stands for a year is of its day.
        Timeline.KnownCell(
          period: cells.days[Int32(clamping: lane * width + $0)] ?? old[$0],
          figure: cells.figure(at: lane * width + $0))
      }
      for period in periods {
        defer { place += 1 }
        if let own = axis.index(of: period).map({ lane * width + $0 }), !cells.series.isMissing(at: own) {
          builder.append(
            cells.series.values[own], cells.series.interval(at: own), cells.series.quality[own],
            cells.series.origin[own])
          result.days[place] = cells.days[Int32(clamping: own)]
          result.remarks[place] = cells.remarks[Int32(clamping: own)]
          continue
        }
        let made: Timeline.MadeCell?
        do throws(FunctionError) {
          made = try timeline.cell(period, figures, arguments)
        } catch {
          // One of many series that cannot go on does not stop the others.
          if lanes == 1 { throw error }
          made = nil
        }
        guard let made, made.figure.value.isFinite else {
          builder.append(.nan, .unbounded, .missing, Origins.none)
          if made != nil { result.remarks[place] = [.tooLarge(period)] }
          continue
        }
        let sources = made.sources.filter(known.indices.contains).map { lane * width + known[$0] }
        let (quality, origin) = provenance(of: sources, in: cells)
        let hasValue = !sources.contains { cells.series.isBoundedOnly(at: $0) }
        builder.append(
          hasValue ? made.figure.value : .nan, made.figure.interval,
          quality.combined(with: Quality(timeline.status)), origin)
      }
    }
    result.series = builder.series(step.type, grid: grid)
    return result
  }

  /// Ends a loop over lanes where the evaluation shall end.
  private func goOn(_ lane: Int) throws(FunctionError) {
    if lane & 255 == 0, input.context.isCancelled { throw FunctionError("the evaluation was stopped.") }
  }

  /// Refuses a grid with more cells than are left; `ending` says why.
  private mutating func requireRoom(for grid: Grid, at step: PlanStep) throws(FunctionError) {
    ending = overrun(of: grid.count, at: step)
    if ending != nil { throw FunctionError("the result is too large.") }
  }
}

extension AnnotatedSeries {
  /// The cell at `index`; its value is no number where it has none.
  func boundedValue(at index: Int) -> BoundedValue {
    BoundedValue(series.values[index], series.interval(at: index))
  }

  /// The cell at `index`, which is not missing; where it has no value a number between its bounds stands for one.
  func figure(at index: Int) -> BoundedValue {
    let interval = series.interval(at: index)
    let value = series.values[index]
    return BoundedValue(value.isNaN ? interval.representative ?? .nan : value, interval)
  }
}

extension PeriodAxis {
  /// For each period the positions of those that stand in a window of `length` that ends with it: by the calendar
  /// where periods follow one another, else one after the other.
  func windows(of length: Int) -> [[Int]] {
    let periods = periods
    return periods.indices.map { end in
      guard let frequency = periods.first?.frequency, frequency.isRegular else {
        return Array(max(0, end - length + 1)...end)
      }
      if case .regular = self { return Array(max(0, end - length + 1)...end) }
      return (0..<length).reversed().compactMap { back in
        periods[end].shifted(by: -back).flatMap { index(of: $0) }
      }
    }
  }
}
