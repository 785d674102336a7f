import ChisoDiagnostics
import ChisoModel
package import ChisoPlugin
import ChisoSyntax

// How definition files become entries. Nothing is checked here that needs another entry.
extension Catalogue {
  /// Adds all that a plugin registers; what is wrong becomes a problem, the rest still counts.
  package mutating func add(_ plugin: any Plugin) {
    var registration = Registration()
    plugin.register(&registration)
    plugins.append(
      PluginEntry(name: plugin.name, summary: plugin.summary, translations: registration.translations))
    var readings: [(file: DefinitionFile, tree: SyntaxTree)] = []
    for file in registration.files {
      let (tree, diagnostics) = parse(file.text)
      for diagnostic in diagnostics {
        problems.append(
          DefinitionProblem(
            plugin: plugin.name, file: file.name, source: tree.source, diagnostic: diagnostic))
      }
      readings.append((file, tree))
    }
    for source in registration.observationSources { observationSources.append(source) }
    // Units before what uses them, sources before their claims, whatever the order of the files.
    let origins = readings.map { DeclarationOrigin(plugin: plugin.name, file: $0.file.name) }
    for pass in DeclarationPass.allCases {
      if pass == .indicatorsAndFunctions {
        for function in registration.functions { add(function, plugin: plugin.name) }
        for indicator in registration.indicators { add(indicator, plugin: plugin.name) }
      }
      for (reading, origin) in zip(readings, origins) {
        for statement in reading.tree.statements {
          for diagnostic in declare(StatementSyntax(statement), pass: pass, origin: origin) {
            problems.append(
              DefinitionProblem(
                plugin: plugin.name, file: origin.file, source: reading.tree.source, diagnostic: diagnostic))
          }
        }
      }
    }
    if !registration.observations.isEmpty { forgetWhatObservationsChange() }
    for block in registration.observations {
      do throws(BlockRefusal) {
        try keep(block, vintage: nil, isOfEveryVintage: true, isSaidLast: false)
      } catch {
        let place = SourceSpan(start: 0, end: 0)
        problems.append(
          DefinitionProblem(
            plugin: plugin.name, file: block.file ?? "observations", source: "\n",
            diagnostic: .unkeptObservations(error.phrase, at: place)))
      }
    }
  }

  /// The order in which declarations are read, so that files may come in any order.
  enum DeclarationPass: CaseIterable {
    case unitsAndSources, indicatorsAndFunctions, claimsAndRules
  }

  /// Where a declaration stands.
  struct DeclarationOrigin {
    /// The plugin; nil for a session.
    var plugin: String?
    var file: String
  }

  /// Adds what one statement declares, if it belongs to `pass`; returns what is wrong with it.
  mutating func declare(
    _ statement: StatementSyntax, pass: DeclarationPass, origin: DeclarationOrigin
  ) -> [Diagnostic] {
    switch (pass, statement) {
    case (.unitsAndSources, .unit(let unit)): return declare(unit, origin: origin)
    case (.unitsAndSources, .source(let source)): return declare(source, origin: origin)
    case (.indicatorsAndFunctions, .indicator(let indicator)): return declare(indicator, origin: origin)
    case (.indicatorsAndFunctions, .function(let function)): return declare(function, origin: origin)
    case (.claimsAndRules, .claims(let block)): return declare(block, origin: origin)
    case (.claimsAndRules, .rule(let rule)): return declare(rule, origin: origin)
    case (.indicatorsAndFunctions, .expression(let node)) where origin.plugin != nil:
      return [.notADeclaration(at: node.span)]
    case (.indicatorsAndFunctions, .constant(let constant)) where origin.plugin != nil:
      return [.notADeclaration(at: constant.span)]
    default: return []
    }
  }

  private mutating func declare(_ syntax: UnitDeclarationSyntax, origin: DeclarationOrigin) -> [Diagnostic] {
    var labels: [String: String] = [:]
    if let label = syntax.label { labels["vi"] = label.value }
    for field in syntax.fields {
      guard UnitField(rawValue: field.key) == .label else {
        return [.unknownField(field, of: UnitField.self)]
      }
      labels[field.language ?? "en"] = field.values.first.flatMap(TextSyntax.init)?.value
    }
    let unit = NamedUnit.counting(syntax.name.text, labels: labels)
    do throws(UnitClash) {
      try units.declare(unit)
      if let plugin = origin.plugin, unitOwners[unit.name] == nil { unitOwners[unit.name] = plugin }
      return []
    } catch {
      let owner = unitOwners[unit.name] ?? "Chiso itself"
      return [.unitClash(unit.name, owner: owner, at: syntax.name.span)]
    }
  }

