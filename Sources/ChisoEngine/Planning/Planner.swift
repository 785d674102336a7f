import ChisoDiagnostics
package import ChisoModel
import ChisoPlugin

/// The program that answers `expression`, as known on `vintage`; which lengths of period there are decides what a
/// bare name means, so a plan belongs to a state of the catalogue.
package func plan(
  _ expression: CheckedExpression, in catalogue: Catalogue, vintage: CivilDate?
) throws(DiagnosticError) -> Plan {
  var run = PlanRun(catalogue: catalogue)
  let source = run.add(expression)
  let context = PlanContext(vintage: vintage)
  let root = NodeReference(expression: source, node: expression.root)
  let frequency = try run.naturalFrequency(of: root, context)
  run.plan.result = try run.slot(root, frequency.known, context)
  run.plan.type = expression.type
  run.plan.extent = expression.extent
  run.plan.expressions = run.expressions
  run.plan.fuse()
  return run.plan
}

/// A node in one of the expressions that a plan is made of: the statement, and definitions of indicators.
struct NodeReference: Hashable {
  var expression: Int
  var node: NodeID
}

/// What an enclosing form says to everything below it.
struct PlanContext: Hashable {
  var vintage: CivilDate?
  var filter = ClaimFilter.all
  /// The nearest question below is computed, whatever is claimed.
  var computes = false
  /// Which list of suppositions holds; −1 for none.
  var suppositions = -1
}

extension PlanContext {
  /// The context inside of a form.
  func entering(_ form: Form) -> PlanContext {
    var result = self
    switch form {
    case .reported: result.filter = .reported
    case .target: result.filter = .targets
    case .computed: result.computes = true
    case .infer, .claims, .revisions, .spread: break
    }
    return result
  }
}

/// The length of period that a node has by itself.
enum NaturalFrequency: Hashable {
  /// A figure or a constant: it fits any.
  case any
  /// A series of which nothing is known.
  case unknown
  case frequency(Frequency)

  var known: Frequency? {
    if case .frequency(let frequency) = self { return frequency }
    return nil
  }
}

/// The state of planning one statement.
struct PlanRun {
  let catalogue: Catalogue
  let index: ClaimIndex
  var plan = Plan()
  private(set) var expressions: [CheckedExpression] = []
  private var definitions: [Int32: Int] = [:]
  private var slots: [SlotKey: SlotID] = [:]
  private var naturals: [SlotKey: NaturalFrequency] = [:]
  /// Where in the statement that which is being planned was asked for.
  private var place: SourceSpan?
  /// The node that is being planned.
  private var current: NodeReference?
  /// Indicators whose definitions are being planned, so that none is defined by itself.
  private var open: [Int32] = []
  /// The lists of suppositions that contexts refer to, each with the question that it is about.
  var suppositions: [[(subject: NormalKey, supposition: Supposition)]] = []

  struct SlotKey: Hashable {
    var reference: NodeReference
    var frequency: Frequency?
    var context: PlanContext
  }

  init(catalogue: Catalogue) {
    self.catalogue = catalogue
    index = catalogue.claimIndex
  }

  mutating func add(_ expression: CheckedExpression) -> Int {
    expressions.append(expression)
    index.read(expression.indicators, in: catalogue)
    return expressions.count - 1
  }

  func node(_ reference: NodeReference) -> CheckedNode { expressions[reference.expression][reference.node] }

  mutating func step(_ operation: PlanOperation, _ type: SeriesType, at node: CheckedNode) -> SlotID {
    plan.steps.append(
      PlanStep(operation: operation, type: type, span: place ?? node.span, reference: current))
    return SlotID(plan.steps.count - 1)
  }

  /// The slot that holds `reference` at the length of period `frequency`.
  mutating func slot(
    _ reference: NodeReference, _ frequency: Frequency?, _ context: PlanContext
  ) throws(DiagnosticError) -> SlotID {
    let key = SlotKey(reference: reference, frequency: frequency, context: context)
    if let known = slots[key] { return known }
    // A long chain leans to the left: its operands first, so that none waits for another.
    var inner = context
    inner.computes = false
    for operand in leftSpine(of: reference).reversed() { _ = try slot(operand, frequency, inner) }
    let outer = current
    let outerPlace = place
    current = reference
    // What a definition needs is shown where the statement asks for it.
    if reference.expression == 0 { place = node(reference).span }
    defer {
      current = outer
      place = outerPlace
    }
    let slot = try makeSlot(reference, frequency, context)
    slots[key] = slot
    return slot
  }

