import ChisoDiagnostics
import ChisoModel
import ChisoSyntax

/// A quantity in a product as it is meant: only so many of the names behind the number are its unit, the others are
/// operands. `10 USD / gdp` is 10 USD, divided by an indicator.
struct MixedQuantity {
  /// Whether a minus stands before it.
  var isNegative: Bool
  /// The number with its unit.
  var quantity: QuantitySyntax
  /// How many factors are those of the unit.
  var count: Int

  /// What is no unit, from left to right.
  var operands: some Sequence<UnitFactorSyntax> {
    (quantity.unit?.factors.dropFirst(count)).map(Array.init) ?? []
  }
}

/// A percentage of an indicator, which is a share of it beside others: `20 % of gdp`.
struct Portion {
  /// The percentage.
  var percentage: QuantitySyntax
  /// The bare name of the indicator.
  var base: String
}

// Numbers with units. Where the tree leaves open what a name behind one is, the names that there are decide.
extension Checker {
  mutating func check(_ quantity: QuantitySyntax) throws(DiagnosticError) -> NodeID {
    if let mixed = try mixed(quantity) { return try check(mixed, at: quantity.node) }
    return try constant(quantity)
  }

  /// A product, read from left to right whatever a quantity in it holds: `100 USD / 4 USD / gdp`.
  mutating func checkProduct(_ rest: ChainTail, at node: SyntaxNode) throws(DiagnosticError) -> NodeID {
    var left = try check(rest.first)
    for position in rest.indices {
      let operand = rest.operand(position)
      let mixed = try mixedOperand(operand)
      let right = if let mixed { try head(of: mixed, at: operand) } else { try check(operand) }
      left = try binary(BinaryOperator(rest.infix(position)), left, right, at: node)
      if let mixed { left = try applying(mixed, to: left, at: node) }
    }
    return left
  }

  private mutating func check(_ mixed: MixedQuantity, at node: SyntaxNode) throws(DiagnosticError) -> NodeID {
    try applying(mixed, to: head(of: mixed, at: node), at: node)
  }

  /// The number with its unit, before what is none.
  mutating func head(of mixed: MixedQuantity, at node: SyntaxNode) throws(DiagnosticError) -> NodeID {
    let number = try constant(mixed.quantity, first: mixed.count)
    return mixed.isNegative ? negated(number, at: node) : number
  }

  /// `left`, multiplied and divided by the operands of `mixed`.
  private mutating func applying(
    _ mixed: MixedQuantity, to left: NodeID, at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    var left = left
    for factor in mixed.operands {
      var right = try check(NameSyntax(unchecked: factor.operand))
      if let exponent = exponent(of: factor) { right = try binary(.power, right, exponent, at: factor.node) }
      left = try binary(factor.isDivisor ? .divide : .multiply, left, right, at: node)
    }
    return left
  }

  /// The exponent of a factor as a number; nil where none is written.
  mutating func exponent(of factor: UnitFactorSyntax) -> NodeID? {
    guard factor.node.children.count > 1 else { return nil }
    let value = Double(factor.isDivisor ? -factor.exponent : factor.exponent)
    return append(
      .constant(value, Interval(exactly: value)), .number, .constant, QuestionKey(.number, value.bitPattern),
      at: factor.node)
  }

  /// The number of a quantity with the first `count` factors of its unit.
  mutating func constant(
    _ quantity: QuantitySyntax, first count: Int = .max, base: String? = nil
  ) throws(DiagnosticError) -> NodeID {
    let unit = try quantity.unit.map { syntax throws(DiagnosticError) in
      try read(syntax, first: count, isOfQuantity: true)
    }
    return try constant(
      of: quantity.number.node, scale: scale(of: quantity), unit: unit, base: base, at: quantity.node)
  }

  private func scale(of quantity: QuantitySyntax) -> Int {
    quantity.scaleWords.reduce(0) { $0 + (ScaleWord.exponent(of: $1.text) ?? 0) }
  }

