import ChisoDiagnostics
package import ChisoModel
import ChisoSyntax

// Operators: what both sides are known to be decides, by the checker's own rules where their units are known, else by
// equations.
extension SchemeChecker {
  mutating func infer(
    _ first: SyntaxNode, _ rest: ChainTail, at node: SyntaxNode
  ) throws(DiagnosticError) -> Inferred {
    var left = try infer(first)
    for element in rest {
      let right = try infer(element.operand)
      left = .value(
        try binary(
          BinaryOperator(element.infix), left, right, nodes: (first, element.operand),
          operatorSpan: element.infixSpan, at: node))
    }
    return left
  }

  mutating func inferLogical(
    _ operands: SyntaxList<SyntaxNode>, at node: SyntaxNode
  ) throws(DiagnosticError) -> Inferred {
    var extent: Extent? = .constant
    for operand in operands {
      let value = try value(operand)
      try decide(value, .truth)
      extent = combined(extent, value.extent)
    }
    return .value(known(.boolean, extent: extent, at: node.span))
  }

  package mutating func binary(
    _ operation: BinaryOperator, _ left: Inferred, _ right: Inferred, nodes: (SyntaxNode, SyntaxNode),
    operatorSpan: SourceSpan, at node: SyntaxNode
  ) throws(DiagnosticError) -> InferredValue {
    let first = try letter(left, beside: right, at: nodes.0)
    let second = try letter(right, beside: left, at: nodes.1)
    let span = SourceSpan(start: first.span.start, end: second.span.end)
    let extent = combined(first.extent, second.extent)
    if operation == .equal || operation == .notEqual {
      guard sorts.equate(first.sort, second.sort) else { throw fail(.truthValue(at: second.span)) }
      if sorts.sort(first.sort) == .truth { return known(.boolean, extent: extent, at: span) }
    } else {
      try decide(first, .figure)
      try decide(second, .figure)
    }
    if !mayBeComplement(operation, first, second), let exact = try exact(operation, first, second, at: node) {
      return known(exact, extent: extent, at: span)
    }
    switch operation {
    case .multiply, .divide:
      let units = try units(operation, first, second, standIn: .one, at: node)
      let dimension =
        operation == .multiply
        ? first.dimension.product(second.dimension) : first.dimension.quotient(second.dimension)
      return units.map { known(SeriesType(unit: $0), extent: extent, at: span) }
        ?? figure(dimensions.resolved(dimension), extent: extent, at: span)
    default:
      try equate(first, second, operation: operation.text, operatorSpan: operatorSpan, at: node.span)
      if mayBeComplement(operation, first, second) {
        return figure(dimensions.resolved(first.dimension), extent: extent, at: span)
      }
      let unit = try units(operation, first, second, standIn: nil, at: node)
      if operation.isComparison { return known(.boolean, extent: extent, at: span) }
      if let unit { return known(SeriesType(unit: unit), extent: extent, at: span) }
      return figure(dimensions.resolved(first.dimension), extent: extent, at: span)
    }
  }

  /// Whether `100 % - x` or `1 - x` may be the rest beside a share, which depends on the base that `x` will have.
  private mutating func mayBeComplement(
    _ operation: BinaryOperator, _ whole: InferredValue, _ part: InferredValue
  ) -> Bool {
    guard operation == .subtract, let id = whole.node, let number = checker.writtenNumber(id),
      number == (checker[id].type.unit.isPercent ? 100 : 1)
    else { return false }
    guard let part = part.node.map({ checker[$0] }) else { return true }
    guard case .stored(-1) = part.operation else { return false }
    return part.type.unit.isPercent && part.type.base == nil
  }

  /// A value, or the letter of a status beside something that can be one.
  private mutating func letter(
    _ inferred: Inferred, beside other: Inferred, at node: SyntaxNode
  ) throws(DiagnosticError) -> InferredValue {
    guard case .other(let id, let isGiven, _) = inferred, case .text(let text) = checker[id].operation,
      isGiven || UnitOfMeasure.status.value(ofWord: text) != nil
        || UnitOfMeasure.targetState.value(ofWord: text) != nil, other.value != nil
    else { return try value(inferred, at: node) }
    let unit = UnitOfMeasure.targetState.value(ofWord: text) == nil ? UnitOfMeasure.status : .targetState
    return known(SeriesType(unit: unit), extent: .constant, at: node.span)
  }