  /// The left operands under a chain of operators, the nearest first; none where the chain is short.
  private func leftSpine(of reference: NodeReference) -> [NodeReference] {
    var spine: [NodeReference] = []
    var next = reference
    while case .binary(_, let left, _, _, _) = node(next).operation {
      next.node = left
      spine.append(next)
    }
    return spine.count > 16 ? spine : []
  }

  private mutating func makeSlot(
    _ reference: NodeReference, _ frequency: Frequency?, _ context: PlanContext
  ) throws(DiagnosticError) -> SlotID {
    let node = node(reference)
    func operand(_ id: NodeID) -> NodeReference { NodeReference(expression: reference.expression, node: id) }
    switch node.operation {
    case .constant(let value): return step(.constant(value), node.type, at: node)
    case .text, .period, .range, .unit, .word, .function: return step(.constant(.nan), node.type, at: node)
    case .stored(let index): return step(.stored(index), node.type, at: node)
    case .indicator(let indicator), .recognised(let indicator, _):
      return try indicatorSlot(indicator, frequency, context, at: node)
    case .binary(let operation, let left, let right, let leftConversion, let rightConversion):
      var inner = context
      inner.computes = false
      let first = scaled(try slot(operand(left), frequency, inner), leftConversion, at: node)
      let second = scaled(try slot(operand(right), frequency, inner), rightConversion, at: node)
      let computed = step(.cellwise(FusedOperation(operation), [first, second]), node.type, at: node)
      return claimsOver(computed, node, frequency, context)
    case .negate(let inner):
      return step(.cellwise(.negate, [try slot(operand(inner), frequency, context)]), node.type, at: node)
    case .not(let inner):
      return step(.cellwise(.not, [try slot(operand(inner), frequency, context)]), node.type, at: node)
    case .slice(let base, let selector):
      return try sliceSlot(operand(base), selector, frequency, context, at: node)
    case .convert(let inner, let conversion, let rate):
      let value = scaled(try slot(operand(inner), frequency, context), conversion, type: node.type, at: node)
      guard let rate else { return value }
      return try converted(value, rate, frequency, context, at: node)
    case .conditional(let condition, let consequence, let alternative):
      let slots = [
        try slot(operand(condition), frequency, context), try slot(operand(consequence), frequency, context),
        try slot(operand(alternative), frequency, context),
      ]
      return step(.cellwise(.conditional, slots), node.type, at: node)
    case .native(let function, let arguments):
      var inner = context
      inner.computes = false
      let computed = try nativeSlot(function, arguments.map(operand), frequency, inner, at: node)
      return claimsOver(computed, node, frequency, context)
    case .inlined(_, let body, _):
      var inner = context
      inner.computes = false
      let computed = try slot(operand(body), frequency, inner)
      plan.calls[computed] = reference
      return claimsOver(computed, node, frequency, context)
    case .form(let form, let inner):
      return try formSlot(form, operand(inner), frequency, context, at: node)
    case .asOf(let inner, let day):
      var context = context
      context.vintage = day
      return try slot(operand(inner), frequency, context)
    case .given(let inner, let bindings):
      let context = try supposing(bindings, in: reference.expression, context)
      return try slot(operand(inner), frequency, context)
    }
  }

  /// The values of a slot in another unit or under another type; the slot itself where neither changes.
  mutating func scaled(
    _ slot: SlotID, _ conversion: UnitConversion?, type: SeriesType? = nil, at node: CheckedNode
  ) -> SlotID {
    guard let conversion, !conversion.isIdentity else {
      guard let type, plan.steps[Int(slot)].type != type else { return slot }
      return step(.retype(slot), type, at: node)
    }
    return step(.cellwise(.scale(conversion), [slot]), type ?? plan.steps[Int(slot)].type, at: node)
  }

