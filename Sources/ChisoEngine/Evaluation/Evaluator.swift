import ChisoDiagnostics
package import ChisoModel
package import ChisoPlugin

/// What an evaluation yields: cells, what their origins mean, and what is to be noted.
package struct Evaluated: Sendable {
  package var cells: Cells
  package var origins: Origins
  package var notes: [Note] = []

  /// A value that nothing was computed for.
  package init(_ series: Series) {
    cells = Cells(series)
    origins = Origins(claimCount: 0)
  }

  init(cells: Cells, origins: Origins, notes: [Note]) {
    self.cells = cells
    self.origins = origins
    self.notes = notes
  }
}

/// Everything that an evaluation reads; it writes nothing.
struct EvaluationInput: Sendable {
  var catalogue: Catalogue
  var claims: ClaimIndex
  var stored: LayeredArray<StoredValue>
  var preference: Preference
  var budget: Budget
  var context: Context
}

/// A value that the session keeps, with the claims of its origins.
package struct StoredValue: Sendable {
  package var cells: Cells
  package var origins: Origins

  package init(cells: Cells, origins: Origins) {
    self.cells = cells
    self.origins = origins
  }
}

/// Runs `plan` against a snapshot; throws the diagnostic to show where there is no answer.
package func evaluate(
  _ plan: Plan, in catalogue: Catalogue, stored: LayeredArray<StoredValue> = LayeredArray(),
  preference: Preference = .latest,
  budget: Budget = .standard, context: Context = Context()
) throws(DiagnosticError) -> Evaluated {
  try evaluate(
    plan,
    EvaluationInput(
      catalogue: catalogue, claims: catalogue.claimIndex, stored: stored, preference: preference,
      budget: budget, context: context))
}

private func evaluate(_ plan: Plan, _ input: EvaluationInput) throws(DiagnosticError) -> Evaluated {
  var run = EvaluationRun(plan: plan, input: input)
  return try run.result()
}

/// The state of one evaluation.
struct EvaluationRun {
  let plan: Plan
  let input: EvaluationInput
  var slots: [Cells?]
  var origins: Origins
  var gaps: [Gap] = []
  var outcome = FusedOutcome()
  var cellsMade = 0
  /// What was asked for and is not there.
  struct Gap {
    var span: SourceSpan
    var name: String
    var period: Period
    var available: [Period]
    /// What is claimed of the same question for parts of the period, or for periods around it.
    var near: [String]
    var question: PickedQuestion
    var vintage: CivilDate? { question.vintage }
  }

  init(plan: Plan, input: EvaluationInput) {
    self.plan = plan
    self.input = input
    slots = Array(repeating: nil, count: plan.steps.count)
    origins = Origins(claimCount: input.catalogue.claims.count)
  }

  mutating func result() throws(DiagnosticError) -> Evaluated {
    try runSteps()
    guard let cells = slots[Int(plan.result)] else {
      throw fail(.internalFailure("the plan has no result", at: SourceSpan(start: 0, end: 0)))
    }
    let isFigure = cells.grid.count == 1 && cells.grid.periods == nil && cells.grid.dimensions.isEmpty
    // A figure that is not there is an error; so is one that a whole series rests on.
    if isFigure ? cells.series.values[0].isNaN : !gaps.isEmpty && cells.series.values.allSatisfy(\.isNaN) {
      throw fail(whyMissing())
    }
    return Evaluated(cells: cells, origins: origins, notes: notes(cells))
  }

  /// Runs all steps in their order; those inside a fused program leave nothing behind.
  mutating func runSteps() throws(DiagnosticError) {
    let program = plan.programs
    for (index, step) in plan.steps.enumerated() {
      if case .cellwise = step.operation, program[SlotID(index)] == nil { continue }
      if input.context.isCancelled { throw fail(.cancelled(at: step.span)) }
      let cells = try perform(step, at: SlotID(index))
      cellsMade += cells.count
      if cellsMade > input.budget.cells {
        throw fail(.tooManyCells(limit: input.budget.cells, at: step.span))
      }
      slots[index] = cells
    }
  }

  func fail(_ diagnostic: Diagnostic) -> DiagnosticError { DiagnosticError(diagnostic: diagnostic) }