  /// The checker's own answer, where the units of both sides are known whatever is given.
  private mutating func exact(
    _ operation: BinaryOperator, _ left: InferredValue, _ right: InferredValue, at node: SyntaxNode
  ) throws(DiagnosticError) -> SeriesType? {
    guard let first = left.node, let second = right.node else { return nil }
    let id = try checker.binary(operation, first, second, at: node)
    return checker[id].type.withoutKind
  }

  /// Types that a value can have, all of them as far as operators tell them apart; nil where they are too many.
  mutating func types(of value: InferredValue) -> [SeriesType]? {
    if let node = value.node { return [checker[node].type] }
    let dimension = dimensions.resolved(value.dimension)
    guard dimension.isGround else { return nil }
    if dimension.isDimensionless {
      return [.number, SeriesType(unit: .percent), SeriesType(unit: .points)]
    }
    return [SeriesType(unit: catalogue.unit(measuring: dimension))]
  }

  /// Tries the types that both sides can have; throws where none go together. The unit of the result where it is the
  /// same for all. `standIn` is for a side of which nothing is known, nil where nothing can be said then.
  private mutating func units(
    _ operation: BinaryOperator, _ left: InferredValue, _ right: InferredValue, standIn unit: UnitOfMeasure?,
    at node: SyntaxNode
  ) throws(DiagnosticError) -> UnitOfMeasure? {
    let (first, second) = (types(of: left), types(of: right))
    let other = unit.map { [SeriesType(unit: $0)] }
    guard first != nil || second != nil, let firsts = first ?? other, let seconds = second ?? other else {
      return nil
    }
    var units: Set<UnitOfMeasure> = []
    var refusal: DiagnosticError?
    for firstType in firsts {
      for secondType in seconds {
        let sides = (
          left.node ?? standIn(for: firstType, extent: left.extent, at: left.span),
          right.node ?? standIn(for: secondType, extent: right.extent, at: right.span)
        )
        do throws(DiagnosticError) {
          let id = try checker.binary(operation, sides.0, sides.1, at: node)
          units.insert(checker[id].type.unit)
        } catch {
          if refusal == nil { refusal = error }
        }
      }
    }
    if units.isEmpty, let refusal { throw refusal }
    // Of a dimension there are many units, with prefixes and percentages in them: what they yield is not known.
    let isComplete = [(first, left), (second, right)].allSatisfy { types, value in
      value.node != nil || types != nil && dimensions.resolved(value.dimension).isDimensionless
    }
    return isComplete && units.count == 1 ? units.first : nil
  }

  /// `base ^ exponent`.
  package mutating func power(
    _ base: InferredValue, _ exponent: InferredValue, at node: SyntaxNode
  ) throws(DiagnosticError) -> InferredValue {
    try decide(base, .figure)
    try decide(exponent, .figure)
    let extent = combined(base.extent, exponent.extent)
    if let exact = try exact(.power, base, exponent, at: node) {
      return known(exact, extent: extent, at: node.span)
    }
    guard dimensions.equate(exponent.dimension, .dimensionless) else {
      throw fail(badExponent(base, exponent, at: node))
    }
    let dimension = dimensions.resolved(base.dimension)
    if dimension.isDimensionless { return known(.number, extent: extent, at: node.span) }
    if let types = types(of: base), types.allSatisfy(\.unit.isRank) {
      throw fail(.rankArithmetic(operation: "^", name: nil, rank: base.span, at: node.span))
    }
    if let id = exponent.node, checker[id].type.unit.isWithoutUnit, let value = checker.writtenNumber(id),
      value == value.rounded(), abs(value) <= Double(UnitOfMeasure.greatestExponent)
    {
      return figure(dimension.power(Int(value)), extent: extent, at: node.span)
    }
    // A number that is given may be a whole one.
    if exponent.mayBeConstant { return figure(dimensions.fresh(), extent: extent, at: node.span) }
    guard dimensions.equate(dimension, .dimensionless) else {
      throw fail(badExponent(base, exponent, at: node))
    }
    return known(.number, extent: extent, at: node.span)
  }

