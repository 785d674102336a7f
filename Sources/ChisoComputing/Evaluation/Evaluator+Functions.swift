import ChisoMeaning
import ChisoModel
import ChisoPlugin

// Functions that are not cell by cell.
extension Evaluator {
  mutating func native(
    _ index: Int32, _ planned: [PlanArgument], calledBy caller: String?, step: PlanStep
  ) throws(DiagnosticError) -> AnnotatedSeries {
    guard let function = input.catalogue.functions[Int(index)].native else { return .missing(step.type) }
    let name = caller ?? input.catalogue.functions[Int(index)].name
    // What looks at bounds shall see those of the answer.
    if case .whole = function.shape {
      for case .slot(let slot) in planned { tighten(slot) }
    }
    let operands = planned.map { argument -> AnnotatedSeries? in
      if case .slot(let slot) = argument { return cells(slot) }
      return nil
    }
    let arguments = arguments(planned)
    let first = operands.compactMap { $0 }.first ?? .missing(step.type)
    try require(first.count, at: step)
    try countCalls(function.shape.calls(for: first), at: step)
    switch function.shape {
    case .periodShift(let shift):
      do throws(FunctionError) {
        return try shifted(first, shift, arguments)
      } catch {
        throw fail(.functionFailed(name, error, at: step.span))
      }
    case .alongPeriods(let body):
      var result = alongPeriods(first, type: step.type, monotony: function.monotony.first ?? .none, body)
      noteAbsent(from: first, planned, in: &result)
      return result
    case .selection(let choose):
      return selected(first, monotony: function.monotony.first ?? .none, choose)
    case .requirement(let judge):
      return try required(operands.compactMap { $0 }, arguments, judge, step: step)
    case .whole(let body):
      do throws(FunctionError) {
        let series = try body(arguments, step.type, input.context)
        try requireFitting(series)
        let inputs = operands.compactMap { $0 }
        var result = wrapped(series, inputs, type: step.type)
        carryNotesOfOperands(from: inputs, to: &result)
        return result
      } catch {
        throw fail(interruption(at: step) ?? .functionFailed(name, error, at: step.span))
      }
    case .firstPresent:
      if let second = operands.last.flatMap({ $0 }) { try requireUnion(first, second, at: step) }
      return firstPresent(first, operands.last.flatMap { $0 } ?? first)
    case .reduction, .jointReduction, .rolling, .acrossAxis, .subset, .timeline:
      try requireAxis(arguments, operands, of: function, step: step)
      do throws(FunctionError) {
        var result = try alongAxis(function, index, operands, arguments, step: step)
        if case .reduction(let reduction) = function.shape {
          if let axis = arguments.axis, axis != "period" {
            if !reduction.countsWhatHolds {
              noteIncomplete(name, reduction, of: first, over: axis, in: &result)
            }
          } else if reduction.needsEveryCell {
            noteAbsent(from: first, planned, in: &result)
          }
        }
        noteOtherFigures(of: operands, of: function, arguments, in: &result)
        carryNotesOfOperands(from: operands.compactMap { $0 }, to: &result)
        return result
      } catch {
        throw fail(ending ?? interruption(at: step) ?? .functionFailed(name, error, at: step.span))
      }
    case .quotient, .cellwise, .rounding, .cellwisePair, .frequency, .latest, .level:
      return .missing(step.type)
    }
  }

  /// What a function is handed: what was planned as a value, and the series of slots.
  func arguments(_ planned: [PlanArgument]) -> [Argument] {
    planned.map { argument in
      switch argument {
      case .value(let value): return value
      case .slot(let slot):
        let cells = cells(slot)
        var series = cells.series
        if series.grid.periods == nil, case .period(let label) = cells.label { series.label = label }
        return .series(series)
      }
    }
  }

  /// Keeps what was said of the operands of what went into a result that has cells of its own.
  private func carryNotesOfOperands(from operands: [AnnotatedSeries], to result: inout AnnotatedSeries) {
    guard result.count > 0, operands.contains(where: { !$0.remarks.isEmpty }) else { return }
    var known = Set(result.remarks.values.joined())
    for cells in operands where !cells.remarks.isEmpty {
      for index in cells.remarks.keys.sorted() {
        for note in cells.remarks[index] ?? [] where Note.ofOperands.contains(note.id) {
          if known.insert(note).inserted { result.remarks[0, default: []].append(note) }
        }
      }
    }
  }