  private func whyMissing() -> Diagnostic {
    let span = plan.steps[Int(plan.result)].span
    if let gap = gaps.first {
      return .noObservation(
        name: gap.name, period: gap.period, available: gap.available, near: gap.near,
        vintage: gap.vintage, inferred: inferredHint(gap), at: gap.span)
    }
    if outcome.dividedByZero { return .divisionByZero(at: span) }
    if outcome.leftTheReals { return .noRealResult(at: span) }
    return .noObservation(at: span)
  }

  func notes(_ cells: Cells) -> [Note] {
    var result = plan.notes
    for (_, notes) in cells.remarks.sorted(by: { $0.key < $1.key }) {
      for note in notes where !result.contains(note) { result.append(note) }
    }
    if cells.series.type.isBoolean, let lower = cells.series.lower, let upper = cells.series.upper,
      (0..<cells.count).contains(where: { !cells.series.values[$0].isNaN && lower[$0] < upper[$0] })
    {
      result.append(.undecided)
    }
    if outcome.dividedByZero { result.append(.divisionByZero) }
    if outcome.leftTheReals { result.append(.noRealResult) }
    return result
  }

  private mutating func perform(_ step: PlanStep, at slot: SlotID) throws(DiagnosticError) -> Cells {
    switch step.operation {
    case .constant(let value):
      return Cells(Series(value, type: step.type))
    case .stored(let index):
      return stored(Int(index), type: step.type)
    case .claimed(let need):
      return claimedCells(need, type: step.type)
    case .suppose(let bindings, let over):
      return supposing(bindings, over: over.map(cells), type: step.type)
    case .prefer(let claimed, let computed, let name):
      return preferring(cells(claimed), over: cells(computed), name: name)
    case .lastWithin(let operand, let frequency):
      return lastWithin(cells(operand), frequency)
    case .total(let operand, let frequency):
      return total(cells(operand), frequency, origins: &origins)
    case .pick(let operand, let period, let question):
      return picking(period, from: cells(operand), question, step: step)
    case .window(let operand, let range):
      return window(cells(operand), range)
    case .select(let operand, let dimension, let code):
      guard let selected = select(cells(operand), dimension: dimension, code: code) else {
        throw fail(
          .noSuchCode(code, dimension: dimension, grid: cells(operand).grid, at: step.span))
      }
      return selected
    case .retype(let operand):
      var cells = cells(operand)
      cells.series.type = step.type
      return cells
    case .cellwise:
      guard let program = plan.programs[slot] else { return .missing(step.type) }
      return program.run(
        program.leaves.map(cells), type: step.type, origins: &origins, outcome: &outcome)
    case .infer(let question):
      return try inferred(question, step: step)
    case .tabulate(let form, let question):
      return try tabulated(form, question, step: step)
    case .requireRate(let operand, let rate, let text, let period):
      let rateCells = cells(rate)
      if rateCells.count == 1, rateCells.series.values[0].isNaN {
        throw fail(.noRate(text, period: period, available: gaps.last?.available ?? [], at: step.span))
      }
      return cells(operand)
    case .native(let function, let arguments):
      return try native(function, arguments, step: step)
    case .metric(let indicator, let inputs):
      return try metric(indicator, inputs.map(cells), step: step)
    }
  }

  func cells(_ slot: SlotID) -> Cells {
    slots[Int(slot)] ?? .missing(plan.steps[Int(slot)].type)
  }

  private mutating func stored(_ index: Int, type: SeriesType) -> Cells {
    guard input.stored.indices.contains(index) else { return .missing(type) }
    var cells = input.stored[index].cells
    let old = input.stored[index].origins
    switch cells.series.origin {
    case .constant(let origin): cells.series.origin = .constant(origins.number(of: old.claims(of: origin)))
    case .values(let values):
      var moved: [Int32] = []
      moved.reserveCapacity(values.count)
      for value in values { moved.append(origins.number(of: old.claims(of: value))) }
      cells.series.origin = .values(moved)
    }
    return cells
  }

  private mutating func picking(
    _ period: Period, from cells: Cells, _ question: PickedQuestion, step: PlanStep
  ) -> Cells {
    if let picked = pick(cells, period) {
      var result = picked
      if case .period(let day) = picked.label, day != period {
        result.remarks[0, default: []].append(
          .lastObservation(
            name: plan.name(of: question.reference, in: input.catalogue), of: day, in: period))
      }
      return result
    }
    let available = cells.grid.periods?.periods.enumerated().filter {
      $0.offset < cells.series.values.count && !cells.series.values[$0.offset].isNaN
    }
    gaps.append(
      Gap(
        span: step.span, name: plan.name(of: question.reference, in: input.catalogue), period: period,
        available: available?.map(\.element) ?? [],
        near: claimsNear(period, question), question: question))
    return .missing(step.type, label: .period(period))
  }

