package import ChisoComputing
package import ChisoMeaning
import ChisoModel
package import ChisoPlugin

/// Why the answer to `expression` is what it is. The evaluation runs again with every step kept; the evaluator
/// itself knows nothing of it.
package func explain(
  _ expression: CheckedExpression, _ plan: Plan, in catalogue: Catalogue,
  stored: LayeredArray<Evaluated> = LayeredArray(),
  preference: Preference = .latest, budget: Budget = .standard, context: Context = Context()
) throws(DiagnosticError) -> Explanation {
  var plan = plan.readingAllCells
  plan.fuseNothing()
  let input = EvaluationInput(
    catalogue: catalogue, claims: catalogue.claimIndex, reasoning: .network, stored: stored,
    preference: preference,
    budget: budget,
    context: context)
  var run = Evaluator(plan: plan, input: input)
  // An answer that is missing is an error here as it is there.
  let evaluated = try run.result()
  let explainer = Explainer(plan: plan, input: input, slots: run.slots, origins: run.origins)
  let cells = evaluated.cells
  let roots = cells.known.map { explainer.node(plan.result, cells.grid.key(at: $0)) }
  return Explanation(expression: expression.text, roots: roots)
}

extension AnnotatedSeries {
  /// The cells that are not missing.
  fileprivate var known: [Int] { (0..<count).filter { !series.isMissing(at: $0) } }
}

/// Walks the steps of a plan that ran, from the result down.
private struct Explainer {
  let plan: Plan
  let input: EvaluationInput
  let slots: [AnnotatedSeries?]
  let origins: Origins
  private let told = Progress()
  /// How many steps may rest on one another before the rest is left out: nobody reads a tree that is deeper.
  private static let deepest = 24

  /// What is told so far.
  private final class Progress {
    /// How many steps there still is room for.
    var room = 1_000
    /// How many steps rest on one another where it stands.
    var depth = 0
    /// Those that come from others, without these.
    var steps: [Step: ExplanationNode] = [:]
  }

  private struct Step: Hashable {
    var slot: SlotID
    var key: ObservationKey
  }

  /// The step of `slot` at `key`. One that is used in several places is told with what it comes from in the first.
  func node(_ slot: SlotID, _ key: ObservationKey) -> ExplanationNode {
    let step = Step(slot: slot, key: key)
    if let known = told.steps[step] { return known }
    told.room -= 1
    told.depth += 1
    defer { told.depth -= 1 }
    guard told.room > 0, told.depth <= Explainer.deepest else {
      return ExplanationNode(
        text: "…", reason: .leftOut, interval: .unbounded, unit: .one, quality: .missing)
    }
    let made = newNode(slot, key)
    if !made.children.isEmpty {
      var again = made
      again.children = []
      again.notChosen = []
      again.isToldAbove = true
      told.steps[step] = again
    }
    return made
  }

