import ChisoDiagnostics
package import ChisoMeaning
package import ChisoModel
package import ChisoPlugin

/// What an evaluation yields: cells, what their origins mean, and what is to be noted. One object, since answers and
/// the session that keeps them share it.
package final class Evaluated: Sendable {
  package let cells: AnnotatedSeries
  package let origins: Origins
  package let notes: [Note]

  /// A value that nothing was read for.
  package convenience init(_ series: Series) {
    self.init(cells: AnnotatedSeries(series), origins: Origins(claimCount: 0), notes: [])
  }

  /// The same with more to be noted.
  package func noting(_ more: [Note]) -> Evaluated {
    more.isEmpty ? self : Evaluated(cells: cells, origins: origins, notes: notes + more)
  }

  init(cells: AnnotatedSeries, origins: Origins, notes: [Note]) {
    var cells = cells
    if case .period(let period) = cells.label { cells.series.label = period }
    self.cells = cells
    self.origins = origins
    self.notes = notes
  }
}

extension LayeredArray: StoredValues where Element == Evaluated {
  package func type(at index: Int) -> (type: SeriesType, extent: Extent) {
    let cells = self[index].cells
    guard cells.grid.isScalar else { return (cells.series.type, .series) }
    if case .period(let period) = cells.label { return (cells.series.type, .figure(period)) }
    return (cells.series.type, cells.label == .constant ? .constant : .figure(nil))
  }
}

/// What follows from everything that is claimed, as evaluation asks for it: whoever reasons stands above whoever computes.
package struct Reasoning: Sendable {
  /// The cells that `infer` yields.
  let cells:
    @Sendable (_ question: InferenceQuestion, _ step: PlanStep, _ slot: SlotID, _ run: inout Evaluator)
      throws(DiagnosticError) -> AnnotatedSeries
  /// What could be inferred for a figure that is not there; nil where nothing could.
  let hint: @Sendable (_ gap: Evaluator.Gap, _ run: Evaluator) -> Phrase?

  package init(
    cells:
      @escaping @Sendable (
        _ question: InferenceQuestion, _ step: PlanStep, _ slot: SlotID, _ run: inout Evaluator
      ) throws(DiagnosticError) -> AnnotatedSeries,
    hint: @escaping @Sendable (_ gap: Evaluator.Gap, _ run: Evaluator) -> Phrase?
  ) {
    self.cells = cells
    self.hint = hint
  }
}

/// Everything that an evaluation reads; it writes nothing.
package struct EvaluationInput: Sendable {
  package var catalogue: Catalogue
  package var claims: ClaimIndex
  var reasoning: Reasoning
  var stored: LayeredArray<Evaluated>
  package var preference: Preference
  var budget: Budget
  /// Stops at the end as well.
  package var context: Context
  /// Where results of parts are found and kept; nil where none are to be taken over.
  var parts: PartCache?
  /// When the time that the budget gives is over.
  var end: ContinuousClock.Instant?

  package init(
    catalogue: Catalogue, claims: ClaimIndex, reasoning: Reasoning, stored: LayeredArray<Evaluated>,
    preference: Preference, budget: Budget, context: Context
  ) {
    self.catalogue = catalogue
    self.claims = claims
    self.reasoning = reasoning
    self.stored = stored
    self.preference = preference
    self.budget = budget
    end = budget.deadline.map { ContinuousClock.now.advanced(by: $0) }
    self.context = context.ending(at: end)
  }
}

/// Runs `plan` against a snapshot, with the results of parts from earlier runs and snapshots if `reusingParts`; throws the
/// diagnostic to show where there is no answer.
package func evaluate(
  _ plan: Plan, in catalogue: Catalogue, reasoning: Reasoning,
  stored: LayeredArray<Evaluated> = LayeredArray(),
  preference: Preference = .latest,
  budget: Budget = .standard, context: Context = Context(), reusingParts: Bool = false
) throws(DiagnosticError) -> Evaluated {
  var input = EvaluationInput(
    catalogue: catalogue, claims: catalogue.claimIndex, reasoning: reasoning, stored: stored,
    preference: preference,
    budget: budget, context: context)
  // Neither a preference nor a day is part of what parts are known by.
  if reusingParts, preference == .latest, context.vintage == nil { input.parts = catalogue.partCache }
  return try evaluate(plan, input)
}