  /// Claims about the very expression before what is computed for it.
  private mutating func claimsOver(
    _ computed: SlotID, _ node: CheckedNode, _ frequency: Frequency?, _ context: PlanContext
  ) -> SlotID {
    var result = computed
    let known = index.frequencies(of: node.key)
    let isAsked = node.extent == .series ? known.contains(frequency) : known.contains(nil)
    if !context.computes, isAsked, !known.isEmpty {
      let need = Need(
        subject: node.key, indicator: nil, frequency: frequency ?? .annual, vintage: context.vintage,
        filter: context.filter, name: current.map { plan(name: $0) } ?? name(of: node))
      let claimed = claimedSlot(need, node.type, at: node)
      result = step(.prefer(claimed: claimed, computed: computed, name: need.name), node.type, at: node)
    }
    return supposed(node.key, over: result, frequency, context, node)
  }

  private func plan(name reference: NodeReference) -> String {
    expressions[reference.expression].text(of: reference.node, in: catalogue)
  }

  mutating func claimedSlot(_ need: Need, _ type: SeriesType, at node: CheckedNode) -> SlotID {
    if !plan.needs.contains(need) { plan.needs.append(need) }
    return step(.claimed(need), type, at: node)
  }

  /// What a node is called in notes.
  func name(of node: CheckedNode) -> String {
    switch node.operation {
    case .indicator(let index), .recognised(let index, _):
      catalogue.indicators[Int(index)].name
    case .inlined(let function, _, _), .native(let function, _):
      catalogue.functions[Int(function)].name + "(…)"
    default: "it"
    }
  }

  /// The supposed cells of a question in place of what `over` has.
  mutating func supposed(
    _ key: NormalKey, over: SlotID?, _ frequency: Frequency?, _ context: PlanContext, _ node: CheckedNode
  ) -> SlotID {
    if context.suppositions >= 0 {
      let matching = suppositions[context.suppositions].filter { entry in
        entry.subject == key
          && (entry.supposition.period == nil || entry.supposition.period?.frequency == frequency)
      }
      if !matching.isEmpty {
        return step(.suppose(matching.map(\.supposition), over: over), node.type, at: node)
      }
    }
    return over ?? step(.constant(.nan), node.type, at: node)
  }

  private mutating func supposing(
    _ bindings: [GivenBinding], in expression: Int, _ context: PlanContext
  ) throws(DiagnosticError) -> PlanContext {
    var list = context.suppositions >= 0 ? suppositions[context.suppositions] : []
    for binding in bindings {
      let value = try slot(NodeReference(expression: expression, node: binding.quantity), nil, context)
      list.removeAll { $0.subject == binding.subject && $0.supposition.period == binding.period }
      list.append(
        (
          binding.subject,
          Supposition(
            period: binding.period,
            reference: NodeReference(expression: expression, node: binding.node), slot: value,
            conversion: binding.conversion, relation: binding.relation)
        ))
    }
    suppositions.append(list)
    var result = context
    result.suppositions = suppositions.count - 1
    return result
  }

  private mutating func formSlot(
    _ form: Form, _ inner: NodeReference, _ frequency: Frequency?, _ outer: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    let context = outer.entering(form)
    switch form {
    case .reported, .target, .computed: break
    case .infer:
      let question = InferenceQuestion(
        expression: expressions[inner.expression], node: inner.node, vintage: context.vintage,
        suppositions: context.suppositions >= 0 ? suppositions[context.suppositions] : [],
        label: self.node(inner).label, name: name(of: question(of: inner)))
      return step(.infer(question), node.type, at: node)
    case .claims, .revisions, .spread:
      var reference = inner
      if case .slice(let base, _) = self.node(inner).operation { reference.node = base }
      let picked = picked(reference, context)
      let subject = question(of: inner)
      let table = TabulatedQuestion(
        subject: picked.subject, period: self.node(inner).label, isInstant: subject.type.timing == .instant,
        vintage: context.vintage, filter: picked.filter, name: plan(name: reference))
      return step(.tabulate(form, table), node.type, at: node)
    }
    return try slot(inner, frequency, context)
  }

  /// The node that a slice slices; itself where it is none.
  private func question(of reference: NodeReference) -> CheckedNode {
    let node = node(reference)
    if case .slice(let base, _) = node.operation {
      return self.node(NodeReference(expression: reference.expression, node: base))
    }
    return node
  }

