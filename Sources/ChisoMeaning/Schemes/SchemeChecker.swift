import ChisoDiagnostics
import ChisoModel
import ChisoSyntax

/// The state of finding out what is known of one function by itself.
///
/// What mentions no parameter is checked as it stands, by the checker itself; so is what has one unit whatever is
/// given. The rest is inferred: dimensions by equations in a free abelian group, sorts by unification. Nothing is
/// refused that some call could be accepted with.
struct SchemeChecker {
  var checker: Checker
  var dimensions = DimensionSolver()
  var sorts = SortSolver()
  /// What has to be convertible, as far as it is not known.
  var conversions: [PendingConversion] = []
  /// The parameters by name.
  var parameters: [String: Inferred] = [:]
  /// The functions whose schemes are being found out, the outermost first.
  var open: [Int32]
  /// What was found out on the way.
  let memory: SchemeMemory
  /// How many expressions are open, those of callers included.
  var depth: Int
  /// Below this nothing is found out.
  private static let maximumDepth = 96

  /// A conversion whose operand is not known yet.
  struct PendingConversion {
    var dimension: Dimensionality
    var unit: UnitOfMeasure
    var operand: SourceSpan
    var unitSpan: SourceSpan
    var place: SourceSpan
  }

  var catalogue: Catalogue { checker.catalogue }

  /// A run for the body of `function`, in which a call of one of `open` is a recursion.
  init(_ function: Int32, in catalogue: Catalogue, open: [Int32], depth: Int, memory: SchemeMemory) {
    let entry = catalogue.functions[Int(function)]
    self.open = open + [function]
    self.depth = depth
    self.memory = memory
    checker = Checker(
      catalogue: catalogue,
      scope: CheckScope(
        visibleDefinitions: entry.visibleDefinitions, plugin: entry.plugin, allowsLastValue: false),
      definitions: catalogue.definitionIndex.indicators)
    checker.openFunctions = self.open
    checker.frame = Checker.Frame(
      name: entry.name, span: nil, plugin: entry.plugin, visibleDefinitions: entry.visibleDefinitions,
      parameters: [:])
    let span = entry.body?.span ?? SourceSpan(start: 0, end: 0)
    for parameter in entry.parameters { add(parameter, at: span) }
  }

  private mutating func add(_ parameter: ParameterEntry, at span: SourceSpan) {
    guard checker.frame?.parameters[parameter.name] == nil else { return }
    let id = standIn(for: .number, extent: .constant, parameter.kind.standIn, at: span)
    checker.frame?.parameters[parameter.name] = id
    switch parameter.kind {
    case .series, .number:
      parameters[parameter.name] = .value(
        InferredValue(sort: sorts.fresh(), dimension: dimensions.fresh(), mayBeConstant: true, span: span))
    case .unit:
      parameters[parameter.name] = .other(id, isGiven: true, dimension: dimensions.fresh())
    default:
      parameters[parameter.name] = .other(id, isGiven: true, dimension: .dimensionless)
    }
  }

  func fail(_ diagnostic: Diagnostic) -> DiagnosticError { checker.fail(diagnostic) }
}

// Values.
extension SchemeChecker {
  /// A figure of which only the dimension is known.
  package mutating func figure(
    _ dimension: Dimensionality, extent: Extent?, mayBeConstant: Bool = false, at span: SourceSpan
  ) -> InferredValue {
    let isLarge = dimension.terms.contains { $0.exponent.magnitude > Dimensionality.greatestExponent }
    return InferredValue(
      sort: sorts.fresh(.figure, at: span), dimension: isLarge ? dimensions.fresh() : dimension,
      extent: extent, mayBeConstant: mayBeConstant, span: span)
  }

  /// A figure or truth value of this type whatever is given; what the type leaves open is not known.
  mutating func known(_ type: SeriesType, extent: Extent?, at span: SourceSpan) -> InferredValue {
    let id = standIn(for: type, extent: extent, at: span)
    return InferredValue(
      sort: sorts.fresh(type.isBoolean ? .truth : .figure, at: span),
      dimension: type.unit.dimensionality, node: id, extent: extent, span: span)
  }

  /// A node of the checker for something of this type; no place in a session's values is below zero, and nobody
  /// computes it.
  mutating func standIn(
    for type: SeriesType, extent: Extent?, _ operation: CheckedOperation = .stored(-1), at span: SourceSpan
  ) -> NodeID {
    let key = QuestionKey(.parameter, UInt64(checker.nodes.count))
    checker.nodes.append(
      CheckedNode(operation: operation, type: type, extent: extent ?? .series, key: key, span: span))
    return NodeID(checker.nodes.count - 1)
  }

  /// Anything: what cannot be known yet.
  mutating func unknown(at node: SyntaxNode) -> InferredValue {
    InferredValue(
      sort: sorts.fresh(), dimension: dimensions.fresh(), mayBeConstant: true, span: node.span)
  }

