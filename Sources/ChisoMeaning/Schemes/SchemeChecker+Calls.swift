import ChisoDiagnostics
import ChisoModel
import ChisoPlugin
import ChisoSyntax

// Calls: what is known of the function is taken anew for each of them.
extension SchemeChecker {
  mutating func infer(_ syntax: CallSyntax) throws(DiagnosticError) -> Inferred {
    let arguments = syntax.arguments.map { Checker.Given.written($0.value, label: $0.label?.text) }
    return try call(syntax.callee, arguments, piped: nil, at: syntax.node)
  }

  mutating func infer(_ syntax: PipeChainSyntax) throws(DiagnosticError) -> Inferred {
    var value = try infer(syntax.source)
    for stage in syntax.stages {
      let source = try self.value(value, at: syntax.source)
      let first = Checker.Given.checked(standIn(for: .number, extent: nil, at: source.span), stage)
      if let call = CallSyntax(stage) {
        let rest = call.arguments.map { Checker.Given.written($0.value, label: $0.label?.text) }
        value = try self.call(call.callee, [first] + rest, piped: source, at: stage)
      } else if let name = NameSyntax(stage) {
        value = try call(name, [first], piped: source, at: stage)
      } else {
        throw fail(.pipeNeedsFunction(at: stage.span))
      }
    }
    return value
  }

  private mutating func call(
    _ callee: NameSyntax, _ arguments: [Checker.Given], piped: InferredValue?, at node: SyntaxNode
  ) throws(DiagnosticError) -> Inferred {
    let name = callee.text
    if case .other(let id, _, _)? = parameters[name], case .function = checker[id].operation {
      // Any function may be given, with any type.
      return .value(unknown(at: node))
    }
    if let form = Form(rawValue: name) {
      return .value(try apply(form, arguments, piped: piped, at: node))
    }
    let function: Int32
    let match: Checker.ArgumentMatch
    do throws(DiagnosticError) {
      (function, match) = try checker.overload(name, arguments, at: node, callee: callee.node)
    } catch {
      guard error.diagnostic.mayBeMended else { throw error }
      return .value(unknown(at: node))
    }
    let result = try apply(function, match, piped: piped, at: node)
    guard let trailing = match.trailing else { return result }
    return .value(try sliced(value(result, at: node), by: trailing, at: node))
  }

  /// A slice by a period or range that stands behind the arguments.
  private mutating func sliced(
    _ base: InferredValue, by trailing: SyntaxNode, at node: SyntaxNode
  ) throws(DiagnosticError) -> InferredValue {
    try sliced(
      base, SliceSelector(time: checker.time(trailing)), isOpen: !isClosed(trailing), at: node)
  }

  private mutating func apply(
    _ form: Form, _ arguments: [Checker.Given], piped: InferredValue?, at node: SyntaxNode
  ) throws(DiagnosticError) -> InferredValue {
    try checker.requireFit(form, arguments, at: node)
    var operand: InferredValue
    if let piped { operand = piped } else { operand = try value(arguments[0].node) }
    if arguments.count == 2 { operand = try sliced(operand, by: arguments[1].node, at: node) }
    operand.span = node.span
    operand.mayBeConstant = false
    switch form {
    case .claims, .revisions: operand.extent = .series
    case .spread:
      let type = types(of: operand)?.first
      if let type, operand.node != nil, type.unit.isPercent {
        return known(SeriesType(unit: .points), extent: operand.extent, at: node.span)
      }
    case .reported, .computed, .target, .infer: break
    }
    return operand
  }

  private mutating func apply(
    _ function: Int32, _ match: Checker.ArgumentMatch, piped: InferredValue?, at node: SyntaxNode
  ) throws(DiagnosticError) -> Inferred {
    let entry = catalogue.functions[Int(function)]
    guard !open.contains(function) else { throw fail(.recursion(entry.name, at: node.span)) }
    var arguments: [Inferred] = []
    for (parameter, given) in zip(entry.parameters, match.arguments) {
      arguments.append(try argument(given, parameter, of: entry, piped: piped, at: node))
    }
    if let native = entry.native {
      return .value(try apply(native, function, arguments, at: node))
    }
    guard let scheme = try scheme(of: function, entry, at: node) else { return .value(unknown(at: node)) }
    return try apply(scheme, of: entry, arguments, at: node)
  }