  private func claimsNear(_ period: Period, _ question: PickedQuestion) -> [String] {
    let near = input.claims.claims(about: question.subject).filter { claim in
      guard let own = claim.period, own.overlaps(period), own.frequency != period.frequency else {
        return false
      }
      if let vintage = question.vintage, let published = claim.published, published > vintage { return false }
      return question.filter != .targets || claim.quality.role == .target
    }
    var texts: [String] = []
    for claim in near.reversed() where texts.count < 3 {
      guard let own = claim.period else { continue }
      let source = input.catalogue.sources[Int(claim.source)].name
      let text = "\(own) it is \(text(of: claim.value, question.unit)) (\(source))"
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.reversed()
  }

  private func claimedCells(_ need: Need, type: SeriesType) -> Cells {
    let preference = input.preference
    let sources = input.catalogue.sources
    let isPlain = preference == .latest
    return input.claims.cells(need, type: type, in: input.catalogue) { source in
      isPlain ? nil : preference.rank(of: sources[Int(source)].name, for: need.name)
    }
  }

  private func supposing(_ suppositions: [Supposition], over: Cells?, type: SeriesType) -> Cells {
    let ordered = suppositions.sorted { left, right in
      guard let first = left.period, let second = right.period else { return false }
      return PeriodAxis.isOrderedBefore(first, second)
    }
    var builder = CellsBuilder(capacity: ordered.count)
    for supposition in ordered {
      let cells = cells(supposition.slot)
      let value = supposition.conversion(cells.series.values.first ?? .nan)
      let known = value.isNaN ? .unbounded : supposition.conversion(cells.series.interval(at: 0))
      var quality = cells.series.quality[0]
      quality.isGiven = true
      builder.append(value, supposition.relation.interval(known), quality, cells.series.origin[0])
    }
    let periods = ordered.compactMap(\.period)
    let grid = Grid(periods: periods.count == ordered.count ? PeriodAxis(periods) : nil)
    let supposed = Cells(builder.series(type, grid: grid))
    guard let over else { return supposed }
    return merged(supposed, over) { index, supposed, _ in supposed.series.values[index].isNaN }
  }
}

extension Relation {
  /// What a cell can be that relates so to a figure that can be `interval`.
  func interval(_ interval: Interval) -> Interval {
    switch self {
    case .equal: interval
    case .greater, .greaterOrEqual: Interval(lower: interval.lower, upper: .infinity)
    case .less, .lessOrEqual: Interval(lower: -.infinity, upper: interval.upper)
    case .about: .unbounded
    }
  }
}

// Functions that are not cell by cell.
extension EvaluationRun {
  private mutating func native(
    _ index: Int32, _ planned: [PlanArgument], step: PlanStep
  ) throws(DiagnosticError) -> Cells {
    guard let function = input.catalogue.functions[Int(index)].native else { return .missing(step.type) }
    let operands = planned.map { argument -> Cells? in
      if case .slot(let slot) = argument { return cells(slot) }
      return nil
    }
    let arguments = zip(planned, operands).map { argument, cells -> Argument in
      switch argument {
      case .value(let value): return value
      case .slot:
        var series = cells?.series ?? Series(.nan, type: step.type)
        if series.grid.periods == nil, case .period(let label)? = cells?.label { series.label = label }
        return .series(series)
      }
    }
    let first = operands.compactMap { $0 }.first ?? .missing(step.type)
    switch function.shape {
    case .periodShift(let shift):
      return shifted(first) { shift.destination($0, arguments) }
    case .alongPeriods(let body):
      return alongPeriods(first, type: step.type, monotony: function.monotony.first ?? .none, body)
    case .selection(let choose):
      return selected(first, choose)
    case .reduction(let reduction):
      var name: String?
      for case .word(let word) in arguments { name = word }
      if let name, name != "period", !first.grid.dimensions.contains(where: { $0.name == name }) {
        throw fail(.noSuchCode("", dimension: name, grid: first.grid, at: step.span))
      }
      return reduced(
        first, reduction, over: name, monotony: function.monotony.first ?? .none, type: step.type)
    case .whole(let body):
      do throws(FunctionError) {
        let series = try body(arguments, step.type, input.context)
        try requireFitting(series)
        return wrapped(series, operands.compactMap { $0 }, type: step.type)
      } catch {
        throw fail(.functionFailed(function.signature, error, at: step.span))
      }
    case .firstPresent:
      return merged(first, operands.last.flatMap { $0 } ?? first) { index, first, _ in
        first.series.values[index].isNaN
      }
    case .quotient, .cellwise, .cellwisePair, .frequency:
      return .missing(step.type)
    }
  }