  private mutating func sliceSlot(
    _ base: NodeReference, _ selector: SliceSelector, _ frequency: Frequency?, _ context: PlanContext,
    at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    var asked = frequency
    switch selector.time {
    case .period(let period)?: asked = period.frequency
    case .range(let range)?:
      asked = range.frequency
      if asked == nil { asked = try naturalFrequency(of: base, context).known }
    case nil: break
    }
    var result = try slot(base, asked, context)
    for code in selector.codes {
      result = step(.select(result, dimension: code.dimension, code: code.code), node.type, at: node)
    }
    switch selector.time {
    case .period(let period)?:
      return step(.pick(result, period, picked(base, context)), node.type, at: node)
    case .range(let range)?: return step(.window(result, range), node.type, at: node)
    case nil: return result
    }
  }

  private func picked(_ reference: NodeReference, _ context: PlanContext) -> PickedQuestion {
    var question = reference
    var filter = context.filter
    // What a form says is part of the question, not another one.
    while case .form(let form, let inner) = node(question).operation, !form.slicesOperand {
      if form == .target { filter = .targets }
      if form == .reported { filter = .reported }
      question.node = inner
    }
    return PickedQuestion(
      subject: node(question).key, reference: reference, unit: node(question).type.unit,
      vintage: context.vintage, filter: filter)
  }

  /// A value at the exchange rate of its own period.
  private mutating func converted(
    _ value: SlotID, _ rate: CheckedOperation.Rate, _ frequency: Frequency?, _ context: PlanContext,
    at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    let entry = catalogue.indicators[Int(rate.indicator)]
    let name = entry.name
    var period: Period?
    if case .figure(let label) = node.extent { period = label }
    var inner = context
    inner.computes = false
    inner.filter = .all
    var rateSlot = try indicatorSlot(rate.indicator, period?.frequency ?? frequency, inner, at: node)
    if let period {
      let question = PickedQuestion(
        subject: NormalKey(.indicator, UInt64(rate.indicator)),
        reference: current ?? NodeReference(expression: 0, node: 0), unit: entry.unit,
        vintage: context.vintage, filter: .all)
      rateSlot = step(.pick(rateSlot, period, question), entry.type, at: node)
    }
    let checked = step(
      .requireRate(value, rate: rateSlot, text: "\(name) \(rate.text)", period: period), node.type, at: node)
    return step(
      .cellwise(rate.divides ? .divide : .multiply, [checked, rateSlot]), node.type, at: node)
  }
}

// Indicators: claimed, computed, added up, read at periods.
extension PlanRun {
  mutating func indicatorSlot(
    _ indicator: Int32, _ frequency: Frequency?, _ context: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    let entry = catalogue.indicators[Int(indicator)]
    index.read(CollectionOfOne(indicator), in: catalogue)
    let key = NormalKey(.indicator, UInt64(indicator))
    guard let frequency else {
      return supposed(key, over: nil, nil, context, node)
    }
    if entry.declaration.timing == .instant, frequency != .instant {
      let days = try indicatorSlot(indicator, .instant, context, at: node)
      return step(.lastWithin(days, frequency, name: entry.name), entry.type, at: node)
    }
    var inner = context
    inner.computes = false
    var result: SlotID?
    if !context.computes {
      let need = Need(
        subject: key, indicator: indicator, frequency: frequency, vintage: context.vintage,
        filter: context.filter, name: entry.name)
      result = claimedSlot(need, entry.type, at: node)
    }
    if let computed = try computedSlot(indicator, frequency, inner, at: node) {
      result =
        result.map {
          step(.prefer(claimed: $0, computed: computed, name: entry.name), entry.type, at: node)
        } ?? computed
    }
    // Flows add up, levels are read at the end; ratios, indices and ranks do neither.
    let isLevel = entry.declaration.kind == .stock
    if isLevel || entry.declaration.kind == .flow {
      for parts in partFrequencies(of: indicator, under: frequency, context) {
        let finer = try indicatorSlot(indicator, parts, inner, at: node)
        let longer = step(
          isLevel ? .closing(finer, frequency) : .total(finer, frequency), entry.type, at: node)
        result =
          result.map {
            step(.prefer(claimed: $0, computed: longer, name: entry.name), entry.type, at: node)
          } ?? longer
      }
    }
    guard let result else {
      throw DiagnosticError(diagnostic: .noDefinition(entry.name, at: node.span))
    }
    return supposed(key, over: result, frequency, context, node)
  }

