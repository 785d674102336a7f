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
        // A unit of the wrong sort is refused by the type of the native function that it goes to.
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

// Native functions: what is given decides as far as it is known; what is open is equated as their types demand.
extension SchemeChecker {
  mutating func apply(
    _ native: NativeFunction, _ function: Int32, _ arguments: [Inferred], at node: SyntaxNode
  ) throws(DiagnosticError) -> InferredValue {
    let entry = catalogue.functions[Int(function)]
    let known = types(of: arguments, of: entry)
    let values = arguments.compactMap(\.value)
    let extent = try checker.extent(
      of: entry, native, called: entry.name, first: values.first.map { ($0.extent, $0.span) },
      values.reduce(.constant) { combined($0, $1.extent) }, known.map(\.first).map { $0 ?? nil }, at: node)
    if case .firstPresent = native.shape, values.count == 2, let first = values[0].node,
      let second = values[1].node
    {
      try checker.checkAlike(checker[first], checker[second], in: entry.name, at: node)
    }
    if case .rolling = native.shape, arguments.contains(where: { isOpenFunction($0) }) {
      var result = unknown(at: node)
      result.extent = extent
      result.mayBeConstant = false
      return result
    }
    var calls: [(call: NativeCall, result: SeriesType?)] = []
    var refusal: FunctionError?
    for arguments in everyChoice(of: known) {
      do throws(FunctionError) {
        let call = try catalogue.call(of: entry, native, arguments)
        calls.append((call, try call.result()))
      } catch {
        if refusal == nil { refusal = error }
      }
    }
    guard let call = calls.first?.call else {
      let sides = arguments.map { (place(of: $0, at: node), $0.value.flatMap { types(of: $0)?.first }) }
      throw fail(
        .functionRefuses(entry.name, refusal ?? .noResult(entry.name), arguments: sides, at: node.span))
    }
    for requirement in call.type.requirements {
      try require(requirement, of: call, arguments, at: node)
    }
    let units = Set(calls.map(\.result?.unit)), sorts = Set(calls.map(\.result?.isBoolean))
    if units.count == 1, let unit = units.first ?? nil, sorts.count == 1, let isBoolean = sorts.first ?? nil {
      return self.known(SeriesType(unit: unit, isBoolean: isBoolean), extent: extent, at: node.span)
    }
    return result(call, arguments, extent, at: node)
  }

  /// What is known of a result whose unit is open.
  private mutating func result(
    _ call: NativeCall, _ arguments: [Inferred], _ extent: Extent?, at node: SyntaxNode
  ) -> InferredValue {
    func argument(_ name: String) -> Inferred? {
      call.place(name).flatMap { arguments.indices.contains($0) ? arguments[$0] : nil }
    }
    switch call.type.result.unit {
    case .same(let name):
      guard let value = argument(name)?.value else { break }
      return InferredValue(sort: value.sort, dimension: value.dimension, extent: extent, span: node.span)
    case .amount(let name), .given(let name):
      guard let dimension = argument(name)?.dimension else { break }
      return figure(dimension, extent: extent, at: node.span)
    case .product(let exponents):
      let dimension = exponents.reduce(Dimensionality.dimensionless) { product, power in
        product.product((argument(power.key)?.dimension ?? .dimensionless).power(power.value))
      }
      return figure(dimension, extent: extent, at: node.span)
    case .fixed, .named, .condition: break
    }
    return figure(dimensions.fresh(), extent: extent, at: node.span)
  }

