// Kernels never change: what is added makes a new one, which shares the rest.
extension Kernel {
  /// A kernel that knows also what `declarations` say: claims, or anything else that is declared.
  ///
  /// For example:
  ///
  ///     let next = try kernel.adding("from session_10 { gdp[2025] = 510 billion USD }")
  public func adding(_ declarations: String) throws(EvaluationError) -> Kernel {
    let (tree, diagnostics) = parse(declarations)
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw EvaluationError(text: tree.source, diagnostics: errors) }
    var next = catalogue
    let problems = next.add(tree.statements.map { $0 }).filter { $0.severity == .error }
    guard problems.isEmpty else { throw EvaluationError(text: tree.source, diagnostics: problems) }
    return Kernel(next, after: self)
  }
}
