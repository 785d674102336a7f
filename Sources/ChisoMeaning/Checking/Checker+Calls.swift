import ChisoDiagnostics
import ChisoModel
import ChisoPlugin
import ChisoSyntax

// Calls: overloads, forms, bodies in the language, native functions.
extension Checker {
  /// An argument as it came: written, or already checked because a pipe brought it.
  enum Given {
    case written(SyntaxNode, label: String?)
    case checked(NodeID, SyntaxNode)

    var node: SyntaxNode {
      switch self {
      case .written(let node, _), .checked(_, let node): node
      }
    }
    var label: String? {
      if case .written(_, let label) = self { return label }
      return nil
    }
  }

  mutating func check(_ syntax: CallSyntax) throws(DiagnosticError) -> NodeID {
    let arguments = syntax.arguments.map { Given.written($0.value, label: $0.label?.text) }
    return try call(syntax.callee, arguments, at: syntax.node)
  }

  mutating func check(_ syntax: PipeChainSyntax) throws(DiagnosticError) -> NodeID {
    var value = try check(syntax.source)
    guard syntax.stages.count <= Checker.maximumDepth else {
      throw fail(.nestedTooDeep(at: span(syntax.node)))
    }
    for stage in syntax.stages {
      let first = Given.checked(value, stage)
      if let call = CallSyntax(stage) {
        let rest = call.arguments.map { Given.written($0.value, label: $0.label?.text) }
        value = try self.call(call.callee, [first] + rest, at: stage)
      } else if let name = NameSyntax(stage) {
        if catalogue.functions(named: name.text).isEmpty, frame?.parameters[name.text] == nil,
          Form(rawValue: name.text) == nil, !catalogue.indicators(named: name.text).isEmpty
        {
          throw fail(
            .indicatorInPipe(name.text, from: canonicalText(of: syntax.source), at: span(stage)))
        }
        value = try call(name, [first], at: stage)
      } else {
        throw fail(.pipeNeedsFunction(at: span(stage)))
      }
    }
    return value
  }

  private mutating func call(
    _ callee: NameSyntax, _ arguments: [Given], at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    var name = callee.text
    if let parameter = frame?.parameters[name], case .function(let function) = self[parameter].operation {
      name = function
    }
    if let form = Form(named: name) { return try apply(form, arguments, at: node) }
    let (function, match) = try overload(name, arguments, at: node, callee: callee.node)
    let result = try apply(function, match, at: node)
    guard let trailing = match.trailing else { return result }
    let selector = try SliceSelector(time: time(trailing))
    if self[result].extent != .series, let edit = edit(movingInto: arguments, trailing) {
      throw fail(.periodBehindFigure(edit, at: span(node), operand: self[result].span))
    }
    return try slice(result, selector, at: node)
  }

  /// The function of that name which the arguments fit, and which of them goes where.
  func overload(
    _ name: String, _ arguments: [Given], at node: SyntaxNode, callee: SyntaxNode
  ) throws(DiagnosticError) -> (function: Int32, match: ArgumentMatch) {
    let candidates = try candidates(name, at: callee)
    var first: (function: Int32, match: ArgumentMatch)?
    for function in candidates {
      guard let match = match(arguments, catalogue.functions[Int(function)]) else { continue }
      if match.trailing == nil { return (function, match) }
      if first == nil { first = (function, match) }
    }
    guard let found = first else {
      throw fail(
        .argumentsDoNotFit(
          name, signatures: candidates.map { catalogue.functions[Int($0)].signature },
          labels: arguments.compactMap(\.label),
          parameters: candidates.flatMap { catalogue.functions[Int($0)].parameters.map(\.name) },
          count: arguments.count, at: span(node), name: span(callee)))
    }
    return found
  }