  private func newNode(_ slot: SlotID, _ key: ObservationKey) -> ExplanationNode {
    let step = plan.steps[Int(slot)]
    switch step.operation {
    case .pick(let operand, let period, _):
      return node(operand, key.at(period))
    case .window(let operand, _), .retype(let operand), .heed(let operand, _, _),
      .requireRate(let operand, _, _, _), .outcomes(let operand):
      return node(operand, key)
    case .openWithoutOutcome(let operand, _):
      var inner = node(operand, key)
      fill(&inner, slot, key)
      return inner
    case .select(let operand, let dimension, let code):
      var inner = key
      inner[dimension] = code
      return node(operand, inner)
    case .whole(let operand, let dimension, _, _):
      var inner = key
      if slots[Int(operand)]?.grid.dimensions.contains(where: { $0.name == dimension }) ?? false {
        inner[dimension] = Grid.total
      }
      return node(operand, inner)
    case .cellwise(.scale, let operands):
      var inner = node(operands[0], key)
      guard inner.reason != .written, isComputed(inner) else { return inner }
      fill(&inner, slot, key)
      if plan.calls[slot] != nil { inner.text = text(slot, key) }
      return inner
    case .constant: return leaf(slot, key, .written)
    case .stored: return leaf(slot, key, .written)
    case .scan(let scan): return claimed(scan, slot, key)
    case .suppose(let suppositions, let over):
      if suppositions.contains(where: { $0.period == key.period || $0.period == nil }) {
        return leaf(slot, key, .supposed)
      }
      return over.map { node($0, key) } ?? leaf(slot, key, .missing)
    case .prefer(let claim, let computed, _):
      return preferred(claim, computed, slot, key)
    case .lastInPeriod(let operand, _, _):
      var result = leaf(slot, key, .lastObservation)
      if let index = slots[Int(slot)]?.grid.index(of: key),
        let day = slots[Int(slot)]?.days[Int32(clamping: index)]
      {
        result.children = [node(operand, key.at(day))]
        result.remark = "of \(day)"
      }
      return result
    case .sumOfParts(let operand, _):
      var result = leaf(slot, key, .total)
      let parts = slots[Int(operand)]?.grid.periods?.periods ?? []
      result.children = parts.filter { key.period?.contains($0) ?? false }
        .map { node(operand, key.at($0)) }
      return result
    case .cover(let parts, _):
      var result = leaf(slot, key, .total)
      let cells = parts.map { slots[Int($0)] ?? .missing(plan.steps[Int($0)].type) }
      guard let cover = key.period.flatMap({ cover(of: $0, by: cells) }) else { return result }
      result.children = cover.map {
        node(parts[$0.operand], key.at($0.period))
      }
      return result
    case .endOfPeriod(let operand, _):
      var result = leaf(slot, key, .lastObservation)
      let parts = slots[Int(operand)]?.grid.periods?.periods ?? []
      result.children = parts.filter { $0.last == key.period?.last }
        .map { node(operand, key.at($0)) }
      return result
    case .cellwise:
      var result = leaf(slot, key, .computed)
      result.children = children(chained(slot), key)
      return result
    case .latest(let candidates, _):
      let label = slots[Int(slot)]?.period
      let inner = key.at(label)
      let chosen = candidates.first { candidate in
        guard let label else { return candidate.length == nil }
        return slots[Int(candidate.slot)]?.grid.periods?.index(of: label) != nil
          || slots[Int(candidate.slot)]?.period == label
      }
      var result = leaf(slot, key, .computed)
      result.children = chosen.map { [node($0.slot, inner)] } ?? []
      return result
    case .mean(let operand, let period):
      var result = leaf(slot, key, .computed)
      let parts = slots[Int(operand)]?.grid.periods?.periods ?? []
      result.children = parts.filter(period.contains).prefix(24)
        .map { node(operand, key.at($0)) }
      return result
    case .rate(let ways, _, _):
      var result = leaf(slot, key, .computed)
      let taken = ways.first { way in leaf(way.slot, key, .computed).value == result.value } ?? ways[0]
      result.children = children(taken.steps.map(\.slot), key)
      return result
    case .native(let function, let arguments):
      return native(function, arguments, slot, key)
    case .computation(let indicator, let inputs):
      var result = leaf(
        slot, key, .defined(input.catalogue.indicators[Int(indicator)].name))
      result.children = children(inputs, key)
      return result
    case .infer, .tabulate(.spread, _):
      var result = leaf(slot, key, .inferred)
      result.children = claims(under: slot, key)
      return result
    case .tabulate, .revisions, .taken: return leaf(slot, key, .claimed)
    }
  }

  private func isComputed(_ node: ExplanationNode) -> Bool {
    if case .computed = node.reason { return true }
    return false
  }

  /// The claims that a cell comes from, each as a step of its own.
  private func claims(under slot: SlotID, _ key: ObservationKey) -> [ExplanationNode] {
    guard let cells = slots[Int(slot)], let index = cells.grid.index(of: key) else { return [] }
    return origins.claims(of: cells.series.origin[index]).compactMap { claim in
      if let (block, index) = input.catalogue.tabled(claim) { return tabled(block, index) }
      guard let reading = input.catalogue.claimReading(claim) else { return nil }
      let entry = input.catalogue.claims[Int(claim)]
      let cell = CellClaim(claim, entry, reading)
      var node = ExplanationNode(
        text: reading.expression.text, reason: .claimed, period: reading.period, value: cell.value,
        interval: cell.interval, unit: reading.expression.type.unit, quality: cell.quality)
      node.claim = explained(cell, whyNot: nil)
      return node
    }
  }

