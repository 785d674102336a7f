package import ChisoDiagnostics
public import ChisoMeaning
import ChisoModel
package import ChisoSyntax

// What only checking and planning show about declarations.
extension Catalogue {
  /// Everything that is wrong with the definitions: what reading showed, and what only checking shows.
  /// Complexity: linear in all that is declared.
  public func verified() -> [DefinitionProblem] {
    var result = problems
    func add(_ plugin: String?, _ file: String, _ node: SyntaxNode, _ diagnostic: Diagnostic) {
      result.append(
        DefinitionProblem(plugin: plugin, file: file, source: node.tree.source, diagnostic: diagnostic))
    }
    for plugin in plugins {
      for translation in plugin.translations {
        for fault in translation.faults {
          result.append(
            DefinitionProblem(
              plugin: plugin.name, file: translation.name, source: translation.text, diagnostic: fault))
        }
      }
    }
    for (claim, diagnostic) in claimIndex.problems(in: self) {
      let entry = claims[Int(claim)]
      add(entry.plugin, "claims", entry.syntax.node, diagnostic)
    }
    for (index, indicator) in indicators.enumerated() {
      for diagnostic in indicator.diagnostics {
        result.append(
          DefinitionProblem(
            plugin: indicator.plugin, file: indicator.name, source: indicator.source, diagnostic: diagnostic))
      }
      guard let definition = indicator.definition else { continue }
      do throws(DiagnosticError) {
        _ = try checkedDefinition(of: Int32(index))
      } catch {
        add(indicator.plugin, indicator.name, definition, error.diagnostic)
      }
    }
    for (index, function) in functions.enumerated() where function.plugin != nil {
      guard let problem = problem(ofFunction: Int32(index)) else { continue }
      if let body = function.body {
        add(function.plugin, function.name, body, problem)
      } else {
        result.append(
          DefinitionProblem(
            plugin: function.plugin, file: "\(function.signature) (Swift)", source: function.signature,
            diagnostic: problem))
      }
    }
    for rule in rules {
      if let problem = problem(ofRule: rule) { add(rule.plugin, "rules", rule.condition, problem) }
    }
    return result
  }

  /// Adds the declarations and claims of `statements`; returns what is wrong with them.
  package mutating func add(_ statements: [SyntaxNode]) -> [Diagnostic] {
    let before = self
    var diagnostics: [Diagnostic] = []
    for statement in statements {
      let syntax = StatementSyntax(statement)
      switch syntax {
      case .expression, .constant: diagnostics.append(.notADeclaration(at: statement.span))
      default: diagnostics += declare(inSession: syntax)
      }
    }
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return diagnostics }
    return problems(addedSince: before)
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
}