  /// What moves the period behind a series into square brackets, where one figure is made of that: with
  /// `mean(gdp, 2023..2024)` is meant `mean(gdp[2023..2024])`.
  private mutating func edit(movingInto arguments: [Given], _ trailing: SyntaxNode) -> Diagnostic.Edit? {
    guard frame == nil, arguments.count == 2, case .written(let node, _) = arguments[0],
      NameSyntax(node) != nil || CallSyntax(node) != nil, let checked = try? check(node),
      self[checked].extent == .series
    else { return nil }
    return Diagnostic.Edit(
      SourceSpan(start: node.span.end, end: trailing.span.end), "[\(trailing.text)]")
  }

  /// What the analyst called: the function whose body asks for `function`, or that itself.
  func nameOfCall(_ function: Int32) -> String {
    if let frame, !frame.parameters.isEmpty { return frame.name }
    return catalogue.functions[Int(function)].name
  }

  private func candidates(_ name: String, at node: SyntaxNode) throws(DiagnosticError) -> [Int32] {
    // What a session defines changes nothing that a plugin wrote.
    let isInPlugin = (frame == nil ? scope.plugin : frame?.plugin) != nil
    let named = catalogue.functions(named: name)
    if let first = named.first, let plugin = catalogue.functions[Int(first)].plugin,
      named.dropFirst().allSatisfy({ catalogue.functions[Int($0)].plugin == plugin })
    {
      return named
    }
    let all = named.filter { !isInPlugin || catalogue.functions[Int($0)].plugin != nil }
    guard !all.isEmpty else {
      if let indicator = catalogue.indicators(named: name).first {
        throw fail(.indicatorCalled(catalogue.indicators[Int(indicator)].name, at: span(node)))
      }
      let names =
        scope.offersNames ? catalogue.functions.map(\.name) + Form.allCases.map(\.rawValue) : []
      throw fail(.unknownFunction(name, nearest: nearestNames(to: name, among: Set(names)), at: span(node)))
    }
    let plugins = Set(all.map { catalogue.functions[Int($0)].plugin })
    if plugins.count == 1 { return all }
    let own = frame == nil ? scope.plugin : frame?.plugin
    for preferred in [own, nil] where plugins.contains(preferred) {
      return all.filter { catalogue.functions[Int($0)].plugin == preferred }
    }
    throw fail(
      .ambiguousName(
        name, Set(all.map { catalogue.functions[Int($0)].fullName }).sorted(), at: span(node)))
  }

  /// Which argument goes to which parameter.
  struct ArgumentMatch {
    /// One for each parameter; nil where its default stands.
    var arguments: [Given?]
    /// A period or range behind the last parameter: the result is sliced by it.
    var trailing: SyntaxNode?
  }

  private func match(_ arguments: [Given], _ function: FunctionEntry) -> ArgumentMatch? {
    // One more than there are parameters: a period behind them.
    guard (function.neededCount...function.parameters.count + 1).contains(arguments.count) else { return nil }
    // Nearly always they stand in order.
    if arguments.count == function.parameters.count,
      zip(arguments, function.parameters).allSatisfy({ $0.label == nil && fits($0, $1) })
    {
      return ArgumentMatch(arguments: arguments)
    }
    var result = ArgumentMatch(arguments: Array(repeating: nil, count: function.parameters.count))
    // What has a label goes to its own place, wherever it is written; the others fill what is left, in their order.
    for argument in arguments {
      guard let label = argument.label else { continue }
      guard let place = function.parameters.firstIndex(where: { $0.name == label }),
        result.arguments[place] == nil
      else { return nil }
      result.arguments[place] = argument
    }
    var next = 0
    for (index, argument) in arguments.enumerated() where argument.label == nil {
      while next < result.arguments.count, result.arguments[next] != nil { next += 1 }
      if next < result.arguments.count, fits(argument, function.parameters[next]) {
        result.arguments[next] = argument
        next += 1
      } else if index == arguments.count - 1, result.trailing == nil, looksLikeTime(argument.node) {
        result.trailing = argument.node
      } else {
        return nil
      }
    }
    for (parameter, argument) in zip(function.parameters, result.arguments)
    where argument == nil && parameter.defaultValue == nil {
      return nil
    }
    return result
  }

