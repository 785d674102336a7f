import ChisoDiagnostics
import ChisoMeaning
package import ChisoModel
import ChisoPlugin

/// A figure that is supposed, as the answer that must have read it knows it.
package struct HeededSupposition: Sendable {
  /// Which of those that are supposed in the plan.
  package var place: Int32
  /// The period of the cell; nil where it has none.
  package var period: Period?
  /// The cell that is supposed.
  var subject: NodeReference
  /// What is supposed, as it was written: `gdp[2025] = 510 billion USD`.
  var text: String
}

// `given`: figures that are supposed, and what follows from them for single cells.
extension Planner {
  /// What is supposed in a context.
  package func suppositions(in context: PlanContext) -> [(subject: QuestionKey, supposition: Supposition)] {
    context.suppositions >= 0 ? suppositions[context.suppositions] : []
  }

  /// The supposed cells of a question in place of what `over` has.
  package mutating func supposed(
    _ key: QuestionKey, over: SlotID?, _ frequency: Frequency?, _ context: PlanContext, _ node: CheckedNode
  ) -> SlotID {
    guard context.suppositions >= 0 else {
      return over ?? step(.constant(.nan, .unbounded), node.type, at: node)
    }
    let matching = suppositions(in: context).filter { entry in
      entry.subject == key && entry.supposition.holds(in: context.filter)
        && (entry.supposition.period == nil || entry.supposition.period?.frequency == frequency)
    }.map(\.supposition)
    // A target that is supposed gives way to an outcome, whoever says that.
    var result = over
    for group in [matching.filter { $0.filter == .targets }, matching.filter { $0.filter != .targets }]
    where !group.isEmpty { result = step(.suppose(group, over: result), node.type, at: node) }
    return result ?? step(.constant(.nan, .unbounded), node.type, at: node)
  }

  /// The context in which `bindings` hold, and what they suppose.
  mutating func supposing(
    _ bindings: [GivenBinding], in expression: Int, _ context: PlanContext
  ) throws(DiagnosticError) -> (context: PlanContext, heeded: [HeededSupposition]) {
    let cells = bindings.map { cell(of: NodeReference(expression: expression, node: $0.node), $0) }
    // An inner `given` takes the place of an outer one about the same cell; what one says of a cell holds together.
    var list = suppositions(in: context)
    list.removeAll { entry in
      cells.contains {
        $0.key == entry.subject && $0.period == entry.supposition.period
          && $0.filter == entry.supposition.filter
      }
    }
    var heeded: [HeededSupposition] = []
    let first = list.count
    for (binding, cell) in zip(bindings, cells) {
      let value = try slot(NodeReference(expression: expression, node: binding.quantity), nil, context)
      let subject = NodeReference(expression: expression, node: binding.node)
      list.append(
        (
          cell.key,
          Supposition(
            place: supposedCount, period: cell.period, filter: cell.filter, reference: subject, slot: value,
            conversion: binding.conversion, relation: binding.relation, isOfTarget: isOfTarget(subject))
        ))
      heeded.append(
        HeededSupposition(place: supposedCount, period: cell.period, subject: subject, text: binding.text))
      supposedCount += 1
    }
    var result = context
    result.suppositions = add(list)
    // The earlier first: what follows for one period may be what the growth of the next one starts from.
    for (_, supposition) in list[first...].sorted(by: isEarlier) {
      guard let level = try level(from: supposition, result),
        !list.contains(where: {
          $0.subject == level.subject && $0.supposition.period == level.supposition.period
        })
      else { continue }
      list.append(level)
      result.suppositions = add(list)
    }
    return (result, heeded)
  }

  private mutating func add(_ list: [(subject: QuestionKey, supposition: Supposition)]) -> Int {
    suppositions.append(list)
    return suppositions.count - 1
  }

  private func isEarlier(
    _ left: (subject: QuestionKey, supposition: Supposition),
    _ right: (subject: QuestionKey, supposition: Supposition)
  ) -> Bool {
    (left.supposition.period?.last ?? .earliest) < (right.supposition.period?.last ?? .earliest)
  }

  /// The cell that a binding names: `target(x, 2025)` is one of x.
  private func cell(
    of reference: NodeReference, _ binding: GivenBinding
  ) -> (key: QuestionKey, period: Period?, filter: ClaimFilter) {
    var (period, filter) = (Period?.none, ClaimFilter.all)
    var inner = reference
    while true {
      switch node(inner).operation {
      case .slice(let base, let selector):
        if case .period(let asked)? = selector.time { period = asked }
        inner.node = base
      case .form(.target, let base):
        filter = .targets
        inner.node = base
      case .form(.reported, let base):
        inner.node = base
      default:
        let isOfForm = inner != reference && filter == .targets || binding.subject != node(inner).key
        guard isOfForm else { return (binding.subject, binding.period, .all) }
        let day = node(inner).type.timing == .instant ? period.map { Period(day: $0.last) } : nil
        return (node(inner).key, day ?? period, filter)
      }
    }
  }

