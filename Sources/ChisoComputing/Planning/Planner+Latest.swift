import ChisoMeaning
import ChisoModel
import ChisoPlugin

// What is latest, and what a series is measured on: figures whose length of period the question leaves open.
extension Planner {
  /// The outcome that ends last, among the series of all lengths of period that there are.
  mutating func latestSlot(
    _ arguments: [NodeReference], _ context: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    let argument = arguments[0]
    let context = context.entering(.reported)
    let natural = try naturalFrequency(of: argument, context).known
    var asked: Frequency?
    if self.node(argument).type.kind == .flow { asked = frequency(ofPeriodIn: Array(arguments.dropFirst())) }
    guard self.node(argument).extent == .series else {
      let slot = try slot(argument, nil, context)
      return step(.latest([LatestCandidate(slot: slot, length: nil)], length: nil), node.type, at: node)
    }
    var lengths = try lengths(of: argument, context)
    if let natural { lengths.insert(natural) }
    if let asked { lengths.insert(asked) }
    var candidates: [LatestCandidate] = []
    for length in lengths.sorted(by: Frequency.isLonger) {
      // What has no figures of another length is no candidate for it.
      let notes = plan.notes
      do throws(DiagnosticError) {
        candidates.append(LatestCandidate(slot: try slot(argument, length, context), length: length))
      } catch {
        plan.notes = notes
        if length == natural { throw error }
      }
    }
    if candidates.isEmpty {
      candidates.append(LatestCandidate(slot: try slot(argument, nil, context), length: nil))
    }
    return step(.latest(candidates, length: asked), node.type, at: node)
  }

  /// The figure at a period; of a series whose own periods are shorter, the mean of those inside.
  mutating func levelSlot(
    _ arguments: [NodeReference], _ frequency: Frequency?, _ context: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    let argument = arguments[0]
    guard arguments.count > 1, case .period(let period) = self.node(arguments[1]).operation else {
      return step(.constant(.nan, .unbounded), node.type, at: node)
    }
    var own = frequency
    if own == nil { own = try naturalFrequency(of: argument, context).known }
    guard let own, own.averageDays < period.frequency.averageDays else {
      let series = try slot(argument, period.frequency, context)
      return step(.pick(series, period, picked(argument, context)), node.type, at: node)
    }
    let series = try slot(argument, own, context)
    let note = Note.meanOfBase(name(of: self.node(argument)), own, period)
    if !plan.notes.contains(note) { plan.notes.append(note) }
    return step(.mean(series, period), node.type, at: node)
  }

  /// The lengths of period for which something in an expression has figures.
  private mutating func lengths(
    of reference: NodeReference, _ context: PlanContext
  ) throws(DiagnosticError) -> Set<Frequency> {
    let node = node(reference)
    guard node.extent == .series else { return [] }
    func operand(_ id: NodeID) -> NodeReference { NodeReference(expression: reference.expression, node: id) }
    var result: Set<Frequency> = []
    switch node.operation {
    case .indicator(let indicator), .recognised(let indicator, _):
      return try lengths(ofIndicator: indicator, context)
    case .slice(let base, let selector):
      if case .range(let range)? = selector.time, let frequency = range.frequency { return [frequency] }
      return try lengths(of: operand(base), context)
    case .given(let inner, let bindings):
      result = try lengths(of: operand(inner), context)
      result.formUnion(bindings.compactMap { $0.period?.frequency })
    case .form(let form, let inner):
      return form.slicesOperand ? [] : try lengths(of: operand(inner), context.entering(form))
    case .asOf(let inner, let day):
      var context = context
      context.vintage = day
      return try lengths(of: operand(inner), context)
    case .negate(let inner), .not(let inner), .convert(let inner, _, _), .inlined(_, let inner, _):
      result = try lengths(of: operand(inner), context)
    case .binary(_, let left, let right, _, _):
      result = try lengths(of: operand(left), context).union(lengths(of: operand(right), context))
    case .conditional(let condition, let consequence, let alternative):
      for part in [condition, consequence, alternative] {
        result.formUnion(try lengths(of: operand(part), context))
      }
    case .native(let function, let arguments):
      switch catalogue.functions[Int(function)].native?.shape {
      case .frequency(let frequency)?: return [frequency]
      case .timeline?:
        if let frequency = frequency(ofPeriodIn: arguments.map(operand)) { return [frequency] }
      default: break
      }
      for argument in arguments { result.formUnion(try lengths(of: operand(argument), context)) }
    case .stored, .constant, .text, .period, .range, .unit, .word, .function: return []
    }
    return result.union(claimedFrequencies(of: node.key, context))
  }

  private mutating func lengths(
    ofIndicator indicator: Int32, _ context: PlanContext
  ) throws(DiagnosticError) -> Set<Frequency> {
    index.read(CollectionOfOne(indicator), in: catalogue)
    var known = knownFrequencies(of: indicator, context)
    // Levels of days are read at longer periods; those have none of their own.
    if catalogue.indicators[Int(indicator)].timing == .instant, known.contains(.instant) {
      known = [.instant]
    }
    guard !open.contains(indicator) else { return known }
    open.append(indicator)
    defer { open.removeLast() }
    var parts: [NodeReference] = []
    if let definition = try definition(of: indicator) { parts = [definition] }
    if catalogue.indicators[Int(indicator)].computation != nil { parts = try computationInputs(indicator) }
    for part in parts { known.formUnion(try lengths(of: part, context)) }
    return known
  }
}

extension Frequency {
  /// Whether periods of the one last longer; those of the calendar come before others.
  fileprivate static func isLonger(_ left: Frequency, _ right: Frequency) -> Bool {
    if left.averageDays != right.averageDays { return left.averageDays > right.averageDays }
    return left.isRegular && !right.isRegular
  }
}
