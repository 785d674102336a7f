import ChisoDiagnostics
package import ChisoMeaning
package import ChisoModel
import ChisoPlugin

/// The program that answers `expression`, as known on `vintage`, at the length of period that it has by itself, or at
/// `frequency`; which lengths there are decides what a bare name means, so a plan belongs to a state of the catalogue.
package func plan(
  _ expression: CheckedExpression, in catalogue: Catalogue, vintage: CivilDate?,
  at frequency: Frequency? = nil
) throws(DiagnosticError) -> Plan {
  var run = Planner(catalogue: catalogue)
  let source = run.add(expression)
  let root = NodeReference(expression: source, node: expression.root)
  var plan = try run.finished(root, at: frequency, PlanContext(vintage: vintage))
  plan.selectCells(in: catalogue)
  return plan
}

/// A node in one of the expressions that a plan is made of: the statement, and definitions of indicators.
package struct NodeReference: Hashable {
  package var expression: Int
  package var node: NodeID
}

/// What an enclosing form says to everything below it.
package struct PlanContext: Hashable {
  package var vintage: CivilDate?
  package var filter = ClaimFilter.all
  /// The nearest question below is computed, whatever is claimed.
  var computes = false
  /// Which list of suppositions holds; −1 for none.
  package var suppositions = -1
}

extension PlanContext {
  /// A key of a node asked for in this context.
  func key(of reference: NodeReference) -> QuestionKey {
    let place = QuestionKey(.stored, UInt64(reference.expression)).appending(
      QuestionKey(.stored, UInt64(reference.node)))
    let parts: [Int32] = [
      vintage?.dayNumber ?? Int32.min, Int32(filter.rawValue), computes ? 1 : 0,
      Int32(clamping: suppositions),
    ]
    return parts.reduce(place) { $0.appending(QuestionKey(.number, UInt64(UInt32(bitPattern: $1)))) }
  }

