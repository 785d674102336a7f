import ChisoDiagnostics
import ChisoModel
import ChisoPlugin
import ChisoSyntax

extension Catalogue {
  /// The native function `name` that makes one figure of many, as `rolling` needs it; nil where there is none.
  package func reduction(named name: String) -> FunctionEntry? {
    for index in functions(named: name) {
      if case .reduction? = functions[Int(index)].native?.shape { return functions[Int(index)] }
    }
    return nil
  }

  /// Reads `def NAME(…) = …`.
  mutating func declare(_ syntax: FunctionSyntax, origin: DeclarationOrigin) -> [Diagnostic] {
    guard let body = syntax.body else { return [.missingBody(syntax.name.text, at: syntax.name.span)] }
    var diagnostics: [Diagnostic] = []
    let entry = FunctionEntry(
      name: syntax.name.text, plugin: origin.plugin, parameters: parameters(of: syntax, &diagnostics),
      body: body, declaration: syntax,
      // A plugin does not see the session's names, whenever it is loaded.
      visibleDefinitions: origin.plugin == nil ? Int32(clamping: definitions.count) : 0)
    for field in syntax.fields where FunctionField(rawValue: field.key) == nil {
      diagnostics.append(.unknownField(field, of: FunctionField.self))
    }
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return diagnostics }
    return diagnostics + add(entry, at: syntax.name.span)
  }

  /// Adds a function written in Swift; its signature is read in the notation of `def`.
  mutating func add(_ function: NativeFunction, plugin: String) {
    let (tree, syntaxDiagnostics) = parse("def \(function.signature) = missing")
    var diagnostics = syntaxDiagnostics
    if let statement = tree.statements.first, case .function(let syntax) = StatementSyntax(statement) {
      let entry = FunctionEntry(
        name: syntax.name.text, plugin: plugin, parameters: parameters(of: syntax, &diagnostics),
        native: function, visibleDefinitions: 0)
      diagnostics += add(entry, at: syntax.name.span)
      let names = entry.parameters.map(\.name)
      if let unknown = function.type.arguments.first(where: { !names.contains($0) }) {
        diagnostics.append(
          .functionRefuses(entry.name, .noParameter(unknown), arguments: [], at: syntax.name.span))
      }
    }
    for diagnostic in diagnostics {
      problems.append(
        DefinitionProblem(
          plugin: plugin, file: "\(function.signature) (Swift)", source: tree.source, diagnostic: diagnostic))
    }
  }

  private func parameters(of syntax: FunctionSyntax, _ diagnostics: inout [Diagnostic]) -> [ParameterEntry] {
    var seen: Set<String> = []
    for parameter in syntax.parameters where !seen.insert(parameter.name.text).inserted {
      diagnostics.append(.repeatedParameter(parameter.name.text, at: parameter.name.span))
    }
    return syntax.parameters.map { parameter in
      let words = parameter.kinds.map(\.text)
      var kind = ParameterKind.series
      switch words.first {
      case nil, "series": kind = .series
      case "number": kind = .number
      case "text": kind = .text
      case "period": kind = .period
      case "range": kind = .range
      case "unit": kind = .unit
      case "axis": kind = .axis
      case "function": kind = .function
      default: kind = .word(words)
      }
      if words.count == 1, case .word = kind, let node = parameter.kinds.first {
        diagnostics.append(.unknownParameterKind(words[0], at: node.span))
        kind = .series
      }
      return ParameterEntry(name: parameter.name.text, kind: kind, defaultValue: parameter.defaultValue)
    }
  }

  private mutating func add(_ entry: FunctionEntry, at span: SourceSpan) -> [Diagnostic] {
    var known = functionNames[entry.name] ?? []
    if Form(rawValue: entry.name) != nil { return [.nameOfForm(entry.name, at: span)] }
    let labels = entry.parameters.map(\.name)
    if let twin = known.first(where: {
      functions[Int($0)].plugin == entry.plugin && functions[Int($0)].parameters.map(\.name) == labels
    }) {
      guard entry.plugin == nil else { return [.alreadyDeclared(entry.fullName, at: span)] }
      known.removeAll { $0 == twin }  // A session may say it anew.
    }
    let index = functions.append(entry)
    functionNames[entry.name] = known + [index]
    if entry.plugin != nil {
      functionNames[entry.fullName] = (functionNames[entry.fullName] ?? []) + [index]
    }
    return []
  }
}

extension FunctionEntry {
  /// Whether it is a quotient, as `share` and `ratio` are.
  package var isQuotient: Bool {
    guard let native else { return false }
    if case .quotient = native.shape { return true }
    return false
  }
}