  /// What is known of a function of the language; nil where its own body makes no sense.
  private func scheme(
    of function: Int32, _ entry: FunctionEntry, at node: SyntaxNode
  ) throws(DiagnosticError) -> FunctionScheme? {
    do throws(DiagnosticError) {
      return try catalogue.scheme(of: function, open: open, depth: depth, memory: memory)
    } catch {
      // That the way leads back here is told here; what else is wrong with it was told where it was declared.
      guard error.diagnostic.id == "recursion" else { return nil }
      let caller = open.last.map { catalogue.functions[Int($0)].name } ?? entry.name
      throw fail(.recursion(caller, through: entry.name, at: node.span))
    }
  }

  private mutating func argument(
    _ given: Checker.Given?, _ parameter: ParameterEntry, of entry: FunctionEntry, piped: InferredValue?,
    at node: SyntaxNode
  ) throws(DiagnosticError) -> Inferred {
    guard let written = given?.node ?? parameter.defaultValue else { throw fail(.unreadable(at: node.span)) }
    if case .checked(let id, _)? = given, let piped {
      _ = try checker.fitting(id, parameter, at: written)
      return .value(piped)
    }
    let handedOn = given == nil ? nil : NameSyntax(written).flatMap { parameters[$0.text] }
    switch parameter.kind {
    case .series, .number: return .value(try value(written))
    case .word(let words):
      // One of other words may be given, as long as there is one of these among them.
      if case .other(let id, _, _)? = handedOn, case .word(let word) = checker[id].operation {
        guard words.contains(word) else { return .other(id, isGiven: true, dimension: .dimensionless) }
      }
    default: break
    }
    let id = try checker.argument(given, parameter, of: entry, at: node)
    if let handedOn { return handedOn }
    var dimension = Dimensionality.dimensionless
    if case .unit(let unit) = checker[id].operation { dimension = unit.dimensionality }
    return .other(id, isGiven: !isClosed(written), dimension: dimension)
  }

  /// A call of a function of the language: its scheme with variables of its own.
  private mutating func apply(
    _ scheme: FunctionScheme, of entry: FunctionEntry, _ arguments: [Inferred], at node: SyntaxNode
  ) throws(DiagnosticError) -> Inferred {
    var variables: [String: Dimensionality] = [:]
    var sortVariables: [Int: Int] = [:]
    func instance(_ dimension: Dimensionality) -> Dimensionality {
      for name in dimension.variables where variables[name] == nil { variables[name] = dimensions.fresh() }
      return dimension.renamed { variables[$0] ?? .dimensionless }
    }
    func instance(_ sort: FunctionScheme.Sort, at span: SourceSpan) -> Int {
      switch sort {
      case .figure: return sorts.fresh(.figure, at: span)
      case .truth: return sorts.fresh(.truth, at: span)
      case .open(let index):
        if let known = sortVariables[index] { return known }
        let fresh = sorts.fresh()
        sortVariables[index] = fresh
        return fresh
      }
    }
    for (parameter, argument) in zip(scheme.parameters, arguments) {
      let expected = instance(parameter.dimension)
      switch argument {
      case .value(let value):
        let sort = instance(parameter.sort, at: value.span)
        let needed = sorts.sort(sort)
        guard sorts.equate(value.sort, sort) else {
          throw fail(
            .wrongSort(of: value.span, needed: needed ?? .figure, decided: sorts.place(value.sort)))
        }
        try accept(value, as: expected, parameter: parameter.name, of: entry.name, at: node)
      case .other(_, _, let dimension):
        // A unit of the wrong sort is refused by the rule of the native function that it goes to.
        dimensions.equate(dimension, expected)
      }
    }
    for conversion in scheme.conversions {
      let pending = PendingConversion(
        dimension: instance(conversion.dimension), unit: conversion.unit, operand: node.span,
        unitSpan: node.span, place: node.span)
      if try !isSettled(pending) { conversions.append(pending) }
    }
    guard let result = scheme.result else {
      return .other(
        checker.append(.text(""), .number, .constant, QuestionKey(.text), at: node), isGiven: true,
        dimension: .dimensionless)
    }
    let sort = instance(result.sort, at: node.span)
    if let unit = result.unit {
      let type = SeriesType(unit: unit, isBoolean: result.sort == .truth)
      return .value(known(type, extent: result.extent, at: node.span))
    }
    return .value(
      InferredValue(
        sort: sort, dimension: instance(result.dimension), extent: result.extent,
        mayBeConstant: result.mayBeConstant && entry.plugin == nil, span: node.span))
  }

