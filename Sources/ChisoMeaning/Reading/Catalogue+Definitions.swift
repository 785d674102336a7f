import ChisoModel
import ChisoSyntax

extension Catalogue {
  /// The indicators by the normal form of their definition; made when first needed.
  var definitionIndex: DefinitionIndex {
    lazyIndexes.definitions {
      // Again, where one definition stands in another, so that the outer one has the key that questions have.
      var index: [QuestionKey: Int32] = [:]
      var parts: Set<QuestionKey> = []
      var checked: [CheckedExpression?] = []
      var passes = 0
      repeat {
        var next: [QuestionKey: Int32] = [:]
        let isFirst = passes == 0
        checked = Array(repeating: nil, count: indicators.count)
        for (place, indicator) in indicators.enumerated() {
          guard let definition = indicator.definition else { continue }
          var run = Checker(catalogue: self, scope: CheckScope(plugin: indicator.plugin), definitions: index)
          run.unrecognised = Int32(place)
          guard let root = try? run.check(definition) else { continue }
          let key = run[root].key
          if isFirst {
            for node in run.nodes.dropLast() where node.operation.isComposed { parts.insert(node.key) }
          }
          // Of two that are defined alike the second is recognised as the first, once that is known.
          guard next[key] == nil else { continue }
          next[key] = Int32(place)
          checked[place] = CheckedExpression(nodes: run.nodes, root: root, syntax: definition)
        }
        if next == index || isFirst && !next.keys.contains(where: parts.contains) {
          return DefinitionIndex(indicators: next, checked: checked)
        }
        index = next
        passes += 1
      } while passes < 8
      return DefinitionIndex(indicators: index, checked: [])
    }
  }

  /// The definition of an indicator, checked; nil where it has none.
  package func checkedDefinition(of indicator: Int32) throws(DiagnosticError) -> CheckedExpression? {
    let entry = indicators[Int(indicator)]
    guard var result = try writtenDefinition(of: indicator) else { return nil }
    // What it computes is brought into the unit that the indicator declares.
    let computed = result[result.root]
    guard computed.type.unit != entry.unit else { return result }
    guard let conversion = computed.type.unit.conversion(to: entry.unit) else {
      throw DiagnosticError(
        diagnostic: .definitionUnit(
          entry.name, declared: entry.unit, computed: computed.type.unit, at: result.syntax.span))
    }
    result.nodes.append(
      CheckedNode(
        operation: .convert(result.root, conversion, rate: nil), type: entry.type, extent: computed.extent,
        key: computed.key, span: result.syntax.span))
    result.root = NodeID(result.nodes.count - 1)
    return result
  }

  /// The definition of an indicator in the unit that it computes.
  private func writtenDefinition(of indicator: Int32) throws(DiagnosticError) -> CheckedExpression? {
    let entry = indicators[Int(indicator)]
    // Whoever declares an indicator without one waits for no index of the others.
    guard let definition = entry.definition else { return nil }
    let checked = definitionIndex.checked
    if checked.indices.contains(Int(indicator)), let known = checked[Int(indicator)] { return known }
    var run = Checker(
      catalogue: self, scope: CheckScope(plugin: entry.plugin), definitions: definitionIndex.indicators)
    run.unrecognised = indicator
    let root = try run.check(definition)
    return CheckedExpression(nodes: run.nodes, root: root, syntax: definition)
  }

  /// The indicator whose question has this key.
  package func indicator(ofKey key: QuestionKey) -> Int32? {
    (0..<Int32(clamping: indicators.count)).first { QuestionKey(.indicator, UInt64($0)) == key }
  }

  /// A rule, checked; nil where it makes no sense.
  package func checkedRule(_ rule: Int32) -> CheckedExpression? {
    lazyIndexes.rules {
      RuleIndex(rules.map { try? check($0.condition, in: self, scope: $0.scope) })
    }.conditions[Int(rule)]
  }
}