  /// Whether an argument can be meant for a parameter at all; decides between overloads and trailing periods.
  private func fits(_ argument: Given, _ parameter: ParameterEntry) -> Bool {
    var isTime: Bool { looksLikeTime(argument.node) }
    switch parameter.kind {
    case .period, .range: return isTime
    case .series, .number:
      if case .checked = argument { return true }
      // A year where a figure with a default may stand is a year.
      return (NumberSyntax(argument.node) != nil && parameter.defaultValue == nil) || !isTime
    case .text: return TextSyntax(argument.node) != nil
    // A name may stand for a period that the surrounding body was given.
    case .unit, .axis, .function, .word: return NameSyntax(argument.node) != nil && !isTime
    }
  }

  /// Throws where these are no arguments of a form: an expression, and perhaps a period or range.
  func requireFit(_ form: Form, _ arguments: [Given], at node: SyntaxNode) throws(DiagnosticError) {
    guard (1...2).contains(arguments.count), arguments.allSatisfy({ $0.label == nil }),
      arguments.count == 1 || looksLikeTime(arguments[1].node)
    else {
      throw fail(
        .argumentsDoNotFit(
          form.rawValue, signatures: ["\(form.rawValue)(x)", "\(form.rawValue)(x, period)"], labels: [],
          parameters: [], count: arguments.count, at: span(node), name: span(node)))
    }
  }

  private mutating func apply(
    _ form: Form, _ arguments: [Given], at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    try requireFit(form, arguments, at: node)
    var operand = try checked(arguments[0])
    guard self[operand].isValue else {
      throw fail(.notAFigure(self[operand].operation, at: self[operand].span))
    }
    if form.slicesOperand, arguments.count == 2 {
      operand = try slice(operand, SliceSelector(time: time(arguments[1].node)), at: node)
    }
    if form.slicesOperand {
      // `infer(x as of d)` is `infer(x) as of d`: the form sees the question itself.
      switch self[operand].operation {
      case .asOf(let question, let day):
        let id = try apply(form, to: question, at: node)
        return append(.asOf(id, day), self[id].type, self[id].extent, self[operand].key, at: node)
      case .given(let question, let bindings):
        let id = try apply(form, to: question, at: node)
        return append(.given(id, bindings), self[id].type, self[id].extent, self[operand].key, at: node)
      default: break
      }
    }
    let id = try apply(form, to: operand, at: node)
    guard arguments.count == 2, !form.slicesOperand else { return id }
    return try slice(id, SliceSelector(time: time(arguments[1].node)), at: node)
  }

  private mutating func apply(
    _ form: Form, to operand: NodeID, at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    let inner = self[operand]
    var (type, extent) = (inner.type, inner.extent)
    if form.slicesOperand, inner.extent == .constant {
      throw fail(.formNeedsCell(form.rawValue, insteadOf: .number, at: span(node)))
    }
    let isPart = hasCode(operand) && inner.extent != .series
    if form == .infer, isPart { throw fail(.formNeedsCell(form.rawValue, insteadOf: .part, at: span(node))) }
    if form == .infer || form == .spread && !isPart, cell(of: operand) == nil {
      throw fail(.formNeedsCell(form.rawValue, insteadOf: .series, at: span(node)))
    }
    if form == .claims || form == .revisions { extent = .series }
    if form == .spread, type.unit.isPercent { type.unit = .points }
    let key = QuestionKey(.form).appending(inner.key).appending(text: form.rawValue)
    return append(.form(form, operand), type, extent, key, at: node)
  }

  private mutating func checked(_ argument: Given) throws(DiagnosticError) -> NodeID {
    switch argument {
    case .written(let node, _): try check(node)
    case .checked(let id, _): id
    }
  }

