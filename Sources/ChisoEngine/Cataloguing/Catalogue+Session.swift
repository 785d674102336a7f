package import ChisoDiagnostics
package import ChisoModel
package import ChisoPlugin
package import ChisoSyntax

// What a session adds on top of the plugins.
extension Catalogue {
  /// How many names for expressions there are.
  package var definitionCount: Int { definitions.count }

  /// Names an expression; later expressions see it.
  package mutating func define(_ name: String, as value: SyntaxNode) { definitions.append(name, value) }

  /// The names that the session gave, with their expressions, latest last.
  package var namedExpressions: [(name: String, expression: String)] {
    definitions.map { ($0.name, canonicalText(of: $0.value)) }
  }

  /// Adds one declaration of a session; returns what is wrong with it.
  package mutating func declare(inSession statement: StatementSyntax) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for pass in DeclarationPass.allCases {
      diagnostics += declare(statement, pass: pass, origin: DeclarationOrigin(plugin: nil, file: "session"))
    }
    if statement.declaresNames {
      lazyIndexes = LazyIndexes()
      nameCaches = Caches()
    } else {
      lazyIndexes = lazyIndexes.withMoreClaims()
    }
    return diagnostics
  }

  /// What only checking shows about the declarations that `earlier` did not have.
  package func problems(addedSince earlier: Catalogue) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for index in earlier.claims.count..<claims.count {
      do throws(DiagnosticError) { _ = try read(claims[index]) } catch { result.append(error.diagnostic) }
    }
    for index in earlier.indicators.count..<indicators.count {
      result += indicators[index].diagnostics.filter { $0.severity == .error }
      do throws(DiagnosticError) {
        if let definition = try checkedDefinition(of: Int32(index)),
          dependencies(of: definition)?.contains(Int32(index)) == true
        {
          result.append(.definedByItself(indicators[index].name, at: definition.syntax.span))
        }
      } catch {
        result.append(error.diagnostic)
      }
    }
    for index in earlier.functions.count..<functions.count {
      if let problem = problem(ofFunction: Int32(index)) { result.append(problem) }
    }
    for index in earlier.rules.count..<rules.count {
      if let problem = problem(ofRule: rules[index]) { result.append(problem) }
    }
    return result
  }

  /// Why a rule can say nothing in `:check`; nil where it can.
  func problem(ofRule rule: RuleEntry) -> Diagnostic? {
    do throws(DiagnosticError) {
      let checked = try check(rule.condition, in: self, scope: rule.scope)
      if !checked.type.isBoolean { return .notACondition(checked.type.unit, at: rule.condition.span) }
      if indicators(under: checked).isEmpty { return .ruleWithoutFigures(at: rule.condition.span) }
      // What no data could make right is seen by planning it, for some length of period where there are no figures yet.
      for frequency in [nil, Frequency.annual] {
        do throws(DiagnosticError) {
          _ = try plan(checked, in: self, vintage: nil, at: frequency)
        } catch {
          if Diagnostic.isWhateverTheDataSay(error.diagnostic) { return error.diagnostic }
        }
      }
      return nil
    } catch {
      return error.diagnostic
    }
  }

  /// What an expression needs from observation sources that was not asked for yet.
  package func requests(for expression: CheckedExpression, vintage: CivilDate?) -> [ObservationRequest] {
    var vintages: Set<CivilDate?> = [vintage]
    var reached: Set<Int32> = []
    var open = [expression]
    while let next = open.popLast() {
      for node in next.nodes {
        switch node.operation {
        case .asOf(_, let day): vintages.insert(day)
        // What is inferred may rest on all that is said.
        case .form(.infer, _): for indicator in mentionedIndicators { reach(indicator, &reached, &open) }
        case .convert(_, _, let rate?): for indicator in rate.indicators { reach(indicator, &reached, &open) }
        case .indicator(let indicator), .recognised(let indicator, _): reach(indicator, &reached, &open)
        default: break
        }
      }
    }
    return requests(for: reached, vintages: vintages)
  }

  /// What observation sources have of the indicators that claims, definitions and rules speak of, as far as they were not
  /// asked yet.
  package func requestsOfMentioned(vintage: CivilDate?) -> [ObservationRequest] {
    requests(for: mentionedIndicators, vintages: [vintage])
  }

  /// The indicators that claims, definitions and rules speak of.
  private var mentionedIndicators: Set<Int32> {
    // Nobody asks for them where there is nobody to be asked.
    guard !observationSources.isEmpty else { return [] }
    var result = claimIndex.namedIndicators
    // A claim may reach an indicator through a function alone.
    for claim in claims.indices {
      if let reading = claimReading(Int32(claim)) { result.formUnion(reading.expression.indicators) }
    }
    for index in indicators.indices where indicators[index].definition != nil {
      guard let checked = try? checkedDefinition(of: Int32(index)) else { continue }
      result.formUnion(checked.indicators)
      result.insert(Int32(index))
    }
    for index in rules.indices {
      if let checked = checkedRule(Int32(index)) { result.formUnion(checked.indicators) }
    }
    return result
  }

  private func requests(for reached: Set<Int32>, vintages: Set<CivilDate?>) -> [ObservationRequest] {
    let served = Set(observationSources.flatMap(\.indicators))
    var requests: [ObservationRequest] = []
    for indicator in reached.sorted() {
      let name = indicators[Int(indicator)].fullName
      guard served.contains(name) else { continue }
      for vintage in vintages {
        let request = ObservationRequest(indicator: name, vintage: vintage)
        if !fetched.contains(request) { requests.append(request) }
      }
    }
    return requests
  }

  func reach(_ indicator: Int32, _ reached: inout Set<Int32>, _ open: inout [CheckedExpression]) {
    guard reached.insert(indicator).inserted else { return }
    if let definition = try? checkedDefinition(of: indicator) { open.append(definition) }
    if let inputs = try? checkedInputs(of: indicator) { open.append(contentsOf: inputs) }
  }

  /// Remembers that the sources were asked.
  package mutating func markFetched(_ request: ObservationRequest) { fetched.insert(request) }
}

extension StatementSyntax {
  /// Whether expressions may mean something else after it; claims and sources only say more.
  fileprivate var declaresNames: Bool {
    switch self {
    case .claims, .source: false
    default: true
    }
  }
}