private func evaluate(_ plan: Plan, _ input: EvaluationInput) throws(DiagnosticError) -> Evaluated {
  var run = Evaluator(plan: plan, input: input)
  guard plan.isSelective else { return try run.result() }
  do throws(DiagnosticError) {
    let result = try run.result()
    if !run.tellsOfOtherCells(result) { return result }
  } catch {
    if error.diagnostic.endsEvaluation { throw error }
  }
  // What is not there is told beside what is.
  var whole = Evaluator(plan: plan.readingAllCells, input: input)
  return try whole.result()
}

/// The state of one evaluation.
package struct Evaluator {
  package let plan: Plan
  package var input: EvaluationInput
  package var slots: [AnnotatedSeries?]
  package var origins: Origins
  var gaps: [Gap] = []
  /// Gaps that left a comparison open.
  var openings: [Gap] = []
  var outcome = FusedOutcome()
  var cellsMade = 0
  var bytesMade = 0
  var nativeCalls = 0
  /// The keys of the steps, where parts are taken over.
  var partKeys: [QuestionKey?] = []
  /// The steps whose results are needed and not known; empty where all are to run.
  var isStepNeeded: [Bool] = []
  /// Where nothing has been reported of what the latest was asked for.
  var outcomeless: [PlanStep] = []
  /// What a series is measured on and is not there, and why.
  var baseless: [(span: SourceSpan, name: String, reason: Note)] = []
  /// What the evaluation took over from the one that asked for it.
  var taken: [AnnotatedSeries] = []
  /// Where the figures are of which a range has none.
  var emptyRange: Note?
  /// Why a function that may only throw an error of its own had to end.
  var ending: Diagnostic?
  /// What was asked for and is not there.
  package struct Gap {
    package var slot: SlotID
    package var span: SourceSpan
    package var name: String
    package var period: Period
    var available: [Period]
    /// What is claimed of the same question for parts of the period, or for periods around it.
    var near: [Phrase]
    /// What is remarked on the cell that is missing.
    package var remarks: [Note]
    package var question: PickedQuestion
    /// The target that there is in place of the outcome that was asked for, and the latest outcome.
    var withoutOutcome: Note?
    package var vintage: CivilDate? { question.vintage }
  }

  package init(plan: Plan, input: EvaluationInput) {
    self.plan = plan
    self.input = input
    slots = Array(repeating: nil, count: plan.steps.count)
    origins = Origins(claimCount: input.catalogue.claims.count)
  }

  package mutating func result() throws(DiagnosticError) -> Evaluated {
    if let parts = input.parts {
      partKeys = plan.partKeys(in: input.catalogue)
      takeKnownParts(parts)
    }
    try runSteps()
    tighten(plan.result)
    if let parts = input.parts { keepParts(in: parts) }
    guard let cells = slots[Int(plan.result)] else {
      throw fail(.internalFailure("the plan has no result", at: SourceSpan(start: 0, end: 0)))
    }
    let isFigure = cells.grid.isScalar
    // A figure that is not there is an error; so is one that a whole series rests on.
    let isWithoutGround = !gaps.isEmpty || !baseless.isEmpty
    if isFigure ? cells.series.isMissing(at: 0) : isWithoutGround && cells.series.isWhollyMissing {
      throw fail(whyMissing(cells))
    }
    return Evaluated(cells: cells, origins: origins, notes: notes(cells))
  }

  /// Runs all steps in their order; those inside a fused program leave nothing behind.
  mutating func runSteps() throws(DiagnosticError) {
    try requireDepth()
    let program = plan.programs
    for (index, step) in plan.steps.enumerated() {
      if case .cellwise = step.operation, program[SlotID(index)] == nil { continue }
      if !isStepNeeded.isEmpty, !isStepNeeded[index] || slots[index] != nil { continue }
      input.context.report(index, of: plan.steps.count)
      var cells = try perform(step, at: SlotID(index))
      if !step.operation.isCellwise { cells.series.settle(&outcome) }
      // Asked after each step, so that the one that took the time is named.
      if let interruption = interruption(at: step) { throw fail(interruption) }
      try count(cells, at: step)
      slots[index] = cells
    }
  }

  /// Whether something is to be told of cells that were not asked for: what stands in place of what is missing.
  fileprivate func tellsOfOtherCells(_ result: Evaluated) -> Bool {
    emptyRange != nil || !openings.isEmpty || result.cells.series.isWhollyMissing
  }

  package func fail(_ diagnostic: Diagnostic) -> DiagnosticError { DiagnosticError(diagnostic: diagnostic) }

  private func whyMissing(_ cells: AnnotatedSeries) -> Diagnostic {
    let span = plan.steps[Int(plan.result)].span
    var parts = cells.remarks.values.joined().filter { $0.id == Note.incompleteID }
    // What a sum lacks may be said where its parts are.
    if parts.isEmpty {
      let below = Set(slots.compactMap { $0?.remarks.values.joined() }.joined())
      parts = below.filter { $0.id == Note.incompleteID }.sorted { $0.message < $1.message }
    }
    if let gap = gaps.first {
      if let reason = gap.remarks.first(where: { $0.id != Note.incompleteID }) {
        return .missingFigure(because: reason, at: gap.span)
      }
      var result = Diagnostic.noObservation(
        name: gap.name, period: gap.period, available: gap.available, near: gap.near,
        undated: undatedFigures(of: gap.question.subject, gap.question.unit, gap.question.filter),
        mentioned: claimsAround(gap), vintage: gap.vintage, inferred: input.reasoning.hint(gap, self),
        isTarget: gap.question.filter == .targets,
        at: gap.span)
      result.hints = gap.remarks.map { Diagnostic.Hint($0.phrase) } + result.hints
      let longer = plan.notes.filter { $0.id == Note.longerOnlyID }
      if !longer.isEmpty { result.hints = longer.map { Diagnostic.Hint($0.phrase) } }
      return result
    }
    if let base = baseless.first { return .noBase(base.name, base.reason, at: base.span) }
    if let reason = cells.remarks.values.joined().first(where: { Note.reasonIDs.contains($0.id) }) {
      return .missingFigure(because: reason, at: span)
    }
    if let step = outcomeless.first, let diagnostic = noOutcome(step) { return diagnostic }
    if outcome.dividedByZero { return .divisionByZero(at: span) }
    if outcome.isTooLarge { return .tooLarge(at: span) }
    if outcome.leftTheReals { return .noRealResult(at: span) }
    var result = Diagnostic.noObservation(
      unobserved: unobserved, asked: plan.expressions.first?.text, at: span)
    result.hints += plan.notes.filter { $0.id == "no-outcome" }.map { Diagnostic.Hint($0.phrase) }
    if !parts.isEmpty { result.hints = parts.map { Diagnostic.Hint($0.phrase) } }
    if let emptyRange {
      result.hints =
        [Diagnostic.Hint(emptyRange.phrase)]
        + plan.notes.filter { $0.id == "no-outcome" }.map { Diagnostic.Hint($0.phrase) }
    }
    return result
  }

  /// The indicators in the question that nobody says anything about.
  private var unobserved: [String] {
    var names: [String] = []
    for case .indicator(let index)? in plan.expressions.first?.nodes.map(\.operation) ?? [] {
      let entry = input.catalogue.indicators[Int(index)]
      guard entry.declaration.definition == nil, entry.computation == nil, !names.contains(entry.name),
        input.claims.frequencies(of: QuestionKey(.indicator, UInt64(index))).isEmpty,
        input.catalogue.blockFrequencies(of: index).isEmpty
      else { continue }
      names.append(entry.name)
    }
    return names
  }

  func notes(_ cells: AnnotatedSeries) -> [Note] {
    var result = plan.notes
    var known = Set(result)
    for (_, notes) in cells.remarks.sorted(by: { $0.key < $1.key }) {
      for note in notes where known.insert(note).inserted { result.append(note) }
    }
    shorten(&result, Note.otherFigureID, of: cells, Note.moreOtherFigures)
    shorten(&result, Note.incompleteID, of: cells, Note.moreIncomplete)
    shorten(&result, Note.partialID, of: cells, Note.morePartial)
    shorten(&result, Note.tooLargeID, of: cells, Note.moreTooLarge)
    // One day for each cell of a long series is more than a note can tell.
    let days = result.count { $0.id == Note.lastObservationID }
    if days > 3 { result.removeAll { $0.id == Note.lastObservationID } }
    if cells.series.type.isBoolean, let lower = cells.series.lower, let upper = cells.series.upper,
      (0..<cells.count).contains(where: { !cells.series.values[$0].isNaN && lower[$0] < upper[$0] })
    {
      result.append(.undecided)
    }
    if !cells.series.type.isBoolean, cells.series.lower != nil,
      (0..<cells.count).contains(where: { index in
        !cells.series.values[index].isNaN && cells.series.interval(at: index).isUnbounded
          && hasOneSidedClaim(cells.series, index)
      })
    {
      result.append(.endsAlone)
    }
    for opening in openings { opening.withoutOutcome.map { result.append($0) } }
    if openings.isEmpty, cells.series.type.isBoolean,
      (0..<cells.count).contains(where: cells.series.isBoundedOnly(at:))
    {
      result.append(.leftOpen)
    }
    if cells.grid.periods != nil, cells.series.isWhollyMissing {
      result.append(emptyRange ?? .nothingMeets(unobserved))
    }
    if outcome.dividedByZero { result.append(.divisionByZero) }
    if outcome.isTooLarge { result.append(.tooLarge) }
    if outcome.leftTheReals { result.append(.noRealResult) }
    return result
  }

  /// Leaves the first two notes of a sort where more than three cells have one, and counts the others.
  private func shorten(_ notes: inout [Note], _ id: String, of cells: AnnotatedSeries, _ more: (Int) -> Note)
  {
    let count = cells.remarks.values.count { $0.contains { $0.id == id } }
    guard count > 3 else { return }
    let shown = notes.filter { $0.id == id }.prefix(2)
    notes.removeAll { $0.id == id }
    notes += shown + [more(count - shown.count)]
  }

  mutating func perform(_ step: PlanStep, at slot: SlotID) throws(DiagnosticError) -> AnnotatedSeries {
    switch step.operation {
    case .constant(let value, let interval):
      return AnnotatedSeries(Series(value, interval, type: step.type))
    case .stored(let index):
      return stored(Int(index), type: step.type)
    case .scan(let scan):
      return try claimedCells(scan, at: step)
    case .suppose(let bindings, let over):
      return try supposing(bindings, over: over.map(cells), step: step)
    case .heed(let answer, let suppositions, let question):
      return try heeding(suppositions, in: cells(answer), of: question, step: step)
    case .prefer(let claimed, let computed, let name):
      try requireUnion(cells(claimed), cells(computed), at: step)
      return preferring(cells(claimed), over: cells(computed), name: name)
    case .lastInPeriod(let operand, let frequency, let name):
      return lastInPeriod(cells(operand), frequency, name: name)
    case .sumOfParts(let operand, let frequency):
      return total(cells(operand), frequency, origins: &origins)
    case .cover(let operands, let frequency):
      return covering(operands.map(cells), frequency, type: step.type, origins: &origins)
    case .endOfPeriod(let operand, let frequency):
      return closing(cells(operand), frequency)
    case .pick(let operand, let period, let question):
      return picking(period, from: cells(operand), question, step: step, at: slot)
    case .latest(let candidates, let length):
      return latest(of: candidates, length: length, step: step)
    case .mean(let operand, let period):
      return mean(of: cells(operand), within: period, step: step)
    case .window(let operand, let range):
      let result = window(cells(operand), range)
      tellOfEmptyRange(result, of: operand, range)
      return result
    case .select(let operand, let dimension, let code):
      guard let selected = select(cells(operand), dimension: dimension, code: code) else {
        throw fail(
          .noSuchCode(code, dimension: dimension, grid: cells(operand).grid, at: step.span))
      }
      return selected
    case .whole(let operand, let dimension, let part, let reference):
      return try whole(cells(operand), dimension, beside: part, reference, step: step)
    case .retype(let operand):
      var cells = cells(operand)
      cells.series.type = step.type
      return cells
    case .cellwise:
      guard let program = plan.programs[slot] else { return .missing(step.type) }
      let leaves = program.leaves.map(cells)
      let grid = commonGrid(leaves.map(\.grid))
      // Asked before memory is taken: series that share no axis multiply.
      try require(grid.count, at: step)
      try countCalls(program.nativeCalls(rows: grid.count), at: step)
      var result = program.run(leaves, on: grid, type: step.type, origins: &origins, outcome: &outcome)
      tighten(&result, program, leaves)
      openWhereEndsDecide(&result)
      if result.count == 1, result.series.isMissing(at: 0), outcome.isClean,
        areKnownByEnds(leaves.map { ($0, [0]) })
      {
        result.remarks[0, default: []].append(.endsAlone)
      }
      noteWholes(in: &result, of: slot)
      notePairs(in: &result, of: slot)
      return result
    case .outcomes(let operand):
      return outcomes(of: cells(operand), step: step, at: slot)
    case .openWithoutOutcome(let operand, let leavesOutTargets):
      return openingWithoutOutcome(cells(operand), operand, leavesOutTargets: leavesOutTargets)
    case .infer(let question):
      return try input.reasoning.cells(question, step, slot, &self)
    case .tabulate(let form, let question):
      return try tabulated(form, question, step: step)
    case .rate(let ways, let unit, let pair):
      return chosenRate(ways, unit, pair)
    case .revisions(let question):
      return try revisions(question, step: step)
    case .taken(let place):
      return taken.indices.contains(place) ? taken[place] : .missing(step.type)
    case .requireRate(let operand, let rate, let text, let period):
      let rateCells = cells(rate)
      if rateCells.count == 1, rateCells.series.isMissing(at: 0) {
        let missing = missingStep(of: rate) ?? text
        throw fail(.noRate(missing, period: period, available: gaps.last?.available ?? [], at: step.span))
      }
      return converted(cells(operand), at: rateCells, text)
    case .native(let function, let arguments):
      return try native(function, arguments, calledBy: called(slot), step: step)
    case .computation(let indicator, let inputs):
      return try computation(indicator, inputs.map(cells), step: step)
    }
  }

  /// The total of a dimension beside one part of it. Without one nothing is known of the whole.
  private func whole(
    _ cells: AnnotatedSeries, _ dimension: String, beside part: String, _ reference: NodeReference,
    step: PlanStep
  ) throws(DiagnosticError) -> AnnotatedSeries {
    guard let place = cells.grid.dimensions.firstIndex(where: { $0.name == dimension }) else { return cells }
    if let total = select(cells, dimension: dimension, code: Grid.total) { return total }
    let name = plan.name(of: reference, in: input.catalogue)
    var dimensions = cells.grid.dimensions
    dimensions.remove(at: place)
    let grid = Grid(dimensions: dimensions, periods: cells.grid.periods)
    if grid.periods == nil, dimensions.isEmpty {
      throw fail(.noTotal(name, of: dimension, beside: part, at: step.span))
    }
    var result = cells.gathering([Int](repeating: -1, count: grid.count), grid: grid)
    for index in 0..<result.count {
      result.remarks[Int32(clamping: index)] = [.noTotal(name, of: dimension, beside: part)]
    }
    return result
  }

  /// Keeps where the figures of a series are of which a range has none.
  private mutating func tellOfEmptyRange(_ result: AnnotatedSeries, of operand: SlotID, _ range: PeriodRange)
  {
    guard emptyRange == nil, result.series.isWhollyMissing else { return }
    let whole = cells(operand)
    let lanes = max(1, whole.grid.laneCount)
    let known = (whole.grid.periods?.periods ?? []).enumerated().filter { place, _ in
      stride(from: place, to: whole.count, by: lanes).contains { !whole.series.isMissing(at: $0) }
    }
    guard let first = known.first?.element, let last = known.last?.element,
      let reference = plan.steps[Int(operand)].reference
    else { return }
    emptyRange = .emptyRange(
      plan.name(of: reference, in: input.catalogue), range, from: first, to: last)
  }

  /// The function of the language whose body is the call at `slot`; nil where that was written itself.
  private func called(_ slot: SlotID) -> String? {
    guard let call = plan.calls[slot],
      case .inlined(let function, _, _) = plan.expressions[call.expression][call.node].operation
    else { return nil }
    return input.catalogue.functions[Int(function)].name
  }

  package func cells(_ slot: SlotID) -> AnnotatedSeries {
    slots[Int(slot)] ?? .missing(plan.steps[Int(slot)].type)
  }

  private mutating func stored(_ index: Int, type: SeriesType) -> AnnotatedSeries {
    guard input.stored.indices.contains(index) else { return .missing(type) }
    return adopted(input.stored[index])
  }

  /// The cells of another evaluation, with their origins as this one numbers them.
  mutating func adopted(_ other: Evaluated) -> AnnotatedSeries {
    var cells = other.cells
    let old = other.origins
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
    _ period: Period, from cells: AnnotatedSeries, _ question: PickedQuestion, step: PlanStep, at slot: SlotID
  ) -> AnnotatedSeries {
    if let picked = pick(cells, period) { return picked }
    // What could not be held is no gap.
    if outcome.isTooLarge, cells.grid.periods?.index(of: period) != nil {
      return .missing(step.type, label: .period(period))
    }
    let available = cells.grid.periods?.periods.enumerated().filter {
      $0.offset < cells.series.values.count && !cells.series.isMissing(at: $0.offset)
    }
    gaps.append(
      Gap(
        slot: slot, span: step.span, name: plan.name(of: question.reference, in: input.catalogue),
        period: period,
        available: available?.map(\.element) ?? [],
        near: claimsNear(period, question), remarks: remarks(on: period, in: cells), question: question,
        withoutOutcome: withoutOutcome(period, question)))
    return .missing(step.type, label: .period(period))
  }

  /// Why the cell of a series is missing, where that was remarked.
  private func remarks(on period: Period, in cells: AnnotatedSeries) -> [Note] {
    guard let index = cells.grid.periods?.index(of: period) else { return [] }
    return (cells.remarks[Int32(clamping: index)] ?? []).filter {
      $0.id == Note.incompleteID || Note.reasonIDs.contains($0.id)
    }
  }

  /// The cells to be converted, with a remark on those periods for which there is no rate.
  private func converted(_ cells: AnnotatedSeries, at rate: AnnotatedSeries, _ text: String)
    -> AnnotatedSeries
  {
    guard let periods = cells.grid.periods?.periods, let known = rate.grid.periods else { return cells }
    let without = periods.enumerated().filter { place, period in
      place < cells.count && !cells.series.isMissing(at: place) && known.index(of: period) == nil
    }
    var result = cells
    if let last = periods.indices.last, !without.isEmpty {
      // On the cells that stay, since the others have no place in the result.
      let kept = periods.indices.first { known.index(of: periods[$0]) != nil } ?? last
      result.remarks[Int32(clamping: kept), default: []].append(
        .withoutRate(text, without.map(\.element)))
    }
    return result
  }

  private func claimsNear(_ period: Period, _ question: PickedQuestion) -> [Phrase] {
    let tabled =
      input.catalogue.indicator(ofKey: question.subject).map {
        input.catalogue.tabledFigures(of: $0, vintage: question.vintage)
      } ?? []
    let near = (input.claims.claims(about: question.subject) + tabled).filter { claim in
      guard let own = claim.period, own.overlaps(period), own.frequency != period.frequency else {
        return false
      }
      if let vintage = question.vintage, let published = claim.published, published > vintage { return false }
      return question.filter != .targets || claim.quality.role == .target
    }
    var texts: [Phrase] = []
    for claim in near.reversed() where texts.count < 3 {
      guard let own = claim.period else { continue }
      let source = input.catalogue.sources[Int(claim.source)].name
      let text: Phrase =
        "\(own) it is \(shortWords(for: claim.value, in: claim.interval, question.unit)) (\(source))"
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.reversed()
  }

  private func claimedCells(_ scan: Scan, at step: PlanStep) throws(DiagnosticError) -> AnnotatedSeries {
    let preference = input.preference
    let sources = input.catalogue.sources
    let isPlain = preference == .latest
    var cells = try input.claims.cells(
      scan, type: step.type, in: input.catalogue, input.context,
      require: { count throws(DiagnosticError) in try require(count, at: step) },
      preferred: { source in
        isPlain ? nil : preference.rank(of: sources[Int(source)].name, for: scan.name)
      })
    if scan.isOfTarget { cells.becomeTargets(scan.filter) }
    return cells
  }
}