  /// What a supposed growth, change or index of one indicator says of its own cell, computed from its other cells; nil
  /// for a relation of several indicators, of which nobody says which gives way.
  private mutating func level(
    from supposition: Supposition, _ context: PlanContext
  ) throws(DiagnosticError) -> (subject: QuestionKey, supposition: Supposition)? {
    let reference = supposition.reference
    guard supposition.filter == .all, !isIndicator(reference),
      expressions[reference.expression].indicators(below: reference.node).count == 1
    else { return nil }
    let node = node(supposition.reference)
    var only = supposition
    only.period = nil
    let value = step(.suppose([only], over: nil), node.type, at: node)
    guard let (slot, period, indicator) = try solved(supposition.reference, is: value, at: nil, context)
    else {
      return nil
    }
    return (
      QuestionKey(.indicator, UInt64(indicator)),
      Supposition(
        place: supposition.place, period: period, isDerived: true, reference: supposition.reference,
        slot: slot, conversion: .identity, relation: .equal, isOfTarget: supposition.isOfTarget)
    )
  }

  private func isIndicator(_ reference: NodeReference) -> Bool {
    switch node(reference).operation {
    case .indicator, .recognised: true
    case .slice(let base, _), .form(_, let base):
      isIndicator(NodeReference(expression: reference.expression, node: base))
    default: false
    }
  }

  /// The cell furthest to the left in `reference`, and what it must be where the whole is `value`: in `x / y - 1` the x is
  /// what the whole and one are together, times y. Nil where there is no way back.
  private mutating func solved(
    _ reference: NodeReference, is value: SlotID, at period: Period?, _ context: PlanContext
  ) throws(DiagnosticError) -> (slot: SlotID, period: Period, indicator: Int32)? {
    let node = node(reference)
    func operand(_ id: NodeID) -> NodeReference { NodeReference(expression: reference.expression, node: id) }
    switch node.operation {
    case .indicator(let indicator), .recognised(let indicator, _):
      guard let period else { return nil }
      return (value, node.type.timing == .instant ? Period(day: period.last) : period, indicator)
    case .slice(let base, let selector):
      guard case .period(let asked)? = selector.time, selector.codes.isEmpty else { return nil }
      return try solved(operand(base), is: value, at: asked, context)
    case .inlined(_, let body, _):
      return try solved(operand(body), is: value, at: period, context)
    case .convert(let inner, let conversion, nil):
      let type = self.node(operand(inner)).type
      return try solved(
        operand(inner), is: scaled(value, conversion?.inverse, type: type, at: node), at: period, context)
    case .native(let function, let arguments):
      // What only says something of a figure leaves it as it is.
      switch catalogue.functions[Int(function)].native?.shape {
      case .requirement?: break
      default: return nil
      }
      guard let first = arguments.first else { return nil }
      return try solved(operand(first), is: value, at: period, context)
    case .binary(let operation, let left, let right, let leftConversion, let rightConversion):
      guard let inverse = operation.inverse else { return nil }
      let type = self.node(operand(left)).type
      var other = scaled(try figure(operand(right), at: period, context), rightConversion, at: node)
      if operation == .power {
        let one = step(.constant(1, Interval(exactly: 1)), .number, at: node)
        other = step(.cellwise(.binary(.divide), [one, other]), .number, at: node)
      }
      let undone = step(.cellwise(.binary(inverse), [value, other]), type, at: node)
      return try solved(
        operand(left), is: scaled(undone, leftConversion?.inverse, at: node), at: period, context)
    default: return nil
    }
  }

  /// The one cell of `reference` at `period`.
  private mutating func figure(
    _ reference: NodeReference, at period: Period?, _ context: PlanContext
  ) throws(DiagnosticError) -> SlotID {
    let node = node(reference)
    guard node.extent == .series, let period else { return try slot(reference, nil, context) }
    let series = try slot(reference, period.frequency, context)
    return step(.pick(series, period, picked(reference, context)), node.type, at: node)
  }
}

extension Supposition {
  /// Whether it is among what a filter admits: who asks for a target is not told of a supposed outcome, nor the reverse.
  func holds(in filter: ClaimFilter) -> Bool {
    switch filter {
    case .all: true
    case .reported, .outcomes: self.filter != .targets
    case .targets: self.filter == .targets
    }
  }
}

extension BinaryOperator {
  /// What leads from the result and the right side back to the left one; nil where nothing does.
  fileprivate var inverse: BinaryOperator? {
    switch self {
    case .add: .subtract
    case .subtract: .add
    case .multiply: .divide
    case .divide: .multiply
    case .power: .power
    default: nil
    }
  }
}
