package import ChisoDiagnostics
import ChisoModel
package import ChisoSyntax

// Snapshots: what was added shares all the rest with what it was added to.
extension Catalogue {
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
    var reached: Set<Int32> = []
    var open = [expression]
    while let next = open.popLast() {
      for node in next.nodes {
        switch node.operation {
        case .form(.infer, _), .given: return nil
        case .convert(_, _, let rate?): for indicator in rate.indicators { reach(indicator, &reached, &open) }
        case .indicator(let indicator), .recognised(let indicator, _): reach(indicator, &reached, &open)
        default: break
        }
      }
    }
    return reached
  }
}
