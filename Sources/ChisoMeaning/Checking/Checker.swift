import ChisoDiagnostics
import ChisoModel
package import ChisoSyntax

/// The checked form of the expression at `node`: names resolved, types decided, before any data is read.
package func check(
  _ node: SyntaxNode, in catalogue: Catalogue, scope: CheckScope
) throws(DiagnosticError) -> CheckedExpression {
  var run = Checker(catalogue: catalogue, scope: scope, definitions: catalogue.definitionIndex.indicators)
  let root = try run.check(node)
  return CheckedExpression(nodes: run.nodes, root: root, syntax: node)
}

/// The state of checking one expression.
struct Checker {
  let catalogue: Catalogue
  let scope: CheckScope
  let definitions: [QuestionKey: Int32]
  var nodes: [CheckedNode] = []
  /// The function or name whose body is being checked; nil in the statement itself.
  var frame: Frame?
  /// The functions whose bodies are open, so that none calls itself.
  var openFunctions: [Int32] = []
  /// The session's names that were unfolded already, each once in a statement.
  var unfolded: [Int32: NodeID] = [:]
  /// Calls of functions of the language with their results, so that a body is checked once for like arguments.
  var called: [QuestionKey: NodeID] = [:]
  /// Portions of an indicator, which are shares of it beside others: `20 % of gdp`.
  var portions: [NodeID: Portion] = [:]
  /// How many bodies are open.
  private var depth = 0
  static let maximumDepth = 128
  /// How many nodes an expression may have before another body is unfolded: calls within calls multiply.
  static let maximumNodes = 1 << 16

  /// A definition under an indicator, or the whole, that must not be recognised as itself.
  var unrecognised: Int32?

  /// A body whose text is not the user's: what goes wrong in it is shown where it was called, at `span`; in a body
  /// that is being declared it is shown where it stands.
  struct Frame {
    var name: String
    var span: SourceSpan?
    var plugin: String?
    var visibleDefinitions: Int32
    var parameters: [String: NodeID]
  }

  /// `count` nodes are expected.
  init(catalogue: Catalogue, scope: CheckScope, definitions: [QuestionKey: Int32], expecting count: Int = 8) {
    self.catalogue = catalogue
    self.scope = scope
    self.definitions = definitions
    nodes.reserveCapacity(count)
  }

  /// The place to show for a node: that of the call while a body is checked.
  func span(_ node: SyntaxNode) -> SourceSpan { frame?.span ?? node.span }

  func fail(_ diagnostic: Diagnostic) -> DiagnosticError {
    guard let frame, let call = frame.span else { return DiagnosticError(diagnostic: diagnostic) }
    return DiagnosticError(diagnostic: diagnostic.within(frame.name, at: call))
  }

  mutating func append(
    _ operation: CheckedOperation, _ type: SeriesType, _ extent: Extent, _ key: QuestionKey,
    at node: SyntaxNode
  ) -> NodeID {
    nodes.append(CheckedNode(operation: operation, type: type, extent: extent, key: key, span: span(node)))
    return NodeID(nodes.count - 1)
  }

  subscript(node: NodeID) -> CheckedNode { _read { yield nodes[Int(node)] } }

  /// Checks an expression whose value is a figure, a series or a text.
  mutating func check(_ node: SyntaxNode) throws(DiagnosticError) -> NodeID {
    switch node.kind {
    // Numbers and chains of operators are most of what there is.
    case .number: return try constant(of: node, scale: 0, unit: nil, at: node)
    case .productChain: return try checkProduct(ChainTail(node), at: node)
    case .sumChain: return try checkChain(ChainTail(node), at: node)
    case .name: return try check(NameSyntax(unchecked: node))
    case .slice: return try check(SliceSyntax(unchecked: node))
    case .call: return try check(CallSyntax(unchecked: node))
    case .parenthesized: return try check(node.unparenthesized)
    default: return try checkView(node)
    }
  }

