import ChisoMeaning
import ChisoModel
import ChisoPlugin
import ChisoSyntax

/// Two operands that an operation brings together, to be compared once their cells are known: whether they are alike, and
/// whether a share meets its base.
struct OperandPair: Sendable {
  /// What is done with them.
  enum Operation: Sendable {
    case sum, difference, product, quotient
    /// A quotient that says what part of the one the other is.
    case share

    init?(_ operation: BinaryOperator) {
      switch operation {
      case .add: self = .sum
      case .subtract: self = .difference
      case .multiply: self = .product
      case .divide: self = .quotient
      default: return nil
      }
    }
  }

  var operation: Operation
  var left: PairedOperand
  var right: PairedOperand
  /// What is to be noted whatever the data say.
  var note: Note?
}

/// One side of an operation.
struct PairedOperand: Sendable {
  /// Where its cells stand.
  var slot: SlotID
  var reference: NodeReference
  /// What it is a cell or series of, once slices and forms are taken away.
  var subject: QuestionKey
  /// The indicator that this is.
  var indicator: Int32?
  /// The codes that it was sliced by.
  var codes: [DimensionCode]
  /// Whether it asks for a target.
  var isTarget: Bool
  /// Whether it is an amount, of a place and a time as a whole.
  var isAmount: Bool
  /// Whether it is a level, which has no length of period.
  var isLevel: Bool
}

// Pairs of operands.
extension Planner {
  /// Keeps that `computed` brings two operands together, where something may be to be said about it.
  mutating func pair(
    _ operation: OperandPair.Operation, _ left: NodeReference, _ right: NodeReference,
    _ slots: (SlotID, SlotID),
    in computed: SlotID
  ) {
    let (first, second) = (node(left), node(right))
    // What a series is measured on is meant to be of another period.
    if isBase(right) { return }
    let note = baseNote(operation, left, right)
    guard note != nil || (first.extent != .constant && second.extent != .constant) else { return }
    plan.pairs[computed] = OperandPair(
      operation: operation, left: operand(left, slots.0), right: operand(right, slots.1), note: note)
  }

  private func operand(_ reference: NodeReference, _ slot: SlotID) -> PairedOperand {
    let node = node(reference)
    let bare = bare(reference)
    let inner = self.node(bare.reference)
    var indicator: Int32?
    if case .indicator(let index) = inner.operation { indicator = index }
    if case .recognised(let index, _) = inner.operation { indicator = index }
    return PairedOperand(
      slot: slot, reference: reference, subject: inner.key, indicator: indicator, codes: bare.codes,
      isTarget: bare.isTarget, isAmount: node.type.kind == .flow || node.type.kind == .stock,
      isLevel: node.type.kind == .stock || node.type.timing == .instant)
  }

  /// What a node is a cell or series of: without slices, forms, units and the choice of a figure.
  func bare(
    _ reference: NodeReference
  ) -> (reference: NodeReference, codes: [DimensionCode], isTarget: Bool) {
    var reference = reference
    var codes: [DimensionCode] = []
    var isTarget = false
    while true {
      switch node(reference).operation {
      case .slice(let base, let selector):
        codes += selector.codes
        reference.node = base
      case .form(let form, let inner):
        if form == .target { isTarget = true }
        reference.node = inner
      case .convert(let inner, _, _), .asOf(let inner, _), .given(let inner, _), .inlined(_, let inner, _):
        if case .inlined = node(reference).operation, !isChoice(inner, reference.expression) {
          return (reference, codes, isTarget)
        }
        reference.node = inner
      case .native(let function, let arguments):
        guard let first = arguments.first, isChoice(function) else { return (reference, codes, isTarget) }
        reference.node = first
      default: return (reference, codes, isTarget)
      }
    }
  }

  /// Whether a node takes a figure as it is.
  private func isChoice(_ node: NodeID, _ expression: Int) -> Bool {
    switch expressions[expression][node].operation {
    case .slice, .form, .indicator, .recognised, .convert, .asOf, .given: true
    case .inlined(_, let inner, _): isChoice(inner, expression)
    case .native(let function, _): isChoice(function)
    default: false
    }
  }

  /// Whether a node is the level that a series is measured on: `base_level(x, 2023)`.
  private func isBase(_ reference: NodeReference) -> Bool {
    guard case .native(let function, let arguments) = node(reference).operation,
      let native = catalogue.functions[Int(function)].native
    else { return false }
    switch native.shape {
    case .level: return true
    case .requirement:
      return arguments.first.map {
        isBase(NodeReference(expression: reference.expression, node: $0))
      } ?? false
    default: return false
    }
  }

  /// Whether a function takes a figure of its first argument as it is.
  private func isChoice(_ function: Int32) -> Bool {
    guard let native = catalogue.functions[Int(function)].native else { return false }
    switch native.shape {
    case .selection, .requirement, .frequency, .periodShift, .latest, .level: return true
    case .whole: return native.meaning == .choice
    default: return false
    }
  }

  /// The codes that a part is sliced by and the whole beside it is not, where both are of the same figures.
  func partCodes(_ part: NodeReference, beside whole: NodeReference) -> [DimensionCode] {
    let (left, right) = (bare(part), bare(whole))
    guard !left.codes.isEmpty, node(left.reference).key == node(right.reference).key else { return [] }
    return left.codes.filter { code in !right.codes.contains { $0.dimension == code.dimension } }
  }

