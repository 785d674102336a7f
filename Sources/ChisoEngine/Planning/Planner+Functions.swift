import ChisoModel
import ChisoPlugin

// Native functions by their shape.
extension PlanRun {
  mutating func nativeSlot(
    _ function: Int32, _ arguments: [NodeReference], _ frequency: Frequency?, _ context: PlanContext,
    at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    guard let native = catalogue.functions[Int(function)].native else {
      return step(.constant(.nan), node.type, at: node)
    }
    if case .frequency(let frequency) = native.shape {
      return try slot(arguments[0], frequency, context)
    }
    var planned: [PlanArgument] = []
    for argument in arguments {
      planned.append(try plannedArgument(argument, frequency, native.shape, context))
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
    case .cellwisePair(let body) where slots.count == 2:
      let left = native.monotony.first ?? .none
      let right = native.monotony.count > 1 ? native.monotony[1] : .none
      return step(.cellwise(.cellwisePair(body, left, right), slots), node.type, at: node)
    default:
      return step(.native(function, planned), node.type, at: node)
    }
  }

  /// The kernel's division under a function's own rule of types: like units cancel, different nouns divide, and the
  /// result is in the unit that the rule says.
  private mutating func quotient(
    _ left: SlotID, _ right: SlotID, _ arguments: [NodeReference], at node: CheckedNode
  ) -> SlotID {
    let leftUnit = self.node(arguments[0]).type.unit
    let rightUnit = self.node(arguments[1]).type.unit
    let conversion =
      leftUnit.dimensionality == rightUnit.dimensionality ? leftUnit.conversion(to: rightUnit) : nil
    noteMeasures(arguments)
    let like = scaled(left, conversion, at: node)
    let divided = step(.cellwise(.divide, [like, right]), .number, at: node)
    return scaled(divided, UnitOfMeasure.one.conversion(to: node.type.unit), type: node.type, at: node)
  }

  /// Notes that a share of one measure in another is not what it seems.
  private mutating func noteMeasures(_ arguments: [NodeReference]) {
    let left = node(arguments[0])
    let right = node(arguments[1])
    guard let first = left.type.measure, let second = right.type.measure, first != second else { return }
    let note = Note.differentMeasures(name(of: left), first, name(of: right), second)
    if !plan.notes.contains(note) { plan.notes.append(note) }
  }

  private mutating func plannedArgument(
    _ reference: NodeReference, _ frequency: Frequency?, _ shape: FunctionShape, _ context: PlanContext
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
    // A function that leaves no period behind takes its argument at the length that this has by itself.
    var asked = frequency
    if argument.extent == .series, asked == nil || shape.collapsesTime {
      asked = try naturalFrequency(of: reference, context).known ?? frequency
    }
    return .slot(try slot(reference, argument.extent == .series ? asked : nil, context))
  }
}

extension FunctionShape {
  fileprivate var collapsesTime: Bool {
    if case .selection = self { return true }
    return false
  }
}
