import ChisoDiagnostics
import ChisoMeaning
import ChisoModel
import ChisoPlugin

// The length of period that a bare expression has.
extension Planner {
  mutating func naturalFrequency(
    of reference: NodeReference, _ context: PlanContext
  ) throws(DiagnosticError) -> NaturalFrequency {
    let node = node(reference)
    guard node.extent == .series else { return .any }
    let key = context.key(of: reference)
    if let known = naturals[key] { return known }
    for operand in leftSpine(of: reference).reversed() { _ = try naturalFrequency(of: operand, context) }
    let result = try makeNatural(reference, node, context)
    naturals[key] = result
    return result
  }

  mutating func makeNatural(
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

  mutating func combined(
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

  mutating func naturalFrequency(
    ofIndicator indicator: Int32, _ context: PlanContext
  ) throws(DiagnosticError) -> NaturalFrequency {
    index.read(CollectionOfOne(indicator), in: catalogue)
    var known = knownFrequencies(of: indicator, context)
    if !open.contains(indicator) {
      open.append(indicator)
      defer { open.removeLast() }
      var parts: [NodeReference] = []
      if let definition = try definition(of: indicator) { parts = [definition] }
      if catalogue.indicators[Int(indicator)].computation != nil { parts = try computationInputs(indicator) }
      // A definition whose parts do not meet by themselves has no length of its own.
      let node = node(parts.first ?? NodeReference(expression: 0, node: 0))
      if !parts.isEmpty, let natural = try? combined(parts, context, at: node), let frequency = natural.known
      {
        known.insert(frequency)
      }
    }
    if catalogue.indicators[Int(indicator)].timing == .instant, known.contains(.instant) {
      return .frequency(.instant)
    }
    return longest(.unknown, among: known)
  }

  func longest(
    _ natural: NaturalFrequency, claimed key: QuestionKey, _ context: PlanContext
  ) -> NaturalFrequency {
    longest(natural, among: claimedFrequencies(of: key, context))
  }

  /// The longest regular length, else instants, else the longest of the others.
  func longest(_ natural: NaturalFrequency, among frequencies: Set<Frequency>) -> NaturalFrequency {
    var all = frequencies
    if let own = natural.known { all.insert(own) }
    guard !all.isEmpty else { return natural }
    if let regular = Frequency.regular.first(where: all.contains) { return .frequency(regular) }
    if all.contains(.instant) { return .frequency(.instant) }
    return all.max { $0.averageDays < $1.averageDays }.map(NaturalFrequency.frequency) ?? natural
  }
}
