// Fixes are offered only where they lead somewhere.
extension Session {
  /// Longer statements are not read once more for each fix.
  private static let longestStatement = 8_192

  /// What is said against one statement of `source`, with those fixes alone after which it can be read and makes sense;
  /// of a fix that is the only way out the words stay.
  package func offeringFixesThatHold(
    _ diagnostics: [Diagnostic], of statement: SourceSpan, in source: String
  ) -> [Diagnostic] {
    guard statement.range.count <= Session.longestStatement else { return diagnostics }
    return diagnostics.enumerated().map { index, diagnostic in
      guard diagnostic.hints.contains(where: { !$0.edits.isEmpty }) else { return diagnostic }
      // Where there are several mistakes, the others are still there after one is mended.
      let others = Set(diagnostics.indices.filter { $0 != index }.map { diagnostics[$0].message })
      var result = diagnostic
      result.hints = diagnostic.hints.filter {
        $0.edits.isEmpty || holds($0, for: statement, in: source, besides: others)
      }
      if result.hints.isEmpty { result.hints = diagnostic.hints.prefix(1).map { Diagnostic.Hint($0.phrase) } }
      return result
    }
  }

  /// Whether the statement can be read and checked once the edits of `hint` are made.
  private func holds(
    _ hint: Diagnostic.Hint, for statement: SourceSpan, in source: String, besides others: Set<String>
  ) -> Bool {
    let region = hint.edits.reduce(statement) { $0.union($1.span) }
    guard region.start >= 0, region.range.upperBound <= source.utf8.count else { return false }
    let moved = Diagnostic("", "", at: region, hints: [hint]).moved(by: -region.start)
    guard let mended = Diagnostic.applying(moved.hints[0], to: region.text(in: source)) else { return false }
    let (tree, errors) = parse(mended)
    guard errors.allSatisfy({ $0.severity != .error || others.contains($0.message) }) else { return false }
    var attempt = self
    return tree.statements.allSatisfy { attempt.makesSense($0, besides: others) }
  }

  /// Whether a statement can be checked, or declares what makes sense; declares it then.
  private mutating func makesSense(_ node: SyntaxNode, besides others: Set<String>) -> Bool {
    guard !node.containsError else { return true }
    if node.kind.isExpression {
      do throws(DiagnosticError) {
        _ = try check(node, in: catalogue, scope: scope)
        return true
      } catch {
        return others.contains(error.diagnostic.message)
      }
    }
    guard case .failure(let errors) = perform(node) else { return true }
    return errors.allSatisfy { others.contains($0.message) }
  }
}