  /// A figure of a table as a step of its own.
  private func tabled(_ block: BlockEntry, _ index: Int?) -> ExplanationNode? {
    guard let index else { return nil }
    let entry = input.catalogue.indicators[Int(block.indicator)]
    let cell = block.figure(at: index)
    var node = ExplanationNode(
      text: "\(entry.name)\(block.grid.key(at: index).selector)", reason: .claimed, period: cell.period,
      value: cell.value, interval: cell.interval, unit: entry.unit, quality: cell.quality)
    node.claim = explained(cell, whyNot: nil)
    return node
  }

  /// What tables and observation sources say of the cell at `key`.
  private func tabledFigures(_ scan: Scan, _ cells: AnnotatedSeries?, _ key: ObservationKey)
    -> [CellClaim]
  {
    let catalogue = input.catalogue
    guard let indicator = scan.indicator, let dimensions = cells?.grid.dimensions else { return [] }
    let isWhole = dimensions.allSatisfy { key[$0.name] == Grid.total }
    return catalogue.blocks(of: indicator, scan).compactMap { block -> CellClaim? in
      guard !block.grid.dimensions.isEmpty || isWhole,
        let index = block.grid.index(of: key), !block.isMissing(at: index)
      else { return nil }
      let figure = block.figure(at: index)
      return scan.filter.admits(figure, vintage: scan.vintage) ? figure : nil
    }
  }

  /// What `slot` is computed from; of a chain that is written out, `a + b - c`, each of its members.
  private func chained(_ slot: SlotID) -> [SlotID] {
    guard case .cellwise(let operation, let operands) = plan.steps[Int(slot)].operation else { return [] }
    var members = Array(operands.reversed())
    while let first = members.last,
      case .cellwise(let inner, let more) = plan.steps[Int(first)].operation, operation.chains(with: inner),
      plan.calls[first] == nil, let leading = more.first,
      // What a name or a function stands for has one place, that of the name.
      plan.steps[Int(leading)].span != plan.steps[Int(first)].span
    {
      members.removeLast()
      members += more.reversed()
    }
    return members.reversed()
  }

  private func children(_ operands: [SlotID], _ key: ObservationKey) -> [ExplanationNode] {
    let nodes = operands.map { node($0, key) }.filter { $0.reason != .written }
    // One word for all that is left out.
    guard let first = nodes.firstIndex(where: { $0.reason == .leftOut }) else { return nodes }
    return nodes[...first] + nodes[first...].filter { $0.reason != .leftOut }
  }

  private func leaf(
    _ slot: SlotID, _ key: ObservationKey, _ reason: ExplanationNode.Reason
  ) -> ExplanationNode {
    let step = plan.steps[Int(slot)]
    var node = ExplanationNode(
      text: text(slot, key), reason: reason, interval: .unbounded, unit: step.type.unit,
      quality: .missing)
    fill(&node, slot, key)
    return node
  }

  private func fill(_ node: inout ExplanationNode, _ slot: SlotID, _ key: ObservationKey) {
    guard let cells = slots[Int(slot)] else { return }
    let index = cells.count == 1 && cells.grid.periods == nil ? 0 : cells.grid.index(of: key)
    node.unit = plan.steps[Int(slot)].type.unit
    node.isTruth = plan.steps[Int(slot)].type.isBoolean
    guard let index, index < cells.count else { return }
    let value = cells.series.values[index]
    node.value = value.isNaN ? nil : value
    node.interval = cells.series.interval(at: index)
    node.quality = cells.series.quality[index]
    node.period = cells.grid.periods == nil ? cells.period : key.period
  }

  private func text(_ slot: SlotID, _ key: ObservationKey) -> String {
    guard let reference = plan.calls[slot] ?? plan.steps[Int(slot)].reference else { return "" }
    let expression = plan.expressions[reference.expression]
    let written = expression.text(of: reference.node, in: input.catalogue)
    let period = expression[reference.node].extent == .series ? key.period : nil
    let dimensions = slots[Int(slot)]?.grid.dimensions ?? []
    let selector = ObservationKey(
      period: period,
      codes: dimensions.compactMap { dimension in
        key[dimension.name].map { DimensionCode(dimension.name, $0) }
      }
    ).selector
    if selector.isEmpty { return written }
    let isSimple = !written.contains(" ") || written.hasSuffix(")") && written.first?.isLetter == true
    return isSimple ? "\(written)\(selector)" : "(\(written))\(selector)"
  }