  private mutating func checkView(_ node: SyntaxNode) throws(DiagnosticError) -> NodeID {
    switch ExpressionSyntax(node) {
    case .number(let number): return try constant(of: number.node, scale: 0, unit: nil, at: node)
    case .quantity(let quantity): return try check(quantity)
    case .period(let period):
      throw fail(
        Period(period.text) == nil
          ? .noSuchPeriod(period.text, at: span(node))
          : .periodInArithmetic(period.text, isTight: bindsTightly(node), at: span(node)))
    case .range(let range): throw fail(.rangeOutsideSlice(range.text, at: span(node)))
    case .text(let text):
      let key = QuestionKey(.text).appending(text: text.value)
      return append(.text(text.value), .number, .constant, key, at: node)
    case .boolean(let boolean):
      let value = boolean.value ? 1.0 : 0
      return append(
        .constant(value, Interval(exactly: value)), .boolean, .constant, QuestionKey(.boolean, UInt64(value)),
        at: node)
    case .missing:
      return append(
        .constant(.nan, .unbounded), .number, .constant, QuestionKey(.number, 0x7FF8_0000_0000_0000), at: node
      )
    case .name(let name): return try check(name)
    case .negation(let negation): return try check(negation)
    case .not(let not): return try check(not)
    case .power(let power):
      let base = try check(power.base)
      let exponent = try check(power.exponent)
      return try binary(.power, base, exponent, at: node)
    case .portion(let portion): return try check(portion)
    case .productChain(let chain): return try checkProduct(chain.rest, at: node)
    case .sumChain(let chain): return try checkChain(chain.rest, at: node)
    case .comparisonChain(let chain): return try checkChain(chain.rest, at: node)
    case .andChain(let chain): return try checkLogical(.and, chain.operands, at: node)
    case .orChain(let chain): return try checkLogical(.or, chain.operands, at: node)
    case .conversion(let conversion): return try check(conversion)
    case .pipeChain(let chain): return try check(chain)
    case .asOf(let asOf): return try check(asOf)
    case .given(let given): return try check(given)
    case .conditional(let conditional): return try check(conditional)
    case .call(let call): return try check(call)
    case .slice(let slice): return try check(slice)
    case .error: throw fail(.unreadable(at: span(node)))
    }
  }

  /// `id`, which must yield figures or truth values.
  func figure(_ id: NodeID, at node: SyntaxNode) throws(DiagnosticError) -> NodeID {
    guard self[id].isValue else { throw fail(.notAFigure(self[id].operation, at: span(node))) }
    return id
  }

  /// Checks an expression that must yield figures or truth values.
  mutating func checkFigure(_ node: SyntaxNode) throws(DiagnosticError) -> NodeID {
    let id = try check(node)
    return try figure(id, at: node)
  }

  /// Wraps a node whose normal form is the definition of an indicator.
  mutating func recognising(_ id: NodeID, at node: SyntaxNode) -> NodeID {
    guard let indicator = definitions[self[id].key], indicator != unrecognised else { return id }
    let entry = catalogue.indicators[Int(indicator)]
    return append(
      .recognised(indicator, id), entry.type, .series, QuestionKey(.indicator, UInt64(indicator)), at: node)
  }
}

// Literals and names.
extension Checker {
  mutating func constant(
    of number: SyntaxNode, scale: Int, unit: UnitOfMeasure?, base: String? = nil, at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    let text = number.text
    guard let literal = DecimalLiteral(text) else { throw fail(.badNumber(text, at: span(node))) }
    let (value, interval) = literal.figure(scale: scale)
    guard value.isFinite else { throw fail(.badNumber(text, at: span(node))) }
    guard value != 0 || !literal.isLost(scale: scale) else {
      throw fail(.numberTooSmall(text, at: span(node)))
    }
    let key = QuestionKey(.number, value.bitPattern)
    guard let unit, unit != .one else {
      return append(.constant(value, interval), .number, .constant, key, at: node)
    }
    return append(
      .constant(value, interval), SeriesType(unit: unit, base: base), .constant,
      base.map { key.appending(unit).appending(text: $0) } ?? key.appending(unit), at: node)
  }

  /// The unit that `syntax` writes, or that the first `count` factors of it write. Behind the first one of a quantity
  /// may stand other names as well.
  package func read(
    _ syntax: UnitSyntax, first count: Int = .max, isOfQuantity: Bool = false
  ) throws(DiagnosticError) -> UnitOfMeasure {
    do throws(UnitReadingError) {
      return try catalogue.units.read(syntax, first: count)
    } catch {
      let names =
        isOfQuantity && syntax.factors.count > 1 && scope.offersNames ? catalogue.namesInExpressions : []
      throw fail(
        error.diagnostic(catalogue.units, at: frame?.span, names: names) {
          !catalogue.indicators(named: $0).isEmpty
        })
    }
  }