  /// Makes an argument measure what the function needs.
  private mutating func accept(
    _ value: InferredValue, as expected: Dimensionality, parameter: String, of function: String,
    at node: SyntaxNode
  ) throws(DiagnosticError) {
    guard !dimensions.equate(value.dimension, expected) else { return }
    let (given, needed) = (dimensions.resolved(value.dimension), dimensions.resolved(expected))
    throw fail(
      .argumentNeverFits(
        parameter, of: function, text(given, needed),
        excess: excess(given.quotient(needed)), argument: value.span, at: node.span))
  }
}

// Native functions: what they give and take is what their rule of types says.
extension SchemeChecker {
  mutating func apply(
    _ native: NativeFunction, _ function: Int32, _ arguments: [Inferred], at node: SyntaxNode
  ) throws(DiagnosticError) -> InferredValue {
    let name = catalogue.functions[Int(function)].name
    let extent = try extent(of: native, name, arguments, at: node)
    if case .rolling = native.shape, arguments.contains(where: { isOpenFunction($0) }) {
      var result = unknown(at: node)
      result.extent = extent
      result.mayBeConstant = false
      return result
    }
    let slots = slots(for: arguments, of: function)
    let reading: RuleReading
    do throws(FunctionError) {
      let question = SchemeCache.Question(function: function, slots: slots)
      reading = try catalogue.schemeCache.reading(question) { () throws(FunctionError) in
        try RuleReading(rule(of: native), slots)
      }
    } catch {
      let sides = arguments.map { (place(of: $0, at: node), $0.value.flatMap { types(of: $0)?.first }) }
      throw fail(.functionRefuses(name, error, arguments: sides, at: node.span))
    }
    for (index, argument) in arguments.enumerated() {
      let fact = reading.arguments[index]
      if let value = argument.value, let sort = fact.sort { try decide(value, sort) }
      guard let formula = fact.dimension else { continue }
      let expected = dimension(formula, arguments)
      switch argument {
      case .value(let value):
        let parameter = catalogue.functions[Int(function)].parameters[index].name
        try accept(value, as: expected, parameter: parameter, of: name, at: node)
      case .other(_, _, let dimension): dimensions.equate(dimension, expected)
      }
    }
    if let unit = reading.result.unit, let sort = reading.result.sort {
      return known(SeriesType(unit: unit, isBoolean: sort == .truth), extent: extent, at: node.span)
    }
    let sort =
      reading.result.sortOf.flatMap { arguments[$0].value?.sort }
      ?? sorts.fresh(reading.result.sort, at: node.span)
    let formula = reading.result.dimension
    return InferredValue(
      sort: sort, dimension: formula.map { dimension($0, arguments) } ?? dimensions.fresh(), extent: extent,
      span: node.span)
  }

  /// The rule of types; that of a window is that of the reduction which is named.
  private func rule(of native: NativeFunction) -> TypeRule {
    guard case .rolling = native.shape else { return native.type }
    let catalogue = catalogue
    return { arguments throws(FunctionError) in
      _ = try native.type(arguments)
      guard case .word(let name)? = arguments.first(where: { if case .word = $0 { true } else { false } }),
        let reduction = catalogue.reduction(named: name)
      else {
        throw FunctionError(
          "a function is needed that makes one figure of many.",
          hint: "for example `mean`, `sum`, `median`, `min`, `max` or `count`")
      }
      return try reduction.type(Array(arguments.prefix(1)) + [.word("period")])
    }
  }