  /// An operand that is a quantity, with a minus perhaps, of whose names not all are units; nil where it is none.
  func mixedOperand(_ node: SyntaxNode) throws(DiagnosticError) -> MixedQuantity? {
    switch node.kind {
    case .quantity:
      guard let quantity = QuantitySyntax(node) else { return nil }
      return try mixed(quantity)
    case .negation:
      guard let inner = node.children.first, inner.kind == .quantity, let quantity = QuantitySyntax(inner),
        var mixed = try mixed(quantity)
      else { return nil }
      mixed.isNegative = true
      return mixed
    default: return nil
    }
  }

  /// Where the unit of a quantity ends, if names of something else follow it; nil where all are units, or mean nothing.
  package func mixed(_ quantity: QuantitySyntax) throws(DiagnosticError) -> MixedQuantity? {
    guard let factors = quantity.unit?.factors, factors.count > 1 else { return nil }
    for (position, factor) in factors.enumerated().dropFirst() {
      let name = factor.name
      let isLocal = isLocalName(name)
      if catalogue.units.unit(named: name) != nil {
        guard isLocal else { continue }
        throw fail(
          .unitOrName(name, isDivisor: factor.isDivisor, at: frame?.span ?? factor.operand.span))
      }
      if isLocal || !catalogue.indicators(named: name).isEmpty {
        return MixedQuantity(isNegative: false, quantity: quantity, count: position)
      }
    }
    return nil
  }

  /// Whether a name is one of a parameter or of the session.
  private func isLocalName(_ name: String) -> Bool {
    if frame?.parameters[name] != nil { return true }
    if frame?.plugin == nil, scope.storedIndex(name, inDefinition: frame != nil) != nil { return true }
    return catalogue.definitions.place(
      of: name, before: frame?.visibleDefinitions ?? scope.visibleDefinitions)
      != nil
  }
}

// Portions.
extension Checker {
  /// `5 % of 200`: so many hundredths of it. Behind `of` may also stand what only names the base of a share.
  mutating func check(_ syntax: PortionSyntax) throws(DiagnosticError) -> NodeID {
    guard let percentage = QuantitySyntax(syntax.percentage) else {
      throw fail(.unreadable(at: span(syntax.node)))
    }
    if let base = baseAlone(syntax) { return try constant(percentage, base: base) }
    let part = try hundredths(percentage)
    let whole = try checkFigure(syntax.whole)
    let id = try binary(.multiply, part, whole, at: syntax.node)
    if case .indicator(let indicator) = self[whole].operation, syntax.whole.kind == .name {
      portions[id] = Portion(percentage: percentage, base: catalogue.indicators[Int(indicator)].name)
    }
    return id
  }

  /// A percentage as the number that it is.
  mutating func hundredths(_ percentage: QuantitySyntax) throws(DiagnosticError) -> NodeID {
    try constant(
      of: percentage.number.node, scale: scale(of: percentage) - 2, unit: nil, at: percentage.node)
  }

  /// The name behind `of`, where it is that of a unit or a base, and of nothing that has figures: `5 % of person`.
  private func baseAlone(_ syntax: PortionSyntax) -> String? {
    guard syntax.whole.kind == .name else { return nil }
    let name = syntax.whole.text
    guard !isLocalName(name), catalogue.indicators(named: name).isEmpty else { return nil }
    return catalogue.units.unit(named: name) != nil || catalogue.indicators.contains { $0.type.base == name }
      ? name : nil
  }

  /// A portion of an indicator as a share of it, where it stands beside another share of it:
  /// `digital_economy_share[2024] > 20 % of gdp`.
  mutating func share(_ id: NodeID, beside other: NodeID) throws(DiagnosticError) -> NodeID {
    guard let portion = portions[id] else { return id }
    let type = self[other].type
    guard type.unit.isPercent || type.unit.isPoints, type.base == portion.base else { return id }
    return try constant(portion.percentage, base: portion.base)
  }
}