  /// The totals of `slot` along the dimensions of `codes`.
  mutating func totals(
    _ slot: SlotID, beside codes: [DimensionCode], of reference: NodeReference,
    at node: CheckedNode
  ) -> SlotID {
    codes.reduce(slot) { slot, code in
      step(
        .whole(slot, dimension: code.dimension, part: code.code, reference), plan.steps[Int(slot)].type,
        at: node)
    }
  }
}

// Shares and what they are applied to.
extension Planner {
  /// Notes that a share is multiplied by itself, which makes it a share of nothing.
  mutating func noteShareOfItself(_ share: NodeReference, _ exponent: NodeReference) {
    guard case .constant(let power, _) = node(exponent).operation, power >= 2,
      bare(share).reference == share || isChoice(share.node, share.expression),
      let note = baseNote(.product, share, share)
    else { return }
    if !plan.notes.contains(note) { plan.notes.append(note) }
  }

  /// Notes that shares are weighted by what they are no shares of.
  mutating func noteWeights(_ shares: NodeReference, _ weights: NodeReference) {
    guard shareBase(of: shares) != nil, let note = baseNote(.product, shares, weights) else { return }
    if !plan.notes.contains(note) { plan.notes.append(note) }
  }

  /// A note where a share meets what is not its base.
  private mutating func baseNote(
    _ operation: OperandPair.Operation, _ left: NodeReference, _ right: NodeReference
  ) -> Note? {
    let (first, second) = (shareBase(of: left), shareBase(of: right))
    switch operation {
    case .product:
      if let first, let second {
        guard !isPart(left, ofWhich: second, right), !isPart(right, ofWhich: first, left) else { return nil }
        return .shareOfShare(name(left), of: first, name(right), of: second)
      }
      if let first { return misapplied(left, first, to: right) }
      if let second { return misapplied(right, second, to: left) }
      return nil
    case .quotient:
      guard let second, first == nil, isLevel(left), !isPartOfShare(left, right, second) else { return nil }
      return .dividedByShare(name(left), name(right), of: second)
    default: return nil
    }
  }

  private func misapplied(_ share: NodeReference, _ base: String, to other: NodeReference) -> Note? {
    guard isLevel(other), !isBase(other, base, of: share) else { return nil }
    return .shareOfOther(name(share), of: base, name(other))
  }

  /// What a node is a share of; nil where it is none.
  private func shareBase(of reference: NodeReference) -> String? {
    let node = node(reference)
    guard node.type.unit.isDimensionless, !node.type.unit.isPoints else { return nil }
    // As a plain number it is the same share.
    if node.type.base == nil, case .convert(let inner, _, _) = node.operation {
      return shareBase(of: NodeReference(expression: reference.expression, node: inner))
    }
    return node.type.base
  }

  private func isLevel(_ reference: NodeReference) -> Bool {
    let type = node(reference).type
    return !type.unit.isDimensionless && !type.unit.isRank && !type.isBoolean
  }

  /// Whether a node is the base of a share, or may be: what is written as a number of the same kind may.
  private func isBase(_ reference: NodeReference, _ base: String, of share: NodeReference) -> Bool {
    let unit = node(reference).type.unit
    if unit.countingNoun == base { return true }
    let names = indicatorNames(under: reference)
    if names.contains(base) { return true }
    if let quotient = quotient(of: share), names.contains(quotient.whole) { return true }
    guard names.isEmpty else { return false }
    return catalogue.indicators(named: base).contains {
      catalogue.indicators[Int($0)].unit.dimensionality == unit.dimensionality
    }
  }

  /// Whether what is divided by a share is the part that the share is of, or may be.
  private func isPartOfShare(_ part: NodeReference, _ share: NodeReference, _ base: String) -> Bool {
    let unit = node(part).type.unit
    let names = indicatorNames(under: part)
    if let quotient = quotient(of: share) {
      if names.contains(quotient.part) { return true }
      if !names.isEmpty { return false }
    }
    if names.contains(base) { return false }
    if unit.countingNoun == base { return true }
    return catalogue.indicators(named: base).contains {
      catalogue.indicators[Int($0)].unit.dimensionality == unit.dimensionality
    }
  }

  /// Whether the base of a share is what another share is the part of: a share of it is a share of the other's base.
  private func isPart(_ inner: NodeReference, ofWhich base: String, _ outer: NodeReference) -> Bool {
    guard let innerBase = shareBase(of: inner), let quotient = quotient(of: outer) else { return false }
    return catalogue.names(innerBase, quotient.part)
  }

  /// The names of part and whole of a share.
  private func quotient(of share: NodeReference) -> (part: String, whole: String)? {
    let bare = bare(share).reference
    switch node(bare).operation {
    case .indicator(let indicator), .recognised(let indicator, _):
      return catalogue.quotient(of: indicator)
    case .native(let function, let arguments):
      guard catalogue.functions[Int(function)].isQuotient, arguments.count == 2 else { return nil }
      func name(_ node: NodeID) -> String {
        plan(name: self.bare(NodeReference(expression: bare.expression, node: node)).reference)
      }
      return (name(arguments[0]), name(arguments[1]))
    default: return nil
    }
  }

  private func indicatorNames(under reference: NodeReference) -> Set<String> {
    let expression = expressions[reference.expression]
    var names: Set<String> = []
    var open = [reference.node]
    var seen = Set(open)
    while let next = open.popLast() {
      let operation = expression[next].operation
      switch operation {
      case .indicator(let indicator), .recognised(let indicator, _):
        names.insert(catalogue.indicators[Int(indicator)].name)
      default: break
      }
      open += operation.operands.filter { seen.insert($0).inserted }
    }
    return names
  }

  private func name(_ reference: NodeReference) -> String { plan(name: reference) }
}