  private func isOpenFunction(_ argument: Inferred) -> Bool {
    guard case .other(let id, isGiven: true, _) = argument, case .function = checker[id].operation else {
      return false
    }
    return true
  }

  private func place(of argument: Inferred, at node: SyntaxNode) -> SourceSpan {
    switch argument {
    case .value(let value): value.span
    case .other: node.span
    }
  }

  private func dimension(_ formula: RuleReading.Formula, _ arguments: [Inferred]) -> Dimensionality {
    formula.exponents.reduce(formula.constant) { product, factor in
      let argument: Dimensionality
      switch arguments[factor.key] {
      case .value(let value): argument = value.dimension
      case .other(_, _, let dimension): argument = dimension
      }
      return product.product(argument.power(factor.value))
    }
  }

  private mutating func slots(for arguments: [Inferred], of function: Int32) -> [RuleSlot] {
    let parameters = catalogue.functions[Int(function)].parameters
    var slots: [RuleSlot] = []
    for (parameter, argument) in zip(parameters, arguments) {
      switch argument {
      case .value(let value):
        // What is called by name says so in messages and as the base of shares.
        let name = value.node.flatMap { checker.name(of: checker[$0]) } ?? parameter.name
        if sorts.sort(value.sort) == .truth {
          slots.append(.known([.boolean], name: name))
        } else if sorts.sort(value.sort) == .figure, var types = types(of: value) {
          // Of a dimension there are many units; two tell what depends on the unit.
          if value.node == nil, types.count == 1 {
            types.append(SeriesType(unit: types[0].unit.withScale(3)))
          }
          slots.append(.known(types, name: name))
        } else {
          slots.append(.open(name: name))
        }
      case .other(let id, isGiven: false, _):
        slots.append(.fixed(checker.argumentType(checker[id])))
      case .other(let id, isGiven: true, _):
        slots.append(.given(examples(of: checker[id].operation, parameter.kind)))
      }
    }
    return slots
  }

  /// Some of what can be given.
  private func examples(of operation: CheckedOperation, _ kind: ParameterKind) -> [ArgumentType] {
    switch operation {
    case .unit:
      ["year", "month", "USD", "VND", "person", "W", "percent", "ratio"]
        .compactMap { catalogue.units.unitOfMeasure($0) }.map { .unit($0) }
    case .word:
      if case .word(let words) = kind { words.map { .word($0) } } else { [.word("period"), .word("area")] }
    case .function: [.word("mean"), .word("sum"), .word("count")]
    case .period(let period): [.period(period)]
    case .range(let range): [.text(range.description)]
    default: [.text("")]
    }
  }

  /// Whether a call yields one cell or a series; throws where it needs a series and gets a figure.
  private func extent(
    of native: NativeFunction, _ name: String, _ arguments: [Inferred], at node: SyntaxNode
  ) throws(DiagnosticError) -> Extent? {
    let values = arguments.compactMap(\.value)
    let extent = values.reduce(Extent?.some(.constant)) { combined($0, $1.extent) }
    switch native.shape {
    case .periodShift, .alongPeriods, .frequency, .rolling, .timeline:
      if let first = values.first, let known = first.extent, known != .series {
        throw fail(.needsSeries(name, operand: first.span, at: node.span))
      }
      return .series
    case .level:
      if let first = values.first, let known = first.extent, known != .series {
        throw fail(.needsSeries(name, operand: first.span, at: node.span))
      }
      return .figure(nil)
    case .selection, .reduction, .jointReduction, .latest:
      guard extent == .series else { return extent }
      var types: [ArgumentType] = []
      for case .other(let id, let isGiven, _) in arguments {
        if isGiven, case .word = checker[id].operation { return nil }
        types.append(checker.argumentType(checker[id]))
      }
      return checker.reducedExtent(native, types)
    default: return extent
    }
  }
}