  private mutating func declare(_ syntax: SourceDeclarationSyntax, origin: DeclarationOrigin) -> [Diagnostic]
  {
    var source = SourceDeclaration(name: syntax.name.text)
    var diagnostics: [Diagnostic] = []
    for field in syntax.fields {
      guard let value = field.values.first else { continue }
      let text = TextSyntax(value)?.value ?? canonicalText(of: value)
      switch SourceField(rawValue: field.key) {
      case .title where field.language == nil: source.title = text
      case .publisher where field.language == nil: source.publisher = text
      case .title, .publisher, .note: source.details[field.keyName.text] = text
      case .url: source.url = text
      case .published, .accessed:
        guard let date = CivilDate(text) else {
          diagnostics.append(.badDate(text, at: value.span))
          continue
        }
        if field.key == "published" { source.published = date } else { source.accessed = date }
      case nil: diagnostics.append(.unknownField(field, of: SourceField.self))
      }
    }
    if !add(source) { diagnostics.append(.sourceClash(source.name, at: syntax.name.span)) }
    return diagnostics
  }

  /// Adds a source; false where another one has its name.
  mutating func add(_ source: SourceDeclaration) -> Bool {
    if let known = sourceNames[source.name] { return sources[Int(known)] == source }
    sourceNames[source.name] = sources.append(source)
    return true
  }

  private mutating func declare(_ syntax: RuleSyntax, origin: DeclarationOrigin) -> [Diagnostic] {
    var grade = RuleGrade.certain
    var diagnostics: [Diagnostic] = []
    if let word = syntax.grade {
      if let known = RuleGrade(rawValue: word.text) {
        grade = known
      } else {
        diagnostics.append(.unknownWord(word.text, allowed: ["suspicious", "note"], at: word.span))
      }
    }
    rules.append(
      RuleEntry(
        grade: grade, label: syntax.label?.value, condition: syntax.condition, plugin: origin.plugin,
        visibleDefinitions: origin.plugin == nil ? Int32(clamping: definitionCount) : 0))
    return diagnostics
  }

  private mutating func declare(_ syntax: ClaimBlockSyntax, origin: DeclarationOrigin) -> [Diagnostic] {
    guard let source = sourceNames[syntax.source.text] else {
      let names = sources.map(\.name)
      return [
        .unknownSource(
          syntax.source.text, nearest: nearestNames(to: syntax.source.text, among: names),
          at: syntax.source.span)
      ]
    }
    var diagnostics: [Diagnostic] = []
    for claim in syntax.claims {
      var status = ObservationStatus.normal
      var role = Role.reported
      var assumed: [String] = []
      var published = sources[Int(source)].published
      for modifier in claim.modifiers {
        switch modifier.text {
        case "estimate": status = .estimated
        case "provisional": status = .provisional
        case "forecast": status = .forecast
        case "target": role = .target
        default:
          diagnostics.append(
            .unknownWord(
              modifier.text, allowed: ["estimate", "provisional", "forecast", "target"], at: modifier.span))
        }
      }
      for field in claim.fields {
        switch ClaimField(rawValue: field.key) {
        case .assumed:
          assumed = field.values.map(\.text)
          for value in field.values where !assumable.contains(value.text) {
            diagnostics.append(.unknownWord(value.text, allowed: assumable, at: value.span))
          }
        case .published:
          guard let value = field.values.first else { continue }
          guard let date = CivilDate(value.text) else {
            diagnostics.append(.badDate(value.text, at: value.span))
            continue
          }
          published = date
        case .note: break
        case nil: diagnostics.append(.unknownField(field, of: ClaimField.self))
        }
      }
      claims.append(
        ClaimEntry(
          source: source, syntax: claim, published: published, status: status, role: role, assumed: assumed,
          plugin: origin.plugin))
    }
    return diagnostics
  }
}

/// What a claim may be marked to assume, because its source does not print it.
private let assumable = ["period", "base", "subject"]
