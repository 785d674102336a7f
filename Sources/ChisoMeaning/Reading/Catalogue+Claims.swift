import ChisoDiagnostics
package import ChisoModel
import ChisoPlugin
import ChisoSyntax

extension Catalogue {
  /// The claims by the question they answer; made when first needed.
  package var claimIndex: ClaimIndex { lazyIndexes.claims { ClaimIndex(self, growingFrom: $0) } }

  /// Checks a claim: which cell of which question it is about, and what it says of it.
  package func read(_ claim: ClaimEntry) throws(DiagnosticError) -> ClaimReading {
    // Most are about an indicator and a period; the nodes are kept.
    var run = Checker(
      catalogue: self, scope: CheckScope(plugin: claim.plugin), definitions: definitionIndex.indicators,
      expecting: 2)
    let syntax = claim.syntax.subject
    let subject = try run.check(syntax)
    guard run[subject].extent != .constant else {
      throw DiagnosticError(diagnostic: .claimAboutNumber(at: syntax.span))
    }
    let cell: (key: QuestionKey, period: Period?)
    if let found = run.cell(of: subject) {
      cell = found
    } else if case .indicator = run[subject].operation, syntax.kind == .name {
      // Without a period a claim is undated: listed, and never computed with.
      cell = (QuestionKey(.parameter).appending(run[subject].key), nil)
    } else {
      throw DiagnosticError(
        diagnostic: .claimNeedsCell(hasCode: run.hasCode(subject), at: syntax.span))
    }
    var written = claim.syntax.quantity
    if let base = run[subject].type.base, let share = claim.syntax.quantity.share {
      guard share.base == base else {
        throw DiagnosticError(
          diagnostic: .differentBases(
            operation: "=", base, share.base, left: syntax.span, right: written.span, at: claim.syntax.span))
      }
      written = share.percentage
    }
    let quantity = try read(written, claim.syntax.relation, run)
    let unit = run[subject].type.unit
    guard quantity.unit.isCommensurable(with: unit), let conversion = quantity.unit.conversion(to: unit)
    else {
      throw DiagnosticError(
        diagnostic: .incompatibleUnits(
          operation: "=", unit, quantity.unit, left: syntax.span,
          right: claim.syntax.quantity.span, literals: (false, true), at: claim.syntax.span))
    }
    if let mixed = percentOrPoints(unit, quantity.unit) {
      let written = NegationSyntax(written)?.operand ?? written
      throw DiagnosticError(
        diagnostic: .percentOrPoints(
          mixed, QuantitySyntax(written), subject: syntax.span,
          quantity: claim.syntax.quantity.span, at: claim.syntax.span))
    }
    if quantity.value != 0, quantity.unit.isWithoutUnit != unit.isWithoutUnit,
      let conflict = conflictWithNumber(run[subject].type, SeriesType(unit: quantity.unit))
    {
      let said = CheckedNode(
        operation: .constant(quantity.value, quantity.interval), type: SeriesType(unit: quantity.unit),
        extent: .constant,
        key: QuestionKey(.number), span: claim.syntax.quantity.span)
      throw DiagnosticError(
        diagnostic: run.beside(conflict, "=", run[subject], said, at: claim.syntax.span))
    }
    let expression = CheckedExpression(nodes: run.nodes, root: subject, syntax: syntax)
    return ClaimReading(
      expression: expression, key: cell.key, period: cell.period, quantity: quantity, conversion: conversion)
  }