  /// What the checker found at `id`.
  package mutating func inferred(_ id: NodeID) -> Inferred {
    let node = checker[id]
    guard node.isValue else {
      return .other(id, isGiven: false, dimension: unitDimension(node.operation))
    }
    // Beside a share of its base it is a share, else an amount: that depends on what will be given.
    guard checker.portions[id] == nil else {
      return .value(figure(dimensions.fresh(), extent: node.extent, at: node.span))
    }
    return .value(
      InferredValue(
        sort: sorts.fresh(node.type.isBoolean ? .truth : .figure, at: node.span),
        dimension: node.type.unit.dimensionality, node: id, extent: node.extent, span: node.span))
  }

  private func unitDimension(_ operation: CheckedOperation) -> Dimensionality {
    if case .unit(let unit) = operation { return unit.dimensionality }
    return .dimensionless
  }

  /// The value, where it is one.
  func value(_ inferred: Inferred, at node: SyntaxNode) throws(DiagnosticError) -> InferredValue {
    switch inferred {
    case .value(let value): return value
    case .other(let id, _, _): throw fail(.notAFigure(checker[id].operation, at: node.span))
    }
  }

  /// The value of `node`, which must be one.
  mutating func value(_ node: SyntaxNode) throws(DiagnosticError) -> InferredValue {
    let inferred = try infer(node)
    return try value(inferred, at: node)
  }

  /// Decides that a value is a figure or a truth value.
  mutating func decide(_ value: InferredValue, _ sort: SortSolver.Sort) throws(DiagnosticError) {
    guard !sorts.decide(value.sort, sort, at: value.span) else { return }
    throw fail(.wrongSort(of: value.span, needed: sort, decided: sorts.place(value.sort)))
  }

  /// Whether nothing in `node` depends on what is given.
  func isClosed(_ node: SyntaxNode) -> Bool {
    if node.kind == .name { return parameters[node.text] == nil }
    if let factor = UnitFactorSyntax(node), parameters[factor.name] != nil { return false }
    return node.children.allSatisfy { isClosed($0) }
  }
}

// Expressions.
extension SchemeChecker {
  /// What is known of an expression.
  mutating func infer(_ node: SyntaxNode) throws(DiagnosticError) -> Inferred {
    guard depth < SchemeChecker.maximumDepth else { return .value(unknown(at: node)) }
    // A call takes the room of several other expressions.
    let height = node.unparenthesized.kind == .call ? 3 : 1
    depth += height
    defer { depth -= height }
    if isClosed(node) { return try closed(node) }
    switch ExpressionSyntax(node) {
    case .name(let name):
      guard var parameter = parameters[name.text] else { return .value(unknown(at: node)) }
      if case .value(var value) = parameter {
        value.span = name.span
        parameter = .value(value)
      }
      return parameter
    case .negation(let negation):
      var operand = try value(negation.operand)
      try decide(operand, .figure)
      operand.span = node.span
      operand.mayBeConstant = false
      return .value(operand)
    case .not(let not):
      let operand = try value(not.operand)
      try decide(operand, .truth)
      return .value(known(.boolean, extent: operand.extent, at: node.span))
    case .power(let power):
      return .value(try self.power(value(power.base), value(power.exponent), at: node))
    case .quantity(let quantity): return .value(try infer(quantity))
    case .portion(let portion): return .value(try infer(portion))
    case .productChain(let chain): return .value(try inferProduct(chain, at: node))
    case .sumChain(let chain): return try infer(chain.first, chain.rest, at: node)
    case .comparisonChain(let chain): return try infer(chain.first, chain.rest, at: node)
    case .andChain(let chain): return try inferLogical(chain.operands, at: node)
    case .orChain(let chain): return try inferLogical(chain.operands, at: node)
    case .conversion(let conversion): return .value(try infer(conversion))
    case .pipeChain(let chain): return try infer(chain)
    case .asOf(let asOf):
      let operand = try value(asOf.operand)
      _ = try checker.period(asOf.date)
      return .value(operand)
    case .given(let given): return .value(try infer(given))
    case .conditional(let conditional): return .value(try infer(conditional))
    case .call(let call): return try infer(call)
    case .slice(let slice): return .value(try infer(slice))
    default: return .value(unknown(at: node))
    }
  }

  /// What stands in no connection with the parameters: the checker's own answer.
  private mutating func closed(_ node: SyntaxNode) throws(DiagnosticError) -> Inferred {
    do throws(DiagnosticError) {
      return inferred(try checker.check(node))
    } catch {
      // What is declared later is seen by what was written before.
      guard error.diagnostic.mayBeMended else { throw error }
      return .value(unknown(at: node))
    }
  }