  /// Tells of figures that went into a result and are not what another table says, at the cells that they went into.
  private func noteOtherFigures(
    of operands: [AnnotatedSeries?], of function: NativeFunction, _ arguments: [Argument],
    in result: inout AnnotatedSeries
  ) {
    var window: Int?
    switch function.shape {
    case .reduction, .jointReduction: break
    case .rolling:
      let number = arguments.dropFirst().lazy.compactMap(\.series?.values.first).first
      window = number.flatMap { Int(exactly: $0) }
    default: return
    }
    guard result.count > 0 else { return }
    var told: [Int32: [[Note]]] = [:]
    for cells in operands.compactMap({ $0 }) where !cells.remarks.isEmpty {
      let layout = AxisLayout(arguments.axis, of: cells.grid)
      for (index, remarks) in cells.remarks.sorted(by: { $0.key < $1.key }) {
        guard layout?.isPart(Int(index)) ?? true else { continue }
        let own = remarks.filter { $0.id == Note.otherFigureID }
        guard !own.isEmpty else { continue }
        var places = 0..<1
        if let window, cells.grid == result.grid {
          let end = (Int(index) / cells.grid.laneCount + 1) * cells.grid.laneCount
          places = Int(index)..<min(Int(index) + max(1, window), end)
        } else if let layout, layout.lanes == result.grid {
          let lane = layout.lane(of: Int(index))
          places = lane..<(lane + 1)
        }
        for place in places { told[Int32(clamping: place), default: []].append(own) }
      }
    }
    for (place, notes) in told {
      result.remarks[place, default: []] += notes.count == 1 ? notes[0] : [.otherFiguresInside(notes.count)]
    }
  }

  /// The cells of `first`, and where they are missing those of `second`, which is spread over what it lacks.
  private func firstPresent(_ first: AnnotatedSeries, _ second: AnnotatedSeries) -> AnnotatedSeries {
    // A figure stays that of its own period.
    if first.grid.isScalar, second.grid.isScalar, second.period != nil {
      return first.series.isMissing(at: 0) ? second : first
    }
    var second = second
    if first.count > 0, second.grid.dimensions.isEmpty,
      second.grid.periods == nil || !first.grid.dimensions.isEmpty,
      first.grid.periods != nil || !first.grid.dimensions.isEmpty
    {
      second = second.placed(
        on: Grid(dimensions: first.grid.dimensions, periods: second.grid.periods ?? first.grid.periods))
    }
    return merged(first, second) { index, first, _ in first.series.isMissing(at: index) }
  }

  /// Remarks the periods inside a range, or between the first and the last, that a sum along time passes over.
  private func noteAbsent(
    from cells: AnnotatedSeries, _ planned: [PlanArgument], in result: inout AnnotatedSeries
  ) {
    var range: PeriodRange?
    if case .slot(let slot)? = planned.first, case .window(_, let asked) = plan.steps[Int(slot)].operation {
      range = asked
    }
    let absent = cells.grid.periods?.absentPeriods(in: range) ?? []
    guard let first = absent.first else { return }
    // A running sum lacks them from there on.
    let width = max(1, result.grid.laneCount)
    for index in 0..<result.count {
      if let period = result.grid.periods?[index % width], !first.isBefore(period) { continue }
      result.remarks[Int32(clamping: index), default: []].append(.passedOver(absent))
    }
  }

  /// Remarks which parts have no figure where others do, since a result that needs all of them is missing there.
  private func noteIncomplete(
    _ name: String, _ reduction: Reduction, of cells: AnnotatedSeries, over axis: String,
    in result: inout AnnotatedSeries
  ) {
    guard let layout = AxisLayout(axis, of: cells.grid), let place = layout.dimension else { return }
    let codes = cells.grid.dimensions[place].codes
    let width = max(1, layout.lanes.laneCount)
    for lane in 0..<layout.lanes.count {
      let isMissing = result.series.isMissing(at: lane)
      // What needs all parts and stands has them.
      if reduction.needsEveryCell, !isMissing { continue }
      let members = layout.parts(ofLane: lane)
      let lacking = zip(layout.parts, members).filter { cells.series.isMissing(at: $1) }
      guard !lacking.isEmpty, lacking.count < members.count else { continue }
      let index = Int32(clamping: lane)
      guard result.remarks.count < Note.incompleteLimit else {
        result.remarks[index, default: []].append(isMissing ? .moreIncomplete(1) : .morePartial(1))
        continue
      }
      let period = cells.grid.periods?[lane % width]
      let without = lacking.map { codes[$0.0] }
      result.remarks[index, default: []].append(
        isMissing
          ? .incomplete(name, in: period, without: without) : .partial(name, in: period, without: without))
    }
  }

