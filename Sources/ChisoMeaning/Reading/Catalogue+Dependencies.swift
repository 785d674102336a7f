import ChisoSyntax

// What an expression rests on.
extension Catalogue {
  /// Reads the claims about `indicators`, as far as nobody asked for them yet. Planning does so too.
  package func readClaims(about indicators: Set<Int32>) { claimIndex.read(indicators, in: self) }

  /// The indicators that claims added since `earlier` are about.
  package func indicators(claimedSince earlier: Catalogue) -> Set<Int32> {
    var result: Set<Int32> = []
    for index in earlier.claims.count..<max(earlier.claims.count, claims.count) {
      guard let reading = try? read(claims[index]) else { continue }
      result.formUnion(reading.expression.indicators)
    }
    return result
  }

  /// The indicators that an expression can depend on; nil where it may depend on all, as what is inferred does.
  package func dependencies(of expression: CheckedExpression) -> Set<Int32>? {
    var isOpen = false
    let reached = indicators(under: expression) { node in
      switch node.operation {
      case .form(.infer, _), .given: isOpen = true
      default: break
      }
    }
    return isOpen ? nil : reached
  }

  /// The indicators that an expression and `named` rest on, through definitions, inputs and exchange rates too; `visit` is
  /// given every node on the way.
  ///
  /// - Complexity: Linear in the nodes of the expression and of the definitions that are reached.
  package func indicators(
    under expression: CheckedExpression, and named: Set<Int32> = [],
    visiting visit: (CheckedNode) -> Void = { _ in }
  ) -> Set<Int32> {
    var reached: Set<Int32> = []
    var open = [expression]
    func reach(_ indicator: Int32) {
      guard reached.insert(indicator).inserted else { return }
      if let definition = try? checkedDefinition(of: indicator) { open.append(definition) }
      if let inputs = try? checkedInputs(of: indicator) { open.append(contentsOf: inputs) }
    }
    named.forEach(reach)
    while let next = open.popLast() {
      for node in next.nodes {
        visit(node)
        switch node.operation {
        case .convert(_, _, let rate?): rate.indicators.forEach(reach)
        case .indicator(let indicator), .recognised(let indicator, _): reach(indicator)
        default: break
        }
      }
    }
    return reached
  }
}