  private mutating func infer(_ syntax: ConversionSyntax) throws(DiagnosticError) -> InferredValue {
    let operand = try value(syntax.operand)
    try decide(operand, .figure)
    guard let unitSyntax = syntax.unit else { throw fail(.unreadable(at: syntax.span)) }
    let unit: UnitOfMeasure
    do throws(DiagnosticError) {
      unit = try checker.read(unitSyntax)
    } catch {
      return figure(dimensions.fresh(), extent: operand.extent, at: syntax.span)
    }
    let pending = PendingConversion(
      dimension: operand.dimension, unit: unit, operand: operand.span, unitSpan: unitSyntax.span,
      place: syntax.span)
    if try !isSettled(pending) { conversions.append(pending) }
    return known(SeriesType(unit: unit), extent: operand.extent, at: syntax.span)
  }

  /// Whether a conversion is certain to make sense as far as units go; throws where it never does.
  func isSettled(_ conversion: PendingConversion) throws(DiagnosticError) -> Bool {
    let from = dimensions.resolved(conversion.dimension)
    guard from.isGround else { return false }
    guard
      conversion.unit.dimensionality == from
        || checker.currencyPairs(conversion.unit.dimensionality.quotient(from)) != nil
    else {
      throw fail(
        .cannotConvert(
          catalogue.unit(measuring: from), to: conversion.unit, operand: conversion.operand,
          unit: conversion.unitSpan, at: conversion.place))
    }
    return true
  }

  private mutating func infer(_ syntax: ConditionalSyntax) throws(DiagnosticError) -> InferredValue {
    let condition = try value(syntax.condition)
    try decide(condition, .truth)
    let consequence = try value(syntax.consequence)
    let alternative = try value(syntax.alternative)
    let extent = combined(combined(condition.extent, consequence.extent), alternative.extent)
    if let first = consequence.node, let second = alternative.node {
      let truth = known(.boolean, extent: condition.extent, at: condition.span)
      let id = try checker.choice(truth.node ?? first, first, second, at: syntax)
      return known(checker[id].type.withoutKind, extent: extent, at: syntax.span)
    }
    guard sorts.equate(consequence.sort, alternative.sort) else {
      throw fail(.truthValue(at: alternative.span))
    }
    try equate(consequence, alternative, operation: "if", at: syntax.span)
    return InferredValue(
      sort: consequence.sort, dimension: consequence.dimension, extent: extent, span: syntax.span)
  }

  private mutating func infer(_ syntax: GivenSyntax) throws(DiagnosticError) -> InferredValue {
    let operand = try value(syntax.operand)
    for binding in syntax.bindings {
      let subject = try value(binding.subject)
      let quantity = try value(binding.quantity)
      if quantity.extent == .series { throw fail(.givenNeedsFigure(at: quantity.span)) }
      try equate(subject, quantity, operation: "=", at: binding.span)
    }
    return operand
  }

  private mutating func infer(_ syntax: SliceSyntax) throws(DiagnosticError) -> InferredValue {
    let base = try value(syntax.base)
    let isOpen = syntax.arguments.contains { !isClosed($0.value) }
    return try sliced(base, checker.selector(of: syntax), isOpen: isOpen, at: syntax.node)
  }

  /// A slice; `isOpen` where its periods will be given.
  mutating func sliced(
    _ base: InferredValue, _ selector: SliceSelector, isOpen: Bool, at node: SyntaxNode
  ) throws(DiagnosticError) -> InferredValue {
    if selector.isWithoutTime, case .figure? = base.extent {
      var result = base
      result.span = node.span
      return result
    }
    if let extent = base.extent, extent != .series {
      throw fail(.sliceOfFigure(.brackets, at: node.span, operand: base.span))
    }
    var result = base
    result.span = node.span
    result.mayBeConstant = false
    if isOpen {
      if case .period? = selector.time { result.extent = .figure(nil) } else { result.extent = .series }
    } else {
      // The checker's own rules of periods.
      let series = standIn(for: .number, extent: .series, at: base.span)
      let id = try checker.slice(series, selector, at: node)
      result.extent = checker[id].extent
    }
    if let id = base.node {
      result.node = standIn(for: checker[id].type, extent: result.extent, at: node.span)
    }
    return result
  }

  /// The extent of what is computed from both; nil where that is open.
  func combined(_ left: Extent?, _ right: Extent?) -> Extent? {
    if left == .series || right == .series { return .series }
    guard let left, let right else { return nil }
    return left.combined(with: right)
  }
}

extension ParameterKind {
  /// What stands for an argument of this kind while none is given.
  fileprivate var standIn: CheckedOperation {
    let year = Period(year: 2000)
    switch self {
    case .series, .number: return .stored(-1)
    case .text: return .text("")
    case .period: return .period(year)
    case .range: return .range(PeriodRange(first: year, last: year))
    case .unit: return .unit(.one)
    case .axis: return .word("period")
    case .function: return .function("")
    case .word(let words): return .word(words.first ?? "")
    }
  }
}

extension Diagnostic {
  /// Whether a later declaration can make it void: a name, a unit or a rate that is not there yet.
  var mayBeMended: Bool {
    ["unknown-name", "unknown-function", "unknown-unit", "no-rate"].contains(id)
  }
}
