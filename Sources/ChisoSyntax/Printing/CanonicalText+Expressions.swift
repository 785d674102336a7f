extension CanonicalPrinter {
  /// An expression where one is expected that binds at least as tightly as `minimum`; in parentheses where it
  /// binds less.
  mutating func expression(_ node: SyntaxNode, _ minimum: Precedence = .given) {
    let node = node.unparenthesized
    guard precedence(of: node.kind) >= minimum else {
      write("(")
      bare(node)
      return write(")")
    }
    bare(node)
  }

  private func precedence(of kind: SyntaxKind) -> Precedence {
    switch kind {
    case .given: .given
    case .asOf, .conditional: .asOf
    case .pipeChain: .pipe
    case .orChain: .or
    case .andChain: .and
    case .not: .not
    case .comparisonChain: .comparison
    case .conversion: .conversion
    case .range: .range
    case .sumChain: .sum
    case .productChain: .product
    case .negation, .portion: .negation
    case .power: .power
    default: .operand
    }
  }

  private mutating func bare(_ node: SyntaxNode) {
    let children = node.children
    switch node.kind {
    case .negation:
      write("-")
      expression(children[0], .negation)
    case .not:
      write("not ")
      expression(children[0], .not)
    case .power:
      // The exponent would be that of the unit.
      powerBase(children[0])
      write(" ^ ")
      exponent(children[1])
    case .portion:
      bare(children[0])
      write(" of ")
      expression(children[1], .negation)
    case .productChain: chain(children, .negation)
    case .sumChain: chain(children, .product)
    case .comparisonChain: chain(children, .conversion)
    case .andChain: list(children, separator: " and ") { $0.expression($1, .not) }
    case .orChain: list(children, separator: " or ") { $0.expression($1, .and) }
    case .range: range(RangeSyntax(node: node))
    case .conversion:
      expression(children[0], .conversion)
      write(" to ")
      bare(children[1])
    case .pipeChain: list(children, separator: " |> ") { $0.expression($1, .or) }
    case .asOf:
      expression(children[0], .asOf)
      write(" as of ")
      expression(children[1], .sum)
    case .given: given(children)
    case .binding: binding(BindingSyntax(node: node))
    case .conditional: conditional(children)
    case .call: call(children)
    case .slice: slice(children)
    case .labelledArgument: argument(node)
    case .quantity: list(children, separator: " ") { $0.bare($1) }
    case .unit: unit(children)
    case .unitFactor: unitFactor(node)
    default: write(node.text)
    }
  }

  private mutating func powerBase(_ node: SyntaxNode) {
    guard node.unparenthesized.kind == .quantity else { return expression(node, .operand) }
    write("(")
    bare(node.unparenthesized)
    write(")")
  }

  /// What is raised to takes no factors of a unit without parentheses.
  private mutating func exponent(_ node: SyntaxNode) {
    guard endsInUnit(node, factors: 2) else { return expression(node, .negation) }
    write("(")
    bare(node.unparenthesized)
    write(")")
  }

  /// Operands and operators in turn.
  private mutating func chain(_ children: SyntaxChildren, _ operands: Precedence) {
    for (position, child) in children.enumerated() {
      if child.kind == .operatorToken {
        write(" \((InfixOperator(rawValue: child.raw.flags) ?? .plus).text) ")
      } else if operands == .negation, position + 2 < children.count, endsInUnit(child),
        couldBeFactor(children[position + 2])
      {
        write("(")
        bare(child.unparenthesized)
        write(")")
      } else {
        expression(child, operands)
      }
    }
  }

  /// Whether what is written last is a unit of at least so many factors, which would go on with a factor behind it.
  private func endsInUnit(_ node: SyntaxNode, factors: Int = 1) -> Bool {
    let node = node.unparenthesized
    guard let last = node.children.last else { return false }
    switch node.kind {
    case .quantity: return UnitSyntax(last).map { $0.factors.count >= factors } ?? false
    case .negation, .portion: return endsInUnit(last, factors: factors)
    default: return false
    }
  }

  /// Whether it could be read as a factor of a unit: a name, or one with a number as its exponent.
  private func couldBeFactor(_ node: SyntaxNode) -> Bool {
    let node = node.unparenthesized
    return node.kind == .name || node.kind == .power && node.operand(0).kind == .name
  }

  private mutating func range(_ range: RangeSyntax) {
    if let first = range.first { expression(first, .sum) }
    write("..")
    if let last = range.last { expression(last, .sum) }
  }

  private mutating func given(_ children: SyntaxChildren) {
    expression(children[0], .given)
    write(" given ")
    list(children.dropping(first: 1)) { $0.bare($1) }
  }

  private mutating func binding(_ binding: BindingSyntax) {
    expression(binding.subject, .conversion)
    write(" \(binding.relation.text) ")
    expression(binding.quantity, .sum)
  }

  private mutating func conditional(_ children: SyntaxChildren) {
    write("if ")
    expression(children[0], .asOf)
    write(" then ")
    expression(children[1], .asOf)
    write(" else ")
    let alternative = children[2].unparenthesized
    // `else if` reads well and needs no parentheses.
    expression(alternative, alternative.kind == .conditional ? .asOf : .or)
  }

  // MARK: Arguments

  private mutating func call(_ children: SyntaxChildren) {
    write(children[0].text)
    write("(")
    list(children.dropping(first: 1)) { $0.argument($1) }
    write(")")
  }

  private mutating func slice(_ children: SyntaxChildren) {
    let base = children[0].unparenthesized
    switch base.kind {
    case .name, .call, .slice:
      bare(base)
    default:
      write("(")
      bare(base)
      write(")")
    }
    write("[")
    list(children.dropping(first: 1)) { $0.argument($1) }
    write("]")
  }

  /// In a list a `given` stands in parentheses: its commas are its own.
  private mutating func argument(_ node: SyntaxNode) {
    let argument = ArgumentSyntax(node)
    if let label = argument.label { write("\(label.text): ") }
    expression(argument.value, .asOf)
  }

  // MARK: Units

  private mutating func unit(_ children: SyntaxChildren) {
    var isFirstFactor = true
    for (position, child) in children.enumerated() {
      if child.kind == .scaleWord {
        if position > 0 { write(" ") }
        write(child.text)
        continue
      }
      if !isFirstFactor {
        write(child.raw.flags & NodeFlag.isDivisor != 0 ? "/" : "*")
      } else if position > 0 {
        write(" ")
      }
      isFirstFactor = false
      unitFactor(child)
    }
  }

  private mutating func unitFactor(_ node: SyntaxNode) {
    guard node.children.count == 2 else { return write(node.text) }
    write(node.children[0].text)
    write(node.raw.flags & NodeFlag.isNegative != 0 ? "^-" : "^")
    write(node.children[1].text)
  }
}