  /// Whether one of the series has the dimension that a function goes along.
  private func requireAxis(
    _ arguments: [Argument], _ operands: [AnnotatedSeries?], of function: NativeFunction, step: PlanStep
  ) throws(DiagnosticError) {
    switch function.shape {
    case .rolling, .timeline: return
    default: break
    }
    guard let axis = arguments.axis, axis != "period" else { return }
    let grids = operands.compactMap { $0?.grid }
    guard let first = grids.first, !grids.contains(where: { $0.dimensions.contains { $0.name == axis } })
    else { return }
    throw fail(.noSuchCode("", dimension: axis, grid: first, at: step.span))
  }

  /// The cells of the first operand as they are, without those that may not be computed with beside the others.
  private func required(
    _ operands: [AnnotatedSeries], _ arguments: [Argument],
    _ judge: @Sendable (_ figures: [BoundedValue], _ arguments: [Argument]) -> RequirementResult,
    step: PlanStep
  ) throws(DiagnosticError) -> AnnotatedSeries {
    guard let first = operands.first else { return .missing(step.type) }
    // A series is handed on whole; a figure beside a series is looked at in each place of that.
    let grid = first.grid.isScalar ? commonGrid(operands.map(\.grid)) : first.grid
    let aligned = operands.map { $0.placed(on: grid) }
    var result = aligned[0]
    var figures = [BoundedValue](repeating: BoundedValue(0, .unbounded), count: aligned.count)
    // Where something else than itself let it pass, the figure rests on that too.
    if operands.count > 1 {
      result.series.quality = .values(
        (0..<result.count).map { index in
          aligned.dropFirst().reduce(result.series.quality[index]) {
            $1.series.isMissing(at: index) ? $0 : $0.combined(with: $1.series.quality[index])
          }
        })
    }
    for index in 0..<result.count where aligned.allSatisfy({ !$0.series.isMissing(at: index) }) {
      for place in aligned.indices { figures[place] = aligned[place].boundedValue(at: index) }
      let note: Note
      switch judge(figures, arguments) {
      case .met: continue
      case .noted(let phrase): note = .remark(phrase)
      case .unmet(let error):
        if result.count == 1 { throw fail(.requirementUnmet(error, at: step.span)) }
        result.leaveOut(index)
        note = .requirementUnmet(error)
      }
      if result.remarks.count < Note.incompleteLimit {
        result.remarks[Int32(clamping: index), default: []].append(note)
      }
    }
    return result
  }

  mutating func computation(
    _ index: Int32, _ inputs: [AnnotatedSeries], step: PlanStep
  ) throws(DiagnosticError) -> AnnotatedSeries {
    guard let computation = input.catalogue.indicators[Int(index)].computation else {
      return .missing(step.type)
    }
    try countCalls(1, at: step)
    do throws(FunctionError) {
      let series = try computation.compute(inputs.map(\.series), in: input.context)
      try requireFitting(series)
      var result = wrapped(series, inputs, type: step.type)
      carryNotesOfOperands(from: inputs, to: &result)
      return result
    } catch {
      throw fail(
        interruption(at: step) ?? .functionFailed(computation.declaration.name, error, at: step.span))
    }
  }

  /// Refuses a series that cannot be computed with: a plugin may hand over anything.
  private func requireFitting(_ series: Series) throws(FunctionError) {
    if let fault = series.fault { throw FunctionError("it returned \(fault).") }
  }