  private func claimed(_ scan: Scan, _ slot: SlotID, _ key: ObservationKey) -> ExplanationNode {
    let tabled = tabledFigures(scan, slots[Int(slot)], key)
    let isOfWhole =
      slots[Int(slot)]?.grid.dimensions.allSatisfy { key[$0.name] == Grid.total } ?? true
    let claims =
      input.claims.claims(about: scan.subject).filter {
        isOfWhole && scan.admits($0) && $0.period == key.period
      } + tabled
    let sources = input.catalogue.sources
    func rank(_ source: Int32) -> Int? {
      input.preference.rank(of: sources[Int(source)].name, for: scan.name)
    }
    guard let answer = answer(claims, preferred: rank) else { return leaf(slot, key, .missing) }
    if claims.count == 1, let only = tabled.first {
      let isOfFile = input.catalogue.tabled(only.claim)?.block.file != nil
      var result = leaf(slot, key, isOfFile ? .tabled : .observed)
      let sayer = input.catalogue.sayer(of: only.claim)
      result.remark = only.published.map { "\(sayer), \($0)" } ?? sayer
      return result
    }
    var result = leaf(slot, key, .claimed)
    result.claim = explained(answer.best, whyNot: nil)
    if let reference = plan.steps[Int(slot)].reference,
      case .recognised(let indicator, _) = plan.expressions[reference.expression][reference.node].operation
    {
      result.remark = "recognised as \(input.catalogue.indicators[Int(indicator)].name)"
    }
    let others = claims.filter { $0.claim != answer.best.claim }
    result.rule = others.isEmpty ? "the only claim" : nil
    for other in others {
      let reason = reasonForChoice(answer.best, over: other, preferred: rank)
      if result.rule == nil { result.rule = reason }
      let isMerged =
        !other.isTabled && !answer.best.isTabled && other.source == answer.best.source
        && other.interval.intersects(answer.best.interval)
        && other.quality.role == answer.best.quality.role
      result.notChosen.append(explained(other, whyNot: isMerged ? "read together with it" : whyNot(reason)))
    }
    return result
  }

  /// The same reason from the side of the claim that was not chosen.
  private func whyNot(_ reason: String) -> String {
    switch reason {
    case "preferred source": "another source is preferred"
    case "reported before target": "a target"
    case "better status": "weaker status"
    case "published later": "published earlier"
    case "narrower interval": "wider interval"
    case "said later": "said earlier"
    default: "earlier in its source"
    }
  }

  private func explained(_ claim: CellClaim, whyNot: String?) -> ExplainedClaim {
    let catalogue = input.catalogue
    return ExplainedClaim(
      text: catalogue.statement(claim.claim)?.text ?? exactWords(for: claim.value, unit(of: claim)).text,
      source: catalogue.sayer(of: claim.claim), published: claim.published, value: claim.value,
      interval: claim.interval, quality: claim.quality,
      assumed: claim.isTabled ? [] : catalogue.claims[Int(claim.claim)].assumed, whyNot: whyNot)
  }

  /// The unit of a figure of a table.
  private func unit(of figure: CellClaim) -> UnitOfMeasure {
    input.catalogue.tabled(figure.claim).map { input.catalogue.indicators[Int($0.block.indicator)].unit }
      ?? .one
  }

  /// What a cell holds: a value, or bounds without one.
  private struct Figure: Equatable {
    var value: Double?
    /// Of what has no value.
    var interval: Interval?

    init(_ series: Series, _ index: Int) {
      if series.isBoundedOnly(at: index) {
        interval = series.interval(at: index)
      } else {
        value = series.values[index]
      }
    }
  }

  private func preferred(
    _ claim: SlotID, _ computed: SlotID, _ slot: SlotID, _ key: ObservationKey
  ) -> ExplanationNode {
    func figure(_ slot: SlotID) -> Figure? {
      guard let cells = slots[Int(slot)] else { return nil }
      let index = cells.count == 1 && cells.grid.periods == nil ? 0 : cells.grid.index(of: key)
      guard let index, !cells.series.isMissing(at: index) else { return nil }
      return Figure(cells.series, index)
    }
    let chosen = figure(slot)
    guard let claimed = figure(claim) else {
      var result = node(computed, key)
      if let indicator = indicator(claim), isComputed(result) {
        result.reason = .defined(indicator)
        // A rate that a conversion uses stands nowhere in the text.
        if !isWritten(slot) { result.text = key.period.map { "\(indicator)[\($0)]" } ?? indicator }
      }
      return result
    }
    guard let computedFigure = figure(computed) else { return node(claim, key) }
    var definition = node(computed, key)
    if let indicator = indicator(claim), isComputed(definition) { definition.reason = .defined(indicator) }
    if chosen == computedFigure, chosen != claimed {
      let other = node(claim, key)
      definition.remark = "before a claim that is a target, a forecast, or rests on less"
      definition.notChosen = [other.claim].compactMap { claim in
        guard var claim else { return nil }
        claim.whyNot = "the computation is reported"
        return claim
      }
      return definition
    }
    var result = node(claim, key)
    let agrees = definition.interval.intersects(result.interval)
    definition.remark = agrees ? "agrees" : "does not agree"
    result.children.append(definition)
    return result
  }