  /// What the definition or the Swift of an indicator yields; nil where it is only observed.
  private mutating func computedSlot(
    _ indicator: Int32, _ frequency: Frequency, _ context: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID? {
    let entry = catalogue.indicators[Int(indicator)]
    guard !open.contains(indicator) else {
      throw DiagnosticError(diagnostic: .recursion(entry.name, at: node.span))
    }
    guard open.count < 64 else { throw DiagnosticError(diagnostic: .nestedTooDeep(at: node.span)) }
    open.append(indicator)
    defer { open.removeLast() }
    if entry.metric != nil {
      var inputs: [SlotID] = []
      for input in try metricInputs(indicator) { inputs.append(try slot(input, frequency, context)) }
      return step(.metric(indicator, inputs), entry.type, at: node)
    }
    guard let definition = try definition(of: indicator) else { return nil }
    return scaled(try slot(definition, frequency, context), nil, type: entry.type, at: node)
  }

  private mutating func definition(of indicator: Int32) throws(DiagnosticError) -> NodeReference? {
    if let known = definitions[indicator] {
      return NodeReference(expression: known, node: expressions[known].root)
    }
    let checked: CheckedExpression?
    do throws(DiagnosticError) {
      checked = try catalogue.checkedDefinition(of: indicator)
    } catch {
      let span = place ?? SourceSpan(start: 0, end: 0)
      throw DiagnosticError(
        diagnostic: error.diagnostic.within(catalogue.indicators[Int(indicator)].name, at: span))
    }
    guard let checked else { return nil }
    let number = add(checked)
    definitions[indicator] = number
    return NodeReference(expression: number, node: checked.root)
  }

  private mutating func metricInputs(_ indicator: Int32) throws(DiagnosticError) -> [NodeReference] {
    var result: [NodeReference] = []
    for checked in try catalogue.checkedInputs(of: indicator) {
      result.append(NodeReference(expression: add(checked), node: checked.root))
    }
    return result
  }

  /// The shorter lengths for which the flow is known, whose periods may add up to one of `frequency`; longest first.
  private func partFrequencies(
    of indicator: Int32, under frequency: Frequency, _ context: PlanContext
  ) -> [Frequency] {
    guard frequency.monthCount != nil else { return [] }
    let known = knownFrequencies(of: indicator, context)
    return Frequency.regular.filter {
      $0 != .weekly && $0.averageDays < frequency.averageDays && known.contains($0)
    }
  }

  /// The lengths of period for which an indicator has claims that may answer, blocks or supposed figures.
  func knownFrequencies(of indicator: Int32, _ context: PlanContext) -> Set<Frequency> {
    let key = NormalKey(.indicator, UInt64(indicator))
    var result = claimedFrequencies(of: key, context)
    result.formUnion(catalogue.blockFrequencies(of: indicator))
    if context.suppositions >= 0 {
      for entry in suppositions[context.suppositions] where entry.subject == key {
        if let frequency = entry.supposition.period?.frequency { result.insert(frequency) }
      }
    }
    return result
  }

  private func claimedFrequencies(of key: NormalKey, _ context: PlanContext) -> Set<Frequency> {
    var result: Set<Frequency> = []
    for claim in index.claims(about: key) where context.filter.admits(claim, vintage: context.vintage) {
      if let period = claim.period { result.insert(period.frequency) }
    }
    return result
  }
}

// The length of period that a bare expression has.
extension PlanRun {
  mutating func naturalFrequency(
    of reference: NodeReference, _ context: PlanContext
  ) throws(DiagnosticError) -> NaturalFrequency {
    let node = node(reference)
    guard node.extent == .series else { return .any }
    let key = SlotKey(reference: reference, frequency: nil, context: context)
    if let known = naturals[key] { return known }
    for operand in leftSpine(of: reference).reversed() { _ = try naturalFrequency(of: operand, context) }
    let result = try makeNatural(reference, node, context)
    naturals[key] = result
    return result
  }