  mutating func check(_ name: NameSyntax) throws(DiagnosticError) -> NodeID {
    let text = name.text
    if let parameter = frame?.parameters[text] {
      // A text may still be the letter of a status.
      if case .text = self[parameter].operation { return parameter }
      return try figure(parameter, at: name.node)
    }
    if text == "_", frame != nil || !scope.allowsLastValue {
      throw fail(.lastValueInDefinition(at: span(name.node)))
    }
    if frame?.plugin == nil, let index = scope.storedIndex(text, inDefinition: frame != nil) {
      let (type, extent) = scope.stored.type(at: index)
      return append(
        .stored(Int32(clamping: index)), type, extent, QuestionKey(.stored, UInt64(index)),
        at: name.node)
    }
    let visible = frame?.visibleDefinitions ?? scope.visibleDefinitions
    if let definition = catalogue.definitions.place(of: text, before: visible) {
      return try unfold(definition, at: name.node)
    }
    let indicator = try resolveIndicator(text, at: name.node)
    let entry = catalogue.indicators[Int(indicator)]
    return append(
      .indicator(indicator), entry.type, .series, QuestionKey(.indicator, UInt64(indicator)), at: name.node)
  }

  private mutating func unfold(_ index: Int32, at node: SyntaxNode) throws(DiagnosticError) -> NodeID {
    if let known = unfolded[index] { return known }
    let definition = catalogue.definitions[Int(index)]
    let inner = Frame(
      name: definition.name, span: span(node), plugin: nil, visibleDefinitions: definition.visibleDefinitions,
      parameters: [:])
    let result = try check(definition.value, in: inner, at: node)
    unfolded[index] = result
    return result
  }

  /// Checks a body in a frame of its own.
  mutating func check(
    _ body: SyntaxNode, in inner: Frame, at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    guard depth < Checker.maximumDepth, nodes.count < Checker.maximumNodes else {
      throw fail(.nestedTooDeep(at: span(node)))
    }
    let outer = frame
    depth += 1
    defer {
      depth -= 1
      frame = outer
    }
    frame = inner
    return try check(body)
  }

  private func resolveIndicator(_ text: String, at node: SyntaxNode) throws(DiagnosticError) -> Int32 {
    let plugin = frame == nil ? scope.plugin : frame?.plugin
    let named = catalogue.indicators(named: text)
    // What a session defines changes nothing that a plugin wrote.
    func isVisible(_ indicator: Int32) -> Bool {
      plugin == nil || catalogue.indicators[Int(indicator)].plugin != nil
    }
    if named.count == 1, isVisible(named[0]) { return named[0] }
    let candidates = named.filter(isVisible)
    if candidates.count == 1 { return candidates[0] }
    // A name is borne once in a plugin or session, a code perhaps by several.
    for owner in [plugin, nil] {
      let own = candidates.filter { catalogue.indicators[Int($0)].plugin == owner }
      if own.count == 1 { return own[0] }
    }
    guard candidates.isEmpty else {
      throw fail(
        .ambiguousName(text, candidates.map { catalogue.indicators[Int($0)].fullName }, at: span(node)))
    }
    if let code = codeText(text) {
      throw fail(.unknownCode(code, nearest: codes(near: code), at: span(node)))
    }
    if let function = catalogue.functions(named: text).first {
      throw fail(
        .functionWithoutArguments(catalogue.functions[Int(function)].signature, name: text, at: span(node)))
    }
    if let form = Form(rawValue: text) {
      throw fail(.functionWithoutArguments("\(form.rawValue)(x)", name: text, at: span(node)))
    }
    var near =
      scope.offersNames
      ? nearestNames(to: text, among: catalogue.namesInExpressions + Array(parameterNames)) : []
    if near.isEmpty, let dot = text.lastIndex(of: ".") {
      let bare = String(text[text.index(after: dot)...])
      near = catalogue.indicators(named: bare).map { catalogue.indicators[Int($0)].fullName }
    }
    let isFunction = { (name: String) in
      Form(rawValue: name) != nil || !catalogue.functions(named: name).isEmpty
    }
    throw fail(
      .unknownName(
        text, nearest: near.filter { !isFunction($0) }, functions: near.filter(isFunction),
        isUnit: catalogue.units.unit(named: text) != nil,
        isSource: catalogue.sources.contains { $0.name == text }, at: span(node)))
  }

  private func codes(near code: String) -> [String] {
    guard scope.offersNames else { return [] }
    return nearestNames(to: code, among: catalogue.indicators.compactMap(\.declaration.code))
  }

  /// Whether an operator beside `node` would reach into a sum that stood in its place.
  private func bindsTightly(_ node: SyntaxNode) -> Bool {
    let bytes = node.tree.source.utf8
    let space = UInt8(ascii: " ")
    let before = bytes.prefix(Int(node.span.start)).last { $0 != space }
    let after = bytes.dropFirst(Int(node.span.end)).first { $0 != space }
    return before.map { "*/^-".utf8.contains($0) } == true || after.map { "*/^".utf8.contains($0) } == true
  }