  private mutating func badExponent(
    _ base: InferredValue, _ exponent: InferredValue, at node: SyntaxNode
  ) -> Diagnostic {
    .badExponent(
      unit(of: base) ?? .one, unit(of: exponent) ?? .one, left: base.span, right: exponent.span, at: node.span
    )
  }

  /// A unit for messages; nil where the dimension is open.
  private mutating func unit(of value: InferredValue) -> UnitOfMeasure? { types(of: value)?.first?.unit }

  /// Makes both sides measure the same; throws, with both of them shown, where they never do.
  mutating func equate(
    _ left: InferredValue, _ right: InferredValue, operation: String, operatorSpan: SourceSpan? = nil,
    at span: SourceSpan
  ) throws(DiagnosticError) {
    guard !dimensions.equate(left.dimension, right.dimension) else { return }
    let sides = (dimensions.resolved(left.dimension), dimensions.resolved(right.dimension))
    guard let first = unit(of: left), let second = unit(of: right) else {
      throw fail(
        .neverAlike(
          operation: operation, text(sides.0, sides.1),
          excess: excess(sides.1.quotient(sides.0)), left: left.span, right: right.span, at: span))
    }
    if first.isPercent || second.isPercent, let operatorSpan {
      throw fail(
        .percentOfLevel(
          operation: operation, first, second, left: left.span, right: right.span,
          operator: operatorSpan, at: span))
    }
    throw fail(
      .incompatibleUnits(
        operation: operation, first, second, left: left.span, right: right.span,
        literals: (isLiteral(left), isLiteral(right)), at: span))
  }

  /// Two dimensions for a message.
  package func text(_ left: Dimensionality, _ right: Dimensionality) -> DimensionText {
    var known: [(name: String, dimension: Dimensionality)] = []
    for parameter in catalogue.functions[Int(open.last ?? 0)].parameters {
      guard let value = parameters[parameter.name]?.value else { continue }
      known.append((parameter.name, dimensions.resolved(value.dimension)))
    }
    return DimensionText(left, right, parameters: known, in: catalogue.units)
  }

  private func isLiteral(_ value: InferredValue) -> Bool {
    value.node.map { checker[$0].operation.isLiteral } ?? false
  }

  /// What the right side has too much of, as a unit: without it both sides could be alike.
  func excess(_ quotient: Dimensionality) -> UnitOfMeasure? {
    let exponents = quotient.terms.filter(\.isVariable).map(\.exponent.magnitude)
    var step = exponents.reduce(0) { greatestCommonDivisor($0, $1) }
    if step == 0 { step = .max }
    let rest = quotient.terms.filter { !$0.isVariable }.map { term in
      Dimensionality.Term(term.name, step == .max ? term.exponent : term.exponent % Int(step))
    }
    let excess = Dimensionality(rest)
    guard !excess.terms.contains(where: { $0.name == "status" || $0.name == "rank" }) else { return nil }
    return catalogue.unit(measuring: excess)
  }
}

private func greatestCommonDivisor(_ left: UInt, _ right: UInt) -> UInt {
  var (left, right) = (left, right)
  while right > 0 { (left, right) = (right, left % right) }
  return left
}

extension SeriesType {
  /// The unit alone: what an operator makes of kinds, bases and timing depends on both sides, and one is not known.
  var withoutKind: SeriesType { SeriesType(unit: unit, isBoolean: isBoolean) }
}

extension Catalogue {
  /// A unit that measures `dimension`, which mentions no variable.
  package func unit(measuring dimension: Dimensionality) -> UnitOfMeasure {
    let factors = dimension.terms.map { term in
      let base = Dimensionality(term.name)
      let known = term.name == NamedUnit.status.name ? NamedUnit.status : nil
      let unit = known ?? units.unit(named: term.name)?.unit ?? units.all.last { $0.dimensionality == base }
      return UnitOfMeasure.Factor(
        unit ?? NamedUnit(term.name, category: .physical, dimensionality: base), exponent: term.exponent)
    }
    return UnitOfMeasure(factors: factors)
  }
}