  /// The printed quantity with what its digits and its relation leave open.
  private func read(
    _ node: SyntaxNode, _ relation: RelationOperator, _ run: Checker
  ) throws(DiagnosticError) -> Quantity {
    if let negation = NegationSyntax(node) {
      let inner = try read(negation.operand, relation.mirrored, run)
      return Quantity(-inner.value, inner.unit, interval: -inner.interval)
    }
    var scale = 0
    var unit = UnitOfMeasure.one
    let number: NumberSyntax
    if let quantity = QuantitySyntax(node) {
      number = quantity.number
      for word in quantity.scaleWords { scale += ScaleWord.exponent(of: word.text) ?? 0 }
      if let syntax = quantity.unit { unit = try run.read(syntax) }
    } else if let plain = NumberSyntax(node) {
      number = plain
    } else {
      throw DiagnosticError(diagnostic: .claimNeedsNumber(at: node.span))
    }
    guard let literal = DecimalLiteral(number.text) else {
      throw DiagnosticError(diagnostic: .badNumber(number.text, at: number.span))
    }
    let value = literal.scaledValue(scale)
    guard value != 0 || !literal.isLost(scale: scale) else {
      throw DiagnosticError(diagnostic: .numberTooSmall(number.text, at: number.span))
    }
    // A count or a rank written without scale words or decimals is exact.
    let isExact =
      (unit.isCount || unit.isRank) && scale == 0 && !literal.isWrittenWithDecimals
      && !literal.hasExponent
    var printed: Interval { literal.interval(scale: scale) }
    let interval: Interval
    switch relation {
    case .equal: interval = isExact ? printed : literal.printedInterval(scale: scale)
    case .greater: interval = Interval(lower: printed.lower, upper: .infinity, openEnds: .lower)
    case .greaterOrEqual: interval = Interval(lower: printed.lower, upper: .infinity)
    case .less: interval = Interval(lower: -.infinity, upper: printed.upper, openEnds: .upper)
    case .lessOrEqual: interval = Interval(lower: -.infinity, upper: printed.upper)
    case .about: interval = .unbounded
    }
    return Quantity(value, unit, interval: interval)
  }

  /// What the printed digits of a claim leave open, whatever its relation.
  package func printedInterval(_ claim: Int32) -> Interval? {
    let entry = claims[Int(claim)]
    let run = Checker(catalogue: self, scope: CheckScope(plugin: entry.plugin), definitions: [:])
    return try? read(entry.syntax.quantity, .equal, run).interval
  }

  /// Every claim as a value, in the order of the catalogue; one that makes no sense is left out.
  package func claimValues() -> [Claim] {
    claims.compactMap { entry in
      guard let reading = try? read(entry) else { return nil }
      return Claim(
        source: sources[Int(entry.source)].name, published: entry.published,
        expression: ExpressionText(reading.expression.text),
        relation: entry.relation, value: reading.quantity.value,
        unit: reading.quantity.unit, interval: reading.quantity.interval,
        quality: Quality(entry.status, role: entry.role), assumed: entry.assumed, plugin: entry.plugin)
    }
  }
}

extension RelationOperator {
  /// The relation of the negated sides.
  fileprivate var mirrored: RelationOperator {
    switch self {
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .equal, .about: self
    }
  }
}

extension Catalogue {
  /// A claim as the index read it; nil where it makes no sense, and for a figure of a table.
  package func claimReading(_ claim: Int32) -> ClaimReading? {
    Int(claim) < claims.count ? claimIndex.reading(of: claim, in: self) : nil
  }

  /// The inputs of a computed indicator, checked.
  package func checkedInputs(of indicator: Int32) throws(DiagnosticError) -> [CheckedExpression] {
    let entry = indicators[Int(indicator)]
    var result: [CheckedExpression] = []
    for input in entry.computation?.inputs ?? [] {
      let (tree, diagnostics) = parse(input.description, as: .expression)
      guard diagnostics.isEmpty, let statement = tree.statements.first else {
        throw DiagnosticError(
          diagnostic: diagnostics.first ?? .unreadable(at: SourceSpan(start: 0, end: 0)))
      }
      result.append(try check(statement, in: self, scope: CheckScope(plugin: entry.plugin)))
    }
    return result
  }
}

extension SyntaxNode {
  /// The parts of `20 % of gdp`, where it is of that form; the base without its plugin.
  fileprivate var share: (percentage: SyntaxNode, base: String)? {
    guard let portion = PortionSyntax(self), portion.whole.kind == .name,
      let base = portion.whole.text.split(separator: ".").last
    else { return nil }
    return (portion.percentage, String(base))
  }
}