  private var parameterNames: some Sequence<String> { (frame?.parameters ?? [:]).keys }
}

// Conversions, what-ifs and conditions.
extension Checker {
  private mutating func check(_ syntax: ConversionSyntax) throws(DiagnosticError) -> NodeID {
    let operand = try checkFigure(syntax.operand)
    guard let unitSyntax = syntax.unit else { throw fail(.unreadable(at: span(syntax.node))) }
    let unit = try read(unitSyntax)
    let id = try convert(operand, to: unit, at: syntax.node, unitSpan: frame?.span ?? unitSyntax.span)
    return recognising(id, at: syntax.node)
  }

  mutating func convert(
    _ operand: NodeID, to unit: UnitOfMeasure, at node: SyntaxNode, unitSpan: SourceSpan
  ) throws(DiagnosticError) -> NodeID {
    let from = self[operand]
    guard !from.type.isBoolean else { throw fail(.truthValue(at: from.span)) }
    var type = from.type
    type.unit = unit
    if unit.isPercent, type.kind == nil, from.extent != .constant { type.kind = .ratio }
    // A share that is made a plain number is a factor, and points that are made a percentage are a rate: of nothing.
    if unit.isWithoutUnit || unit.isPercent && from.type.unit.isPoints { type.base = nil }
    let key = QuestionKey(.convert).appending(from.key).appending(unit)
    if from.type.unit.dimensionality == unit.dimensionality,
      let conversion = from.type.unit.conversion(to: unit)
    {
      return append(.convert(operand, conversion, rate: nil), type, from.extent, key, at: node)
    }
    let quotient = unit.dimensionality.quotient(from.type.unit.dimensionality)
    guard let currencies = currencyPairs(quotient) else {
      throw fail(
        .cannotConvert(from.type.unit, to: unit, operand: from.span, unit: unitSpan, at: span(node)))
    }
    var rate = CheckedOperation.Rate(pairs: [])
    for pair in currencies {
      guard let known = catalogue.exchangeRate(from: pair.from, to: pair.to, power: pair.power) else {
        throw fail(.noRateIndicator(from: pair.from, to: pair.to, at: unitSpan))
      }
      rate.pairs.append(known)
    }
    switch from.extent {
    case .series, .figure(.some): break
    case .figure(nil), .constant:
      throw fail(
        .rateNeedsPeriod(
          steps: rate.pairs.flatMap { pair in Array(repeating: pair.ways[0], count: pair.power).joined() }
            .map { (catalogue.indicators[Int($0.indicator)].name, $0.divides) },
          operand: from.span, at: span(node)))
    }
    // What remains after the currencies is a matter of scales.
    return append(
      .convert(operand, scaleConversion(from: from.type.unit, to: unit), rate: rate), type, from.extent, key,
      at: node)
  }

  /// How scale words and prefixes of one unit go over into those of another, currencies aside.
  private func scaleConversion(from: UnitOfMeasure, to: UnitOfMeasure) -> UnitConversion? {
    UnitOfMeasure.one.withScale(from.scale).conversion(to: UnitOfMeasure.one.withScale(to.scale))
  }

  /// Which currencies give way to which others, and how often; nil where something else differs.
  func currencyPairs(_ quotient: Dimensionality) -> [(from: String, to: String, power: Int)]? {
    guard !quotient.terms.isEmpty,
      quotient.terms.allSatisfy({ catalogue.units.unit(named: $0.name)?.unit.category == .currency }),
      quotient.terms.reduce(0, { $0 + $1.exponent }) == 0
    else { return nil }
    var gone = quotient.terms.filter { $0.exponent < 0 }.map { (name: $0.name, count: -$0.exponent) }
    var pairs: [(from: String, to: String, power: Int)] = []
    for term in quotient.terms where term.exponent > 0 {
      var open = term.exponent
      while open > 0, let last = gone.last {
        let count = min(open, last.count)
        pairs.append((last.name, term.name, count))
        open -= count
        gone.removeLast()
        if last.count > count { gone.append((last.name, last.count - count)) }
      }
    }
    return pairs
  }

  private mutating func check(_ syntax: ConditionalSyntax) throws(DiagnosticError) -> NodeID {
    let condition = try check(syntax.condition)
    guard self[condition].type.isBoolean else {
      throw fail(.notACondition(self[condition].type.unit, at: self[condition].span))
    }
    let consequence = try check(syntax.consequence)
    let alternative = try check(syntax.alternative)
    return try choice(condition, consequence, alternative, at: syntax)
  }

