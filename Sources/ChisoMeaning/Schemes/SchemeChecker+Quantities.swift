import ChisoDiagnostics
import ChisoModel
import ChisoSyntax

// Quantities with a parameter among the names behind the number, and portions of what will be given.
extension SchemeChecker {
  /// `10 USD / x`
  mutating func infer(_ quantity: QuantitySyntax) throws(DiagnosticError) -> InferredValue {
    guard let mixed = try checker.mixed(quantity) else {
      return try value(checked: checker.check(quantity), quantity.node)
    }
    return try applying(mixed, to: head(of: mixed), at: quantity.node)
  }

  /// A product, read from left to right whatever a quantity in it holds.
  mutating func inferProduct(
    _ chain: ProductChainSyntax, at node: SyntaxNode
  ) throws(DiagnosticError) -> InferredValue {
    var left = try infer(chain.first)
    for (position, element) in chain.rest.enumerated() {
      // What stands in parentheses is divided by as a whole.
      let mixed = try checker.mixedOperand(chain.rest.operand(position))
      let right = if let mixed { Inferred.value(try head(of: mixed)) } else { try infer(element.operand) }
      var product = try binary(
        BinaryOperator(element.infix), left, right, nodes: (chain.first, element.operand),
        operatorSpan: element.infixSpan, at: node)
      if let mixed { product = try applying(mixed, to: product, at: node) }
      left = .value(product)
    }
    return try value(left, at: node)
  }

  /// `5 % of x`
  mutating func infer(_ syntax: PortionSyntax) throws(DiagnosticError) -> InferredValue {
    guard let percentage = QuantitySyntax(syntax.percentage) else { throw fail(.unreadable(at: syntax.span)) }
    let part = try checker.hundredths(percentage)
    return try binary(
      .multiply, inferred(part), infer(syntax.whole), nodes: (percentage.node, syntax.whole),
      operatorSpan: syntax.span, at: syntax.node)
  }

  /// The number with its unit, before what is none.
  private mutating func head(of mixed: MixedQuantity) throws(DiagnosticError) -> InferredValue {
    let id = try checker.head(of: mixed, at: mixed.quantity.node)
    return try value(checked: id, mixed.quantity.node)
  }

  private mutating func applying(
    _ mixed: MixedQuantity, to left: InferredValue, at node: SyntaxNode
  ) throws(DiagnosticError) -> InferredValue {
    var left = left
    for factor in mixed.operands {
      var right = try operand(factor)
      if let exponent = checker.exponent(of: factor) {
        right = .value(
          try power(value(right, at: factor.operand), value(checked: exponent, factor.node), at: factor.node))
      }
      left = try binary(
        factor.isDivisor ? .divide : .multiply, .value(left), right, nodes: (node, factor.operand),
        operatorSpan: factor.span, at: node)
    }
    return left
  }

  /// What is no unit behind a number: a parameter, or what has a name elsewhere.
  private mutating func operand(_ factor: UnitFactorSyntax) throws(DiagnosticError) -> Inferred {
    guard var parameter = parameters[factor.name] else {
      return inferred(try checker.check(NameSyntax(unchecked: factor.operand)))
    }
    if case .value(var value) = parameter {
      value.span = factor.operand.span
      parameter = .value(value)
    }
    return parameter
  }

  private mutating func value(checked id: NodeID, _ node: SyntaxNode) throws(DiagnosticError) -> InferredValue
  {
    let inferred = inferred(id)
    return try value(inferred, at: node)
  }
}