  private mutating func apply(
    _ index: Int32, _ match: ArgumentMatch, at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    let function = catalogue.functions[Int(index)]
    guard !openFunctions.contains(index) else { throw fail(.recursion(function.name, at: span(node))) }
    var arguments: [NodeID] = []
    for (parameter, argument) in zip(function.parameters, match.arguments) {
      arguments.append(try self.argument(argument, parameter, of: function, at: node))
    }
    var key = QuestionKey(.call, UInt64(index))
    for argument in arguments { key = key.appending(self[argument].key) }
    if let native = function.native {
      return try apply(native, index, arguments, key: key, at: node)
    }
    guard let body = function.body else { throw fail(.unreadable(at: span(node))) }
    // The very nodes, whose places in the text may be shown.
    let call = arguments.reduce(QuestionKey(.call, UInt64(index))) {
      $0.appending(QuestionKey(.stored, UInt64($1)))
    }
    if let known = called[call] { return known }
    openFunctions.append(index)
    defer { openFunctions.removeLast() }
    let inner = try check(
      body,
      in: Frame(
        name: function.name, span: span(node), plugin: function.plugin,
        visibleDefinitions: function.visibleDefinitions,
        parameters: Dictionary(
          zip(function.parameters.map(\.name), arguments), uniquingKeysWith: { first, _ in first })), at: node
    )
    // A session's function is unfolded; a plugin's stays a call, which claims may be about.
    var result = inner
    if function.plugin != nil {
      let body = self[inner]
      result = recognising(
        append(.inlined(index, body: inner, arguments: arguments), body.type, body.extent, key, at: node),
        at: node)
    }
    called[call] = result
    return result
  }

  private mutating func apply(
    _ native: NativeFunction, _ index: Int32, _ arguments: [NodeID], key: QuestionKey, at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    let function = catalogue.functions[Int(index)]
    var arguments = arguments
    if case .firstPresent = native.shape, arguments.count == 2 {
      arguments[0] = try share(arguments[0], beside: arguments[1])
      arguments[1] = try share(arguments[1], beside: arguments[0])
      try checkAlike(self[arguments[0]], self[arguments[1]], in: function.name, at: node)
    }
    let types = arguments.map { argumentType(self[$0]) }
    var together = Extent.constant
    for argument in arguments where self[argument].isValue {
      together = together.combined(with: self[argument].extent)
    }
    let extent = try extent(
      of: function, native, called: nameOfCall(index),
      first: arguments.first.map { (self[$0].extent, self[$0].span) }, together, types, at: node)
    let type: SeriesType
    do throws(FunctionError) {
      guard let result = try catalogue.call(of: function, native, types).result() else {
        throw .noResult(function.name)
      }
      type = result
    } catch {
      throw fail(
        .functionRefuses(
          nameOfCall(index), error,
          arguments: arguments.map { (self[$0].span, self[$0].isValue ? self[$0].type : nil) },
          at: span(node)))
    }
    guard !type.unit.isTooHigh else { throw fail(.unitExponent(isWritten: false, at: span(node))) }
    return recognising(
      append(.native(index, arguments), type, extent ?? .series, key, at: node), at: node)
  }

  /// Whether a call yields one cell or a series, where `together` is what its figures are; nil where that depends on what is
  /// not known. Throws where it needs a series and gets a figure.
  func extent(
    of function: FunctionEntry, _ native: NativeFunction, called name: @autoclosure () -> String,
    first: (extent: Extent?, span: SourceSpan)?, _ together: Extent?, _ arguments: [ArgumentType?],
    at node: SyntaxNode
  ) throws(DiagnosticError) -> Extent? {
    switch native.shape {
    case .periodShift, .alongPeriods, .frequency, .rolling, .timeline, .level:
      if let first, let extent = first.extent, extent != .series {
        throw fail(.needsSeries(name(), operand: first.span, at: span(node)))
      }
      guard case .level = native.shape else { return .series }
    case .selection, .reduction, .jointReduction, .latest:
      guard together == .series else { return together }
    default: return together
    }
    // What runs over a dimension other than time leaves a series; over time it leaves a figure.
    for (parameter, argument) in zip(function.parameters, arguments) {
      switch (parameter.kind, argument) {
      case (.axis, nil), (.word, nil): return nil
      case (_, .word(let word)?) where word != "period": return .series
      default: break
      }
    }
    return .figure(nil)
  }