  /// The indicator whose claims a slot holds.
  private func indicator(_ claim: SlotID) -> String? {
    guard case .scan(let scan) = plan.steps[Int(claim)].operation, let indicator = scan.indicator else {
      return nil
    }
    return input.catalogue.indicators[Int(indicator)].name
  }

  /// Whether the step stands for an indicator, or its definition, that somebody wrote.
  private func isWritten(_ slot: SlotID) -> Bool {
    guard let reference = plan.steps[Int(slot)].reference else { return false }
    switch plan.expressions[reference.expression][reference.node].operation {
    case .indicator, .recognised: return true
    default: return false
    }
  }

  /// The period of `slot` whose cell a shift brings to `key`.
  private func source(
    of key: ObservationKey, in slot: SlotID, _ shift: PeriodShift, _ arguments: [Argument]
  ) -> Period? {
    guard let period = key.period else { return nil }
    guard period.isInstant, let observations = shift.observations else {
      return try? shift.source(period, arguments)
    }
    guard let cells = slots[Int(slot)], let index = cells.grid.index(of: key),
      let steps = try? observations(arguments), let place = cells.observation(index, movedBy: -steps)
    else { return nil }
    return cells.grid.period(ofCell: place)
  }

  /// The dimension that is named among `arguments`; nil where none is.
  private func axis(of arguments: [PlanArgument]) -> String? {
    arguments.compactMap { argument -> Argument? in
      if case .value(let value) = argument { return value }
      return nil
    }.axis
  }

  private func native(
    _ function: Int32, _ arguments: [PlanArgument], _ slot: SlotID, _ key: ObservationKey
  ) -> ExplanationNode {
    var result = leaf(slot, key, .computed)
    let operands = arguments.compactMap { argument -> SlotID? in
      if case .slot(let slot) = argument { return slot }
      return nil
    }
    guard let native = input.catalogue.functions[Int(function)].native else { return result }
    switch native.shape {
    case .periodShift(let shift):
      let values = arguments.map { argument -> Argument in
        switch argument {
        case .value(let value): return value
        case .slot(let slot): return .series(slots[Int(slot)]?.series ?? Series(.nan, type: .number))
        }
      }
      if let first = operands.first {
        let source = source(of: key, in: first, shift, values)
        return node(first, key.at(source))
      }
    case .selection:
      let label = slots[Int(slot)]?.period
      if let first = operands.first {
        result.children = [node(first, key.at(label))]
      }
    case .requirement:
      if let first = operands.first { return node(first, key) }
    case .reduction, .alongPeriods, .jointReduction, .rolling, .acrossAxis, .timeline:
      if let first = operands.first, let cells = slots[Int(first)] {
        // What goes along a dimension leaves the total out of what it goes along.
        let layout = AxisLayout(axis(of: arguments), of: cells.grid)
        let parts = cells.known.filter { layout?.isPart($0) ?? true }
        result.children = parts.prefix(24).map { node(first, cells.grid.key(at: $0)) }
          .filter { $0.reason != .written }
      }
    default:
      result.children = children(operands, key)
    }
    return result
  }
}

extension FusedOperation {
  /// Whether both stand in one chain: sums and differences, or products and quotients.
  fileprivate func chains(with other: FusedOperation) -> Bool {
    guard case .binary(let outer) = self, case .binary(let inner) = other else { return false }
    let sums: Set = [BinaryOperator.add, .subtract]
    let products: Set = [BinaryOperator.multiply, .divide]
    return sums.isSuperset(of: [outer, inner]) || products.isSuperset(of: [outer, inner])
  }
}