  /// The context inside of a form.
  func entering(_ form: Form) -> PlanContext {
    var result = self
    switch form {
    case .reported: result.filter = .reported
    case .target: result.filter = .targets
    case .computed: result.computes = true
    case .infer: break
    // What is said of a target is no outcome.
    case .claims, .revisions, .spread: if filter == .outcomes { result.filter = .all }
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
struct Planner {
  let catalogue: Catalogue
  let index: ClaimIndex
  var plan = Plan()
  private(set) var expressions: [CheckedExpression] = []
  var definitions: [Int32: Int] = [:]
  /// Which indicators are made of targets, as far as it was asked.
  var targetIndicators: [Int32: Bool] = [:]
  /// By the key of a reference in a context, and of the length of period.
  var slots: [QuestionKey: SlotID] = [:]
  var naturals: [QuestionKey: NaturalFrequency] = [:]
  /// Where in the statement that which is being planned was asked for.
  var place: SourceSpan?
  /// The node that is being planned.
  var current: NodeReference?
  /// Indicators whose definitions are being planned, so that none is defined by itself.
  var open: [Int32] = []
  /// The lists of suppositions that contexts refer to, each with the question that it is about.
  var suppositions: [[(subject: QuestionKey, supposition: Supposition)]] = []
  /// How many figures were supposed.
  var supposedCount: Int32 = 0

  /// Nothing planned yet; `expressions` are those that references lead to already.
  init(catalogue: Catalogue, expressions: [CheckedExpression] = []) {
    self.catalogue = catalogue
    self.expressions = expressions
    index = catalogue.claimIndex
  }

  /// The program that answers `root`, at the length of period that it has by itself, or at `frequency`.
  mutating func finished(
    _ root: NodeReference, at frequency: Frequency?, _ context: PlanContext
  ) throws(DiagnosticError) -> Plan {
    let natural = try naturalFrequency(of: root, context)
    plan.result = try slot(root, frequency ?? natural.known, context)
    plan.type = node(root).type
    plan.extent = node(root).extent
    plan.expressions = expressions
    plan.fuse()
    return plan
  }

  mutating func add(_ expression: CheckedExpression) -> Int {
    expressions.append(expression)
    index.read(expression.indicators, in: catalogue)
    return expressions.count - 1
  }

  func node(_ reference: NodeReference) -> CheckedNode {
    expressions[reference.expression][reference.node]
  }

  mutating func step(_ operation: PlanOperation, _ type: SeriesType, at node: CheckedNode) -> SlotID {
    plan.steps.append(
      PlanStep(
        operation: operation, type: type, span: place ?? node.span, reference: current))
    return SlotID(plan.steps.count - 1)
  }

  /// The slot that holds `reference` at the length of period `frequency`.
  mutating func slot(
    _ reference: NodeReference, _ frequency: Frequency?, _ context: PlanContext
  ) throws(DiagnosticError) -> SlotID {
    var key = context.key(of: reference)
    if let frequency { key = key.appending(text: frequency.description) }
    if let known = slots[key] { return known }
    // A long chain leans to the left: its operands first, so that none waits for another.
    var inner = context
    inner.computes = false
    for operand in leftSpine(of: reference).reversed() { _ = try slot(operand, frequency, inner) }
    let outer = (current, place)
    current = reference
    // What a definition needs is shown where the statement asks for it.
    if reference.expression == 0 { place = node(reference).span }
    defer { (current, place) = outer }
    let slot = try makeSlot(reference, frequency, context)
    slots[key] = slot
    return slot
  }

  /// The left operands under a chain of operators, the nearest first; none where the chain is short.
  func leftSpine(of reference: NodeReference) -> [NodeReference] {
    var spine: [NodeReference] = []
    var next = reference
    while case .binary(_, let left, _, _, _) = node(next).operation {
      next.node = left
      spine.append(next)
    }
    return spine.count > 16 ? spine : []
  }

  mutating func makeSlot(
    _ reference: NodeReference, _ frequency: Frequency?, _ context: PlanContext
  ) throws(DiagnosticError) -> SlotID {
    let node = node(reference)
    func operand(_ id: NodeID) -> NodeReference { NodeReference(expression: reference.expression, node: id) }
    switch node.operation {
    case .constant(let value, let interval): return step(.constant(value, interval), node.type, at: node)
    case .text, .period, .range, .unit, .word, .function:
      return step(.constant(.nan, .unbounded), node.type, at: node)
    case .stored(let index):
      return outcomes(step(.stored(index), node.type, at: node), node, context)
    case .indicator(let indicator), .recognised(let indicator, _):
      return try indicatorSlot(indicator, frequency, context, at: node)
    case .binary(let operation, let left, let right, let leftConversion, let rightConversion):
      var inner = context
      inner.computes = false
      let isOfFigures = operation.isComparison && !self.node(operand(left)).type.unit.isWorded
      if isOfFigures, context.filter == .all { inner.filter = .outcomes }
      let first = scaled(try slot(operand(left), frequency, inner), leftConversion, at: node)
      var other = try slot(operand(right), frequency, inner)
      if operation == .divide {
        let codes = partCodes(operand(left), beside: operand(right))
        other = totals(other, beside: codes, of: operand(right), at: node)
      }
      let second = scaled(other, rightConversion, at: node)
      if operation == .subtract { noteRemainder(operand(left), operand(right)) }
      let computed = step(.cellwise(.binary(operation), [first, second]), node.type, at: node)
      if let paired = OperandPair.Operation(operation) {
        pair(paired, operand(left), operand(right), (first, other), in: computed)
      }
      if operation == .power { noteShareOfItself(operand(left), operand(right)) }
      if isOfFigures, inner.filter == .outcomes {
        return comparison(computed, of: [left, right].map(operand), node, inner)
      }
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
      if isMagnitude(condition, consequence, alternative, in: reference.expression) {
        // Whether a figure is below zero is no question of what has been reached.
        let figure = try slot(operand(alternative), frequency, context)
        return step(.cellwise(.magnitude, [figure]), node.type, at: node)
      }
      let slots = [
        try slot(operand(condition), frequency, context), try slot(operand(consequence), frequency, context),
        try slot(operand(alternative), frequency, context),
      ]
      return step(.cellwise(.conditional, slots), node.type, at: node)
    case .native(let function, let arguments):
      var inner = context
      inner.computes = false
      // Whether there is a figure is no question of what has been reached.
      if context.filter == .outcomes, catalogue.functions[Int(function)].asksForPresence {
        inner.filter = .all
      }
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
      let (supposed, heeded) = try supposing(bindings, in: reference.expression, context)
      let answer = try slot(operand(inner), frequency, supposed)
      return step(.heed(answer, heeded, of: operand(inner)), node.type, at: node)
    }
  }

  /// Whether `if x < -x then -x else x` stands here: the figure without its sign.
  private func isMagnitude(
    _ condition: NodeID, _ consequence: NodeID, _ alternative: NodeID, in expression: Int
  ) -> Bool {
    let nodes = expressions[expression]
    guard case .binary(.less, let left, let right, _, _) = nodes[condition].operation,
      case .negate(let figure) = nodes[consequence].operation
    else { return false }
    let key = nodes[alternative].key
    return nodes[figure].key == key && nodes[left].key == key && nodes[right].key == nodes[consequence].key
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
  mutating func claimsOver(
    _ computed: SlotID, _ node: CheckedNode, _ frequency: Frequency?, _ context: PlanContext
  ) -> SlotID {
    var result = computed
    let known = index.frequencies(of: node.key)
    let isAsked = node.extent == .series ? known.contains(frequency) : known.contains(nil)
    if !context.computes, isAsked, !known.isEmpty {
      let isTargeted = current.map { isOfTarget($0) } ?? false
      let scan = Scan(
        subject: node.key, indicator: nil, frequency: frequency ?? .annual, vintage: context.vintage,
        filter: context.filter(ofTargets: isTargeted), name: current.map { plan(name: $0) } ?? name(of: node),
        isOfTarget: isTargeted)
      let claimed = claimedSlot(scan, node.type, at: node)
      result = step(.prefer(claimed: claimed, computed: computed, name: scan.name), node.type, at: node)
    }
    return supposed(node.key, over: result, frequency, context, node)
  }

  func plan(name reference: NodeReference) -> String {
    expressions[reference.expression].text(of: reference.node, in: catalogue)
  }

  mutating func claimedSlot(_ scan: Scan, _ type: SeriesType, at node: CheckedNode) -> SlotID {
    if !plan.scans.contains(scan) { plan.scans.append(scan) }
    return step(.scan(scan), type, at: node)
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

  mutating func formSlot(
    _ form: Form, _ inner: NodeReference, _ frequency: Frequency?, _ outer: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    let context = outer.entering(form)
    switch form {
    case .reported, .target, .computed: break
    case .infer:
      let question = InferenceQuestion(
        expression: expressions[inner.expression], node: inner.node, vintage: context.vintage,
        suppositions: suppositions(in: context),
        label: self.node(inner).label, name: name(of: question(of: inner)))
      return outcomes(step(.infer(question), node.type, at: node), node, context)
    case .revisions: return try revisionsSlot(inner, context, at: node)
    case .claims, .spread:
      var reference = inner
      var codes: [DimensionCode] = []
      while case .slice(let base, let selector) = self.node(reference).operation {
        reference.node = base
        codes += selector.codes
      }
      let picked = picked(reference, context)
      let subject = question(of: inner)
      let table = TabulatedQuestion(
        subject: picked.subject, indicator: catalogue.indicator(ofKey: picked.subject),
        period: self.node(inner).label, isInstant: subject.type.timing == .instant,
        vintage: context.vintage, filter: picked.filter, name: plan(name: reference),
        isOfTarget: isOfTarget(reference))
      return selecting(codes, from: step(.tabulate(form, table), node.type, at: node), at: node)
    }
    return try slot(inner, frequency, context)
  }

  /// The node that a slice slices; itself where it is none.
  func question(of reference: NodeReference) -> CheckedNode {
    let node = node(reference)
    if case .slice(let base, _) = node.operation {
      return self.node(NodeReference(expression: reference.expression, node: base))
    }
    return node
  }

  /// The part of a slot that has `codes`.
  private mutating func selecting(
    _ codes: [DimensionCode], from slot: SlotID, at node: CheckedNode
  ) -> SlotID {
    codes.reduce(slot) { step(.select($0, dimension: $1.dimension, code: $1.code), node.type, at: node) }
  }

  mutating func sliceSlot(
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
    result = selecting(selector.codes, from: result, at: node)
    switch selector.time {
    case .period(let period)?:
      return step(.pick(result, period, picked(base, context)), node.type, at: node)
    case .range(let range)?: return step(.window(result, range), node.type, at: node)
    case nil: return result
    }
  }

  func picked(_ reference: NodeReference, _ context: PlanContext) -> PickedQuestion {
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
}