  private mutating func metric(
    _ index: Int32, _ inputs: [Cells], step: PlanStep
  ) throws(DiagnosticError) -> Cells {
    guard let metric = input.catalogue.indicators[Int(index)].metric else { return .missing(step.type) }
    do throws(FunctionError) {
      let series = try metric.compute(inputs.map(\.series), in: input.context)
      try requireFitting(series)
      return wrapped(series, inputs, type: step.type)
    } catch {
      throw fail(.functionFailed(metric.declaration.name, error, at: step.span))
    }
  }

  /// Refuses columns that do not fit the grid: a plugin may hand over anything.
  private func requireFitting(_ series: Series) throws(FunctionError) {
    func fits<Element>(_ column: Column<Element>) -> Bool {
      if case .values(let elements) = column { return elements.count == series.grid.count }
      return true
    }
    guard series.values.count == series.grid.count, (series.lower == nil) == (series.upper == nil),
      series.lower?.count ?? series.grid.count == series.grid.count,
      series.upper?.count ?? series.grid.count == series.grid.count, fits(series.quality), fits(series.origin)
    else { throw FunctionError("it returned columns that do not fit its grid.") }
  }

  /// A series that a plugin made: it comes from all that went in, and is no better than the weakest of it.
  private mutating func wrapped(_ series: Series, _ inputs: [Cells], type: SeriesType) -> Cells {
    var series = series
    series.type = type
    if case .constant(Origins.none) = series.origin {
      var origin = Origins.none
      var quality = Quality.normal
      for input in inputs {
        for index in 0..<input.count where !input.series.values[index].isNaN {
          origin = origins.union(origin, input.series.origin[index])
          quality = quality.combined(with: input.series.quality[index])
        }
      }
      series.origin = .constant(origin)
      if case .constant(.normal) = series.quality { series.quality = .constant(quality) }
    }
    let label: Cells.Label =
      series.label.map(Cells.Label.period) ?? inputs.reduce(.constant) { $0.combined(with: $1.label) }
    return Cells(series, label: series.grid.periods == nil ? label : .constant)
  }

  /// The cells at the periods they move to; two that would meet, as a leap day and the day before, are left out.
  private func shifted(_ cells: Cells, _ destination: (Period) -> Period?) -> Cells {
    guard let axis = cells.grid.periods else { return cells }
    var moved: [(period: Period, index: Int)] = []
    for (index, period) in axis.periods.enumerated() {
      if let target = destination(period) { moved.append((target, index)) }
    }
    moved.sort { PeriodAxis.isOrderedBefore($0.period, $1.period) }
    var kept: [(period: Period, index: Int)] = []
    for entry in moved where kept.last?.period != entry.period { kept.append(entry) }
    return cells.gatheringPeriods(kept.map(\.index), axis: PeriodAxis(kept.map(\.period)))
  }

  private mutating func alongPeriods(
    _ cells: Cells, type: SeriesType, monotony: Monotony,
    _ body: @Sendable (Span<Double>, inout MutableSpan<Double>) -> Void
  ) -> Cells {
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
    result.series.values = run(cells.series.values)
    if let lower = cells.series.lower, let upper = cells.series.upper {
      let count = cells.count
      switch monotony {
      case .increasing, .decreasing:
        let isRising = monotony == .increasing
        // Each step along the lane may have rounded once.
        let margin = Double(width) * .ulpOfOne
        result.series.lower = run(isRising ? lower : upper).map { $0.isNaN ? -.infinity : $0 - abs($0) * margin }
        result.series.upper = run(isRising ? upper : lower).map { $0.isNaN ? .infinity : $0 + abs($0) * margin }
      case .none:
        result.series.lower = Array(repeating: -.infinity, count: count)
        result.series.upper = Array(repeating: .infinity, count: count)
      }
    }
    // What is computed along time rests on all cells up to its own.
    var quality: [Quality] = []
    var origin: [Int32] = []
    for index in 0..<cells.count {
      let isFirst = index % width == 0
      let isMissing = cells.series.values[index].isNaN
      let own = isMissing ? Quality.normal : cells.series.quality[index]
      let ownOrigin = isMissing ? Origins.none : cells.series.origin[index]
      quality.append(isFirst ? own : own.combined(with: quality[index - 1]))
      origin.append(isFirst ? ownOrigin : origins.union(ownOrigin, origin[index - 1]))
    }
    result.series.quality = .values(quality)
    result.series.origin = .values(origin)
    return result
  }

