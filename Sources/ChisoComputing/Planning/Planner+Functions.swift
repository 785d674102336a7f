import ChisoMeaning
import ChisoModel
import ChisoPlugin

// Native functions by their shape.
extension Planner {
  mutating func nativeSlot(
    _ function: Int32, _ arguments: [NodeReference], _ frequency: Frequency?, _ context: PlanContext,
    at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    guard let native = catalogue.functions[Int(function)].native else {
      return step(.constant(.nan, .unbounded), node.type, at: node)
    }
    if case .frequency(let frequency) = native.shape {
      try requireReadable(arguments[0], at: frequency, by: function, node)
      if let fixed = fixedFrequency(of: arguments[0]), fixed != frequency {
        throw DiagnosticError(
          diagnostic: .frequencyIsFixed(
            fixed, by: catalogue.functions[Int(function)].name, operand: self.node(arguments[0]).span,
            at: node.span))
      }
      return try slot(arguments[0], frequency, context)
    }
    if case .latest = native.shape { return try latestSlot(arguments, context, at: node) }
    if case .level = native.shape { return try levelSlot(arguments, frequency, context, at: node) }
    var asked = frequency
    if case .timeline = native.shape { asked = self.frequency(ofPeriodIn: arguments) ?? frequency }
    // A function that leaves no period behind takes its argument at the length that this has by itself.
    if node.extent != .series { asked = nil }
    var planned: [PlanArgument] = []
    switch native.shape {
    case .requirement:
      // What is handed on as it is, figures as well, is asked at the length that is asked for.
      for argument in arguments {
        let isFigure = self.node(argument).isValue && self.node(argument).extent != .series
        planned.append(
          isFigure
            ? .slot(try slot(argument, frequency, context)) : try plannedArgument(argument, asked, context))
      }
    default:
      for argument in arguments { planned.append(try plannedArgument(argument, asked, context)) }
    }
    let slots = planned.compactMap { if case .slot(let slot) = $0 { slot } else { nil } }
    switch native.shape {
    case .firstPresent where slots.count == 2:
      let conversion = self.node(arguments[1]).type.unit.conversion(to: node.type.unit)
      let second = scaled(slots[1], conversion, at: node)
      return step(.native(function, [.slot(slots[0]), .slot(second)]), node.type, at: node)
    case .quotient where slots.count == 2:
      return quotient(slots[0], slots[1], arguments, at: node)
    case .cellwise(let body) where slots.count == 1:
      return step(
        .cellwise(.cellwise(body, native.monotony.first ?? .none), slots), node.type, at: node)
    case .rounding(let rule) where slots.count == 1:
      return step(.cellwise(.rounding(rule), slots), node.type, at: node)
    case .cellwisePair(let body) where slots.count == 2:
      let left = native.monotony.first ?? .none
      let right = native.monotony.count > 1 ? native.monotony[1] : .none
      return step(.cellwise(.cellwisePair(body, left, right), slots), node.type, at: node)
    case .jointReduction where native.meaning == .weightedMean:
      noteWeights(arguments[0], arguments[1])
      return step(.native(function, planned), node.type, at: node)
    default:
      return step(.native(function, planned), node.type, at: node)
    }
  }

  /// The kernel's division under a function's own type: like units cancel, different nouns divide, and the result is in
  /// the unit that the type says.
  private mutating func quotient(
    _ left: SlotID, _ right: SlotID, _ arguments: [NodeReference], at node: CheckedNode
  ) -> SlotID {
    let leftUnit = self.node(arguments[0]).type.unit
    let rightUnit = self.node(arguments[1]).type.unit
    let conversion =
      leftUnit.dimensionality == rightUnit.dimensionality ? leftUnit.conversion(to: rightUnit) : nil
    noteMeasures(arguments)
    let like = scaled(left, conversion, at: node)
    let codes = partCodes(arguments[0], beside: arguments[1])
    let whole = totals(right, beside: codes, of: arguments[1], at: node)
    let divided = step(.cellwise(.binary(.divide), [like, whole]), .number, at: node)
    pair(
      node.type.unit.isPercent ? .share : .quotient, arguments[0], arguments[1], (left, whole), in: divided)
    return scaled(divided, UnitOfMeasure.one.conversion(to: node.type.unit), type: node.type, at: node)
  }

  /// Notes that a share of one measure in another is not what it seems.
  private mutating func noteMeasures(_ arguments: [NodeReference]) {
    let left = node(arguments[0])
    let right = node(arguments[1])
    guard let first = left.type.measure, let second = right.type.measure, first != second else { return }
    let note = Note.differentMeasures(
      plan(name: bare(arguments[0]).reference), first, plan(name: bare(arguments[1]).reference), second)
    if !plan.notes.contains(note) { plan.notes.append(note) }
  }

