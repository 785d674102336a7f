// What is known of a text before it is run: for whoever shows it while it is being typed.
extension Session {
  /// The first expression of `text` that does not make sense, and why; nil where all do. Nothing is evaluated, and
  /// what was perhaps meant instead of an unknown name is not looked for.
  package func firstMistake(in tree: SyntaxTree) -> Diagnostic? {
    var session = self
    for statement in tree.statements {
      do throws(DiagnosticError) {
        switch StatementSyntax(statement) {
        case .expression(let node):
          _ = try session.inspect(node)
        case .constant(let constant):
          _ = try session.inspect(constant.value)
          session.catalogue.define(constant.name.text, as: constant.value)
        case .command: continue
        // What follows a declaration may depend on it.
        default: return nil
        }
      } catch {
        return error.diagnostic
      }
    }
    return nil
  }

  /// What an expression yields, or the value of `let NAME = …`; nil where `text` is anything else, or makes no sense.
  package func inspect(_ text: String) -> CheckedExpression? {
    let (tree, diagnostics) = parse(text)
    guard diagnostics.isEmpty, let statement = tree.statements.first, tree.statements.count == 1 else {
      return nil
    }
    switch StatementSyntax(statement) {
    case .expression(let node): return try? inspect(node)
    case .constant(let constant): return try? inspect(constant.value)
    default: return nil
    }
  }

  package func inspect(_ node: SyntaxNode) throws(DiagnosticError) -> CheckedExpression {
    var scope = scope
    scope.offersNames = false
    return try check(node, in: catalogue, scope: scope)
  }
}