  private func selected(_ cells: Cells, _ choose: @Sendable (Span<Double>) -> Int?) -> Cells {
    guard let axis = cells.grid.periods else { return cells }
    let width = max(1, axis.count)
    guard cells.grid.dimensions.isEmpty else {
      let lanes = cells.grid.dimensions.reduce(1) { $0 * $1.codes.count }
      let indices = (0..<lanes).map { lane in
        axis.count == 0 ? -1 : choose(cells.series.values.span.extracting(lane * width..<(lane + 1) * width)).map {
          lane * width + $0
        } ?? -1
      }
      var result = cells.gathering(indices, grid: Grid(dimensions: cells.grid.dimensions, periods: nil))
      result.label = .mixed
      return result
    }
    guard axis.count > 0, let index = choose(cells.series.values.span), index >= 0, index < cells.count,
      let picked = axis[index].flatMap({ pick(cells, $0) })
    else { return .missing(cells.series.type) }
    return picked
  }

  private mutating func reduced(
    _ cells: Cells, _ reduction: Reduction, over name: String?, monotony: Monotony, type: SeriesType
  ) -> Cells {
    let grid = cells.grid
    let isOverPeriods = name == nil || name == "period"
    guard isOverPeriods || grid.dimensions.contains(where: { $0.name == name }) else { return .missing(type) }
    let place = grid.dimensions.firstIndex { $0.name == name } ?? grid.dimensions.count
    let length = isOverPeriods ? grid.laneCount : grid.dimensions[place].codes.count
    let inner =
      isOverPeriods ? 1 : grid.dimensions[(place + 1)...].reduce(grid.laneCount) { $0 * $1.codes.count }
    let outer = grid.dimensions[..<place].reduce(1) { $0 * $1.codes.count }
    var dimensions = grid.dimensions
    if !isOverPeriods { dimensions.remove(at: place) }
    let reducedGrid = Grid(dimensions: dimensions, periods: isOverPeriods ? nil : grid.periods)
    var builder = CellsBuilder(capacity: reducedGrid.count)
    for block in 0..<outer {
      for offset in 0..<inner {
        let members = (0..<length).map { (block * length + $0) * inner + offset }
        let (value, interval) = reducedCell(members, of: cells.series, reduction, monotony: monotony)
        var quality = Quality.normal
        var origin = Origins.none
        for member in members where !cells.series.values[member].isNaN {
          quality = quality.combined(with: cells.series.quality[member])
          origin = origins.union(origin, cells.series.origin[member])
        }
        builder.append(value, interval, quality, origin)
      }
    }
    let series = builder.series(type, grid: reducedGrid)
    return Cells(series, label: isOverPeriods ? .mixed : .constant)
  }

  private func reducedCell(
    _ members: [Int], of series: Series, _ reduction: Reduction, monotony: Monotony
  ) -> (Double, Interval) {
    func run(_ value: (Int) -> Double) -> Double {
      var state = reduction.initial
      for member in members where !series.values[member].isNaN { reduction.add(&state, value(member)) }
      return reduction.finish(state)
    }
    if reduction.needsEveryCell, members.contains(where: { series.values[$0].isNaN }) {
      return (.nan, .unbounded)
    }
    let value = run { series.values[$0] }
    guard !series.isExact, !value.isNaN else { return (value, Interval(exactly: value)) }
    guard monotony == .increasing else { return (value, .unbounded) }
    let lower = run { series.interval(at: $0).lower }
    let upper = run { series.interval(at: $0).upper }
    return (
      value,
      Interval(
        lower: lower.isNaN ? -.infinity : lower.nextDown, upper: upper.isNaN ? .infinity : upper.nextUp)
    )
  }
}