  /// Lets a requirement decide what is open of the arguments.
  private mutating func require(
    _ requirement: Requirement, of call: NativeCall, _ arguments: [Inferred], at node: SyntaxNode
  ) throws(DiagnosticError) {
    guard let (isCertain, requirement) = call.applied(requirement), isCertain else { return }
    func open(_ name: String) -> Int? {
      call.place(name).flatMap { call.arguments.indices.contains($0) && call.arguments[$0] == nil ? $0 : nil }
    }
    switch requirement {
    case .figures(let name, _):
      if let value = open(name).flatMap({ arguments[$0].value }) { try decide(value, .figure) }
    case .condition(let name, _):
      guard let place = open(name), let value = arguments[place].value else { return }
      try decide(value, .truth)
      try accept(arguments[place], as: .dimensionless, at: place, of: call.function, node)
    case .plainNumber(let name), .dimensionless(let name, _):
      guard let place = open(name) else { return }
      try accept(arguments[place], as: .dimensionless, at: place, of: call.function, node)
    case .time(let name):
      guard let place = open(name) else { return }
      try accept(arguments[place], as: .time, at: place, of: call.function, node)
    case .alike(let names, _), .sameUnit(let names, _):
      try alike(names, of: call, arguments, at: node)
    case .parts(let part, let whole):
      // A count may be a share of another, and nobody knows whether what is open will be one.
      let known = [part, whole].compactMap { call.place($0) }.compactMap { call.arguments[$0]?.series }
      if let first = known.first, !first.unit.isCount {
        try alike([part, whole], of: call, arguments, at: node)
      }
    case .scaled, .flow, .unranked, .when: break
    }
  }

  /// Equates what arguments measure, the open ones to one that is known where there is such.
  private mutating func alike(
    _ names: [String], of call: NativeCall, _ arguments: [Inferred], at node: SyntaxNode
  ) throws(DiagnosticError) {
    let places = names.compactMap { call.place($0) }.filter { call.arguments.indices.contains($0) }
    guard let first = places.first(where: { call.arguments[$0] != nil }) ?? places.first else { return }
    for place in places where place != first && call.arguments[place] == nil {
      try accept(arguments[place], as: arguments[first].dimension, at: place, of: call.function, node)
    }
  }

  private mutating func accept(
    _ argument: Inferred, as expected: Dimensionality, at place: Int, of function: FunctionEntry,
    _ node: SyntaxNode
  ) throws(DiagnosticError) {
    switch argument {
    case .value(let value):
      try accept(
        value, as: expected, parameter: function.parameters[place].name, of: function.name, at: node)
    case .other(_, _, let dimension): dimensions.equate(dimension, expected)
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

  /// For each argument the types that it can have, as far as units tell them apart; nil alone where it is open.
  private mutating func types(of arguments: [Inferred], of function: FunctionEntry) -> [[ArgumentType?]] {
    let exact = arguments.compactMap(\.value?.node).map { checker[$0].type }
    var all: [[ArgumentType?]] = []
    for (parameter, argument) in zip(function.parameters, arguments) {
      switch argument {
      case .value(let value):
        // What is called by name says so in messages and as the base of shares.
        let name = value.node.flatMap { checker.name(of: checker[$0]) } ?? parameter.name
        var types = types(of: value) ?? []
        switch sorts.sort(value.sort) {
        case .truth: types = [.boolean]
        case .figure:
          // Of a dimension there are many units: some tell what depends on the unit.
          if value.node == nil, types.count == 1 {
            types += [SeriesType(unit: types[0].unit.withScale(3))]
            types += exact.filter { $0.unit.isCommensurable(with: types[0].unit) }
          }
        case nil: types = []
        }
        all.append(types.isEmpty ? [nil] : types.map { .series($0, name: name) })
      case .other(let id, let isGiven, _): all.append([isGiven ? nil : checker.argumentType(checker[id])])
      }
    }
    // Too many to be tried: what is not certain is taken as open.
    let count = all.reduce(1) { $0.multipliedReportingOverflow(by: $1.count).partialValue }
    return (1...4096).contains(count) ? all : all.map { $0.count == 1 ? $0 : [nil] }
  }
}

/// Every way to take one of each.
private func everyChoice<Element>(of lists: [[Element]]) -> [[Element]] {
  lists.reduce([[]]) { choices, list in choices.flatMap { choice in list.map { choice + [$0] } } }
}

extension Dimensionality {
  /// What units of time measure.
  fileprivate static let time = Dimensionality("time")
}