  func argumentType(_ node: CheckedNode) -> ArgumentType {
    switch node.operation {
    case .period(let period): .period(period)
    case .text(let text): .text(text)
    case .unit(let unit): .unit(unit)
    case .word(let word), .function(let word): .word(word)
    case .range(let range): .text(range.description)
    default: .series(node.type, name: name(of: node))
    }
  }

  /// `id`, where what it stands for is what the parameter takes.
  mutating func fitting(
    _ id: NodeID, _ parameter: ParameterEntry, at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    switch (parameter.kind, self[id].operation) {
    case (.series, _), (.number, _): return try figure(id, at: node)
    case (.range, .period(let period)):
      return append(
        .range(PeriodRange(first: period, last: period)), .number, .constant, period.key, at: node)
    case (.period, .period), (.range, .range), (.text, .text), (.unit, .unit),
      (.axis, .word), (.function, .function):
      return id
    case (.word(let words), .word(let word)):
      guard words.contains(word) else { throw fail(.unknownWord(word, allowed: words, at: span(node))) }
      return id
    case (let kind, _):
      throw fail(.argumentNeeds(kind, parameter: parameter.name, handedOn: node.text, at: span(node)))
    }
  }

  mutating func argument(
    _ given: Given?, _ parameter: ParameterEntry, of function: FunctionEntry, at call: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    guard let node = given?.node ?? parameter.defaultValue else { throw fail(.unreadable(at: span(call))) }
    if case .checked(let id, _)? = given { return try fitting(id, parameter, at: node) }
    // A parameter of the surrounding body stands for what it was given.
    if given != nil, let name = NameSyntax(node), let id = frame?.parameters[name.text] {
      return try fitting(id, parameter, at: node)
    }
    switch parameter.kind {
    case .series, .number:
      let id = try check(node)
      guard self[id].isValue else {
        throw fail(.notAFigure(self[id].operation, at: self[id].span))
      }
      return id
    case .period:
      let period = try period(node)
      return append(.period(period), .number, .constant, period.key, at: node)
    case .range:
      switch try time(node) {
      case .period(let period):
        return append(
          .range(PeriodRange(first: period, last: period)), .number, .constant, period.key, at: node)
      case .range(let range):
        let key = QuestionKey(.range).appending(text: range.description)
        return append(.range(range), .number, .constant, key, at: node)
      }
    case .text:
      guard let text = TextSyntax(node) else {
        throw fail(.argumentNeeds(parameter.kind, parameter: parameter.name, at: span(node)))
      }
      let key = QuestionKey(.text).appending(text: text.value)
      return append(.text(text.value), .number, .constant, key, at: node)
    case .unit:
      guard let unit = catalogue.units.unitOfMeasure(node.text) else {
        throw fail(
          .unknownUnit(node.text, nearest: catalogue.units.nearest(to: node.text), at: span(node)))
      }
      let key = QuestionKey(.unit).appending(unit)
      return append(.unit(unit), .number, .constant, key, at: node)
    case .axis, .function:
      guard let name = NameSyntax(node) else {
        throw fail(
          .argumentNeeds(parameter.kind, parameter: parameter.name, at: span(node)))
      }
      if parameter.kind == .function {
        _ = try candidates(name.text, at: node)
      }
      let key = QuestionKey(.word).appending(text: name.text)
      let operation: CheckedOperation = parameter.kind == .axis ? .word(name.text) : .function(name.text)
      return append(operation, .number, .constant, key, at: node)
    case .word(let words):
      guard words.contains(node.text) else {
        throw fail(.unknownWord(node.text, allowed: words, at: span(node)))
      }
      return append(
        .word(node.text), .number, .constant, QuestionKey(.word).appending(text: node.text), at: node)
    }
  }
}