  /// A series that a plugin made: it comes from all that went in, and is no better than the weakest of it.
  private mutating func wrapped(_ series: Series, _ inputs: [AnnotatedSeries], type: SeriesType)
    -> AnnotatedSeries
  {
    var series = series
    series.type = type
    // What has no value has bounds alone only where something that went in has.
    if series.lower != nil,
      !inputs.contains(where: { input in (0..<input.count).contains(where: input.series.isBoundedOnly(at:)) })
    {
      for index in series.values.indices where series.values[index].isNaN {
        series.lower?[index] = -.infinity
        series.upper?[index] = .infinity
      }
    }
    if case .constant(Origins.none) = series.origin {
      var origin = Origins.none
      var quality = Quality.normal
      for input in inputs {
        for index in 0..<input.count where !input.series.isMissing(at: index) {
          origin = origins.union(origin, input.series.origin[index])
          quality = quality.combined(with: input.series.quality[index])
        }
      }
      series.origin = .constant(origin)
      switch series.quality {
      case .constant(let own): series.quality = .constant(own.combined(with: quality))
      case .values(var own):
        // How good each cell is the plugin says; that a target was among what it used it cannot take back.
        if quality.role == .target { for index in own.indices { own[index].role = .target } }
        series.quality = .values(own)
      }
    } else {
      markTargets(in: &series, inputs)
    }
    let label: AnnotatedSeries.Label =
      series.label.map(AnnotatedSeries.Label.period)
      ?? inputs.reduce(.constant) { $0.combined(with: $1.label) }
    return AnnotatedSeries(series, label: series.grid.periods == nil ? label : .constant)
  }

  /// Marks what a plugin says to come from a figure that is a target.
  private func markTargets(in series: inout Series, _ inputs: [AnnotatedSeries]) {
    var targets: Set<Int32> = []
    for input in inputs {
      for index in 0..<input.count where input.series.quality[index].role == .target {
        targets.formUnion(origins.claims(of: input.series.origin[index]))
      }
    }
    guard !targets.isEmpty else { return }
    series.quality = .values(
      (0..<series.values.count).map { index in
        var quality = series.quality[index]
        if !targets.isDisjoint(with: origins.claims(of: series.origin[index])) { quality.role = .target }
        return quality
      })
  }

  /// The cells at the periods they move to; two that would meet, as a leap day and the day before, are left out.
  private func shifted(
    _ cells: AnnotatedSeries, _ shift: PeriodShift, _ arguments: [Argument]
  ) throws(FunctionError) -> AnnotatedSeries {
    guard let axis = cells.grid.periods else { return cells }
    if axis[0]?.isInstant == true, let observations = shift.observations {
      return cells.shifted(byObservations: try observations(arguments))
    }
    var moved: [(period: Period, index: Int)] = []
    for (index, period) in axis.periods.enumerated() {
      guard let target = try shift.destination(period, arguments) else { continue }
      moved.append((target, index))
      // The last day of February in a leap year is a year behind the last in the year before.
      if target.isInstant, target.last.month == 2, target.last.day == 28,
        let leapDay = target.shifted(by: 1), leapDay.last.day == 29,
        try shift.source(leapDay, arguments) == period
      {
        moved.append((leapDay, index))
      }
    }
    moved.sort { PeriodAxis.isOrderedBefore($0.period, $1.period) }
    var kept: [(period: Period, index: Int)] = []
    for entry in moved where kept.last?.period != entry.period { kept.append(entry) }
    return cells.gatheringPeriods(kept.map(\.index), axis: PeriodAxis(kept.map(\.period)))
  }
}

extension AnnotatedSeries {
  /// Makes the cell at `index` a missing one.
  mutating func leaveOut(_ index: Int) {
    series.values[index] = .nan
    series.lower?[index] = -.infinity
    series.upper?[index] = .infinity
  }

  /// Each cell at the place of the one that stands so many observations later in its own series.
  fileprivate func shifted(byObservations steps: Int) -> AnnotatedSeries {
    gathering(
      (0..<count).map { index in
        guard !series.isMissing(at: index) else { return -1 }
        return observation(index, movedBy: -steps) ?? -1
      }, grid: grid)
  }

  /// The place of the cell that stands so many observations later in the series of the one at `index`.
  package func observation(_ index: Int, movedBy steps: Int) -> Int? {
    let width = max(1, grid.laneCount)
    let start = index / width * width
    let known = (start..<start + width).filter { !series.isMissing(at: $0) }
    guard let place = known.firstIndex(of: index), known.indices.contains(place + steps) else { return nil }
    return known[place + steps]
  }
}