  private mutating func makeNatural(
    _ reference: NodeReference, _ node: CheckedNode, _ context: PlanContext
  ) throws(DiagnosticError) -> NaturalFrequency {
    func operand(_ id: NodeID) -> NodeReference { NodeReference(expression: reference.expression, node: id) }
    switch node.operation {
    case .indicator(let indicator), .recognised(let indicator, _):
      return try naturalFrequency(ofIndicator: indicator, context)
    case .stored: return .any
    case .slice(let base, let selector):
      if case .range(let range)? = selector.time, let frequency = range.frequency {
        return .frequency(frequency)
      }
      return try naturalFrequency(of: operand(base), context)
    case .given(let inner, let bindings):
      let known = try naturalFrequency(of: operand(inner), context)
      guard case .unknown = known, let frequency = bindings.compactMap({ $0.period?.frequency }).first else {
        return known
      }
      return .frequency(frequency)
    case .form(let form, _) where form.slicesOperand: return .any
    case .form(let form, let inner):
      return try naturalFrequency(of: operand(inner), context.entering(form))
    case .asOf(let inner, let day):
      var context = context
      context.vintage = day
      return try naturalFrequency(of: operand(inner), context)
    case .negate(let inner), .not(let inner), .convert(let inner, _, _):
      return try naturalFrequency(of: operand(inner), context)
    case .inlined(_, let body, _):
      return longest(try naturalFrequency(of: operand(body), context), claimed: node.key, context)
    case .binary(_, let left, let right, _, _):
      return longest(
        try combined([operand(left), operand(right)], context, at: node), claimed: node.key, context)
    case .conditional(let condition, let consequence, let alternative):
      return try combined([condition, consequence, alternative].map(operand), context, at: node)
    case .native(let function, let arguments):
      switch catalogue.functions[Int(function)].native?.shape {
      case .frequency(let frequency)?: return .frequency(frequency)
      case .timeline?:
        if let frequency = frequency(ofPeriodIn: arguments.map(operand)) { return .frequency(frequency) }
      default: break
      }
      return longest(try combined(arguments.map(operand), context, at: node), claimed: node.key, context)
    case .constant, .text, .period, .range, .unit, .word, .function: return .any
    }
  }

  private mutating func combined(
    _ operands: [NodeReference], _ context: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> NaturalFrequency {
    var result = NaturalFrequency.any
    var first: CheckedNode?
    for reference in operands {
      let next = try naturalFrequency(of: reference, context)
      switch (result, next) {
      case (_, .any): continue
      case (.any, _), (.unknown, .frequency): result = next
      case (_, .unknown): continue
      // Beside a series of periods an instant is read at each period.
      case (.frequency(.instant), .frequency): result = next
      case (.frequency, .frequency(.instant)): continue
      case (.frequency(let left), .frequency(let right)):
        if left != right {
          throw DiagnosticError(
            diagnostic: .differentFrequencies(
              left, right, leftSpan: first?.span ?? node.span, rightSpan: self.node(reference).span,
              at: node.span))
        }
      }
      first = first ?? self.node(reference)
    }
    return result
  }

  private mutating func naturalFrequency(
    ofIndicator indicator: Int32, _ context: PlanContext
  ) throws(DiagnosticError) -> NaturalFrequency {
    index.read(CollectionOfOne(indicator), in: catalogue)
    var known = knownFrequencies(of: indicator, context)
    if !open.contains(indicator) {
      open.append(indicator)
      defer { open.removeLast() }
      var parts: [NodeReference] = []
      if let definition = try definition(of: indicator) { parts = [definition] }
      if catalogue.indicators[Int(indicator)].metric != nil { parts = try metricInputs(indicator) }
      // A definition whose parts do not meet by themselves has no length of its own.
      let node = node(parts.first ?? NodeReference(expression: 0, node: 0))
      if !parts.isEmpty, let natural = try? combined(parts, context, at: node), let frequency = natural.known
      {
        known.insert(frequency)
      }
    }
    if catalogue.indicators[Int(indicator)].declaration.timing == .instant, known.contains(.instant) {
      return .frequency(.instant)
    }
    return longest(.unknown, among: known)
  }

  private func longest(
    _ natural: NaturalFrequency, claimed key: NormalKey, _ context: PlanContext
  ) -> NaturalFrequency {
    longest(natural, among: claimedFrequencies(of: key, context))
  }

  /// The longest regular length, else instants, else the longest of the others.
  private func longest(_ natural: NaturalFrequency, among frequencies: Set<Frequency>) -> NaturalFrequency {
    var all = frequencies
    if let own = natural.known { all.insert(own) }
    guard !all.isEmpty else { return natural }
    if let regular = Frequency.regular.first(where: all.contains) { return .frequency(regular) }
    if all.contains(.instant) { return .frequency(.instant) }
    return all.max { $0.averageDays < $1.averageDays }.map(NaturalFrequency.frequency) ?? natural
  }
}