  /// `if condition then consequence else alternative`, each checked.
  mutating func choice(
    _ condition: NodeID, _ consequence: NodeID, _ alternative: NodeID, at syntax: ConditionalSyntax
  ) throws(DiagnosticError) -> NodeID {
    let consequence = try share(consequence, beside: alternative)
    var alternative = try share(alternative, beside: consequence)
    let left = self[consequence]
    let right = self[alternative]
    for branch in [left, right] where !branch.isValue {
      throw fail(.notAFigure(branch.operation, at: branch.span))
    }
    if left.type.isBoolean != right.type.isBoolean { throw fail(.truthValue(at: right.span)) }
    try checkAlike(left, right, in: "if", at: syntax.node)
    if left.type.unit != right.type.unit {
      guard left.type.unit.dimensionality == right.type.unit.dimensionality else {
        throw fail(
          .incompatibleUnits(
            operation: "if", left.type.unit, right.type.unit, left: left.span, right: right.span,
            literals: (left.operation.isLiteral, right.operation.isLiteral), at: span(syntax.node)))
      }
      alternative = try convert(
        alternative, to: left.type.unit, at: syntax.alternative, unitSpan: span(syntax.alternative))
    }
    let key = QuestionKey(.conditional).appending(self[condition].key).appending(left.key).appending(
      right.key)
    let extent = self[condition].extent.combined(with: left.extent).combined(with: right.extent)
    var type = left.type
    type.base = left.type.base ?? right.type.base
    return append(.conditional(condition, consequence, alternative), type, extent, key, at: syntax.node)
  }

  private mutating func check(_ syntax: AsOfSyntax) throws(DiagnosticError) -> NodeID {
    let operand = try checkFigure(syntax.operand)
    let day = try period(syntax.date).last
    let key = QuestionKey(.asOf, UInt64(bitPattern: Int64(day.dayNumber))).appending(self[operand].key)
    return append(.asOf(operand, day), self[operand].type, self[operand].extent, key, at: syntax.node)
  }

  private mutating func check(_ syntax: GivenSyntax) throws(DiagnosticError) -> NodeID {
    let operand = try checkFigure(syntax.operand)
    var key = QuestionKey(.given).appending(self[operand].key)
    var bindings: [GivenBinding] = []
    for binding in syntax.bindings {
      let subject = try check(binding.subject)
      let quantity = try share(check(binding.quantity), beside: subject)
      guard self[subject].extent != .constant, let cell = cell(of: subject) else {
        throw fail(.givenNeedsCell(at: span(binding.subject)))
      }
      let type = self[subject].type
      guard type.unit.dimensionality == self[quantity].type.unit.dimensionality,
        let conversion = self[quantity].type.unit.conversion(to: type.unit)
      else {
        throw fail(
          .incompatibleUnits(
            operation: "=", type.unit, self[quantity].type.unit, left: self[subject].span,
            right: self[quantity].span, literals: (false, self[quantity].operation.isLiteral),
            at: span(binding.node)))
      }
      if let mixed = percentOrPoints(type.unit, self[quantity].type.unit) {
        throw fail(
          .percentOrPoints(
            mixed, QuantitySyntax(binding.quantity), subject: self[subject].span,
            quantity: self[quantity].span, at: span(binding.node)))
      }
      try checkAlike(self[subject], self[quantity], in: "=", at: binding.node)
      if self[quantity].extent == .series { throw fail(.givenNeedsFigure(at: self[quantity].span)) }
      bindings.append(
        GivenBinding(
          subject: cell.key, period: cell.period, node: subject, quantity: quantity, conversion: conversion,
          relation: Relation(rawValue: binding.relation.text) ?? .equal,
          text: canonicalText(of: binding.node)))
      key = key.appending(self[subject].key).appending(self[quantity].key)
    }
    return append(
      .given(operand, bindings), self[operand].type, self[operand].extent, key, at: syntax.node)
  }

  /// The question and the cell that a claim or an assumption is about.
  func cell(of id: NodeID) -> (key: QuestionKey, period: Period?)? {
    if case .slice(let base, let selector) = nodes[Int(id)].operation {
      guard case .period(let period)? = selector.time, selector.codes.isEmpty else { return nil }
      let isInstant = nodes[Int(base)].type.timing == .instant
      return (nodes[Int(base)].key, isInstant ? Period(day: period.last) : period)
    }
    return nodes[Int(id)].extent == .series ? nil : (nodes[Int(id)].key, nil)
  }
  /// Whether a slice names the code of a dimension.
  func hasCode(_ id: NodeID) -> Bool {
    if case .slice(_, let selector) = self[id].operation { return !selector.codes.isEmpty }
    return false
  }
}