// Along the period axis.
extension Evaluator {
  mutating func alongPeriods(
    _ cells: AnnotatedSeries, type: SeriesType, monotony: Monotony,
    _ body: @Sendable (Span<Double>, inout MutableSpan<Double>) -> Void
  ) -> AnnotatedSeries {
    let width = max(1, cells.grid.laneCount)
    func run(_ input: [Double]) -> [Double] {
      var output = [Double](repeating: .nan, count: input.count)
      for lane in 0..<(input.count / width) {
        let range = lane * width..<(lane + 1) * width
        var span = output.mutableSpan
        var part = span._mutatingExtracting(range)
        body(input.span.extracting(range), &part)
      }
      return output
    }
    var result = cells
    result.series.type = type
    result.series.openEnds = .constant([])
    result.series.values = run(cells.series.presentValues)
    if let (lower, upper) = cells.series.boundsOfPresent {
      let count = cells.count
      switch monotony {
      case .increasing, .decreasing:
        let isRising = monotony == .increasing
        // Each step along the lane may have rounded once.
        let margin = Double(width) * .ulpOfOne
        let (least, greatest) = isRising ? (run(lower), run(upper)) : (run(upper), run(lower))
        result.series.lower = least.map { $0.isNaN ? -.infinity : $0 - abs($0) * margin }
        result.series.upper = greatest.map { $0.isNaN ? .infinity : $0 + abs($0) * margin }
        guard cells.series.openEnds != .constant([]) else { break }
        // What moves as soon as open ends do never gets to its own.
        let scale = (lower + upper).map(\.magnitude).filter(\.isFinite).max() ?? 0
        func moved(_ side: Interval.OpenEnds) -> [Double] {
          run(
            cells.series.values.indices.map { index in
              let interval = cells.series.interval(at: index)
              return interval.isUnbounded ? .nan : interval.inward(side, by: scale * openStep)
            })
        }
        let (low, high) = isRising ? (moved(.lower), moved(.upper)) : (moved(.upper), moved(.lower))
        result.series.openEnds = .values(
          (0..<count).map { index in
            var ends: Interval.OpenEnds = []
            if low[index] > least[index] { ends.insert(.lower) }
            if high[index] < greatest[index] { ends.insert(.upper) }
            return ends
          })
      case .still:
        (result.series.lower, result.series.upper) = (nil, nil)
      case .none:
        result.series.lower = Array(repeating: -.infinity, count: count)
        result.series.upper = Array(repeating: .infinity, count: count)
      }
    }
    for lane in stride(from: 0, to: cells.count, by: width) {
      guard let first = (lane..<lane + width).first(where: cells.series.isBoundedOnly(at:)) else { continue }
      // From the first that has no value on none has.
      for index in first..<lane + width { result.series.values[index] = .nan }
    }
    // What is computed along time rests on all cells up to its own.
    var quality: [Quality] = []
    var origin: [Int32] = []
    for index in 0..<cells.count {
      let isFirst = index % width == 0
      let isMissing = cells.series.isMissing(at: index)
      let own = isMissing ? Quality.normal : cells.series.quality[index]
      let ownOrigin = isMissing ? Origins.none : cells.series.origin[index]
      quality.append(isFirst ? own : own.combined(with: quality[index - 1]))
      origin.append(isFirst ? ownOrigin : origins.union(ownOrigin, origin[index - 1]))
    }
    result.series.quality = .values(quality)
    result.series.origin = .values(origin)
    return result
  }
}

extension [Argument] {
  /// The name of the axis among them: words come last.
  package var axis: String? {
    for case .word(let word) in reversed() { return word }
    return nil
  }
}

extension FunctionShape {
  /// How often the closures of a plugin are called for `cells`: for each lane along time, or for each cell.
  fileprivate func calls(for cells: AnnotatedSeries) -> Int {
    switch self {
    case .alongPeriods, .selection, .jointReduction, .acrossAxis:
      cells.count / max(1, cells.grid.laneCount) + 1
    case .reduction, .rolling, .timeline, .requirement, .periodShift: cells.count + 1
    case .quotient, .firstPresent, .cellwise, .rounding, .cellwisePair, .frequency, .latest, .level: 0
    case .subset, .whole: 1
    }
  }
}

extension PeriodAxis {
  /// The periods that have no place on the axis: between its first and its last, and to the ends of `range` where it
  /// has some.
  fileprivate func absentPeriods(in range: PeriodRange?) -> [Period] {
    guard let start = self[0], start.frequency.isRegular, start.frequency != .instant else { return [] }
    let whole = PeriodRange(first: range?.first ?? start, last: range?.last ?? self[count - 1])
    guard whole.frequency == start.frequency, let length = whole.count, length > count, length <= 10_000
    else {
      return []
    }
    return (whole.periods ?? []).filter { index(of: $0) == nil }
  }
}