  private mutating func plannedArgument(
    _ reference: NodeReference, _ frequency: Frequency?, _ context: PlanContext
  ) throws(DiagnosticError) -> PlanArgument {
    let argument = node(reference)
    switch argument.operation {
    case .period(let period): return .value(.period(period))
    case .text(let text): return .value(.text(text))
    case .unit(let unit): return .value(.unit(unit))
    case .word(let word), .function(let word): return .value(.word(word))
    case .range(let range): return .value(.text(range.description))
    default: break
    }
    var asked = frequency
    if argument.extent == .series, asked == nil {
      asked = try naturalFrequency(of: reference, context).known
    }
    return .slot(try slot(reference, argument.extent == .series ? asked : nil, context))
  }

  /// The length of period that a function such as `annual` gives what is computed; nil where none does.
  private func fixedFrequency(of reference: NodeReference) -> Frequency? {
    func operand(_ id: NodeID) -> NodeReference { NodeReference(expression: reference.expression, node: id) }
    switch node(reference).operation {
    case .native(let function, let arguments):
      if case .frequency(let own)? = catalogue.functions[Int(function)].native?.shape { return own }
      return arguments.lazy.compactMap { fixedFrequency(of: operand($0)) }.first
    case .slice(let inner, _), .negate(let inner), .convert(let inner, _, _), .inlined(_, let inner, _),
      .asOf(let inner, _), .given(let inner, _):
      return fixedFrequency(of: operand(inner))
    case .binary(_, let left, let right, _, _):
      return fixedFrequency(of: operand(left)) ?? fixedFrequency(of: operand(right))
    default: return nil
    }
  }

  /// The length of the first period among `arguments`: `to: 2030` asks for years.
  func frequency(ofPeriodIn arguments: [NodeReference]) -> Frequency? {
    for argument in arguments {
      if case .period(let period) = node(argument).operation { return period.frequency }
    }
    return nil
  }

  /// Notes that what is published for longer periods alone says nothing of shorter ones.
  private mutating func noteLonger(_ indicator: Int32, than frequency: Frequency) {
    let known = knownFrequencies(of: indicator, PlanContext())
    guard !known.isEmpty, known.allSatisfy({ $0.averageDays > frequency.averageDays }) else { return }
    let note = Note.longerOnly(
      catalogue.indicators[Int(indicator)].name, known.sorted { $0.averageDays > $1.averageDays }, frequency)
    if !plan.notes.contains(note) { plan.notes.append(note) }
  }

  /// Refuses to bring to another length what neither adds up nor is read at the end, unless it is published so.
  private mutating func requireReadable(
    _ reference: NodeReference, at frequency: Frequency, by function: Int32, _ call: CheckedNode
  ) throws(DiagnosticError) {
    let argument = node(reference)
    guard case .indicator(let index) = argument.operation else { return }
    let entry = catalogue.indicators[Int(index)]
    let declaration = entry.declaration
    noteLonger(index, than: frequency)
    guard [.ratio, .index, .rank].contains(declaration.kind), declaration.timing == .period,
      declaration.definition == nil, entry.computation == nil
    else { return }
    let known = knownFrequencies(of: index, PlanContext())
    guard !known.isEmpty, !known.contains(frequency) else { return }
    let published = known.sorted { $0.averageDays > $1.averageDays }.map(\.phrase)
    let lengths = published.dropFirst().reduce(published.first ?? "") { "\($0), \($1)" }
    let error = FunctionError(
      "`\(entry.name)` is \(declaration.kind.phrase), published as \(lengths) figures: it neither adds up nor is read at the end.",
      hint: declaration.kind == .rank
        ? "the latest place is `latest(\(entry.name))`"
        : "compute it from what it is a quotient of, or take the mean: `mean(\(entry.name))`")
    throw DiagnosticError(
      diagnostic: .functionRefuses(
        catalogue.functions[Int(function)].name, error, arguments: [(argument.span, argument.type)],
        at: call.span))
  }
}

// What a difference is.
extension Planner {
  /// Notes that a flow of a period less the same flow of its beginning or end is the flow of the rest.
  mutating func noteRemainder(_ left: NodeReference, _ right: NodeReference) {
    guard case .slice(let base, let selector) = node(left).operation,
      case .period(let whole)? = selector.time,
      case .slice(let other, let otherSelector) = node(right).operation,
      case .period(let part)? = otherSelector.time, selector.codes.isEmpty, otherSelector.codes.isEmpty
    else { return }
    let subject = NodeReference(expression: left.expression, node: base)
    let second = NodeReference(expression: right.expression, node: other)
    guard node(subject).type.kind == .flow, node(subject).key == node(second).key,
      let rest = whole.remainder(beside: part)
    else { return }
    let note = Note.remainder(name(of: node(subject)), of: rest, in: whole, beside: part)
    if !plan.notes.contains(note) { plan.notes.append(note) }
  }
}

extension Period {
  /// What is left of the period where `part` is its beginning or its end; nil where it is neither.
  fileprivate func remainder(beside part: Period) -> Period? {
    guard contains(part), part != self else { return nil }
    if part.first == first { return part.last.adding(days: 1).flatMap { Period(first: $0, last: last) } }
    if part.last == last { return part.first.adding(days: -1).flatMap { Period(first: first, last: $0) } }
    return nil
  }
}
