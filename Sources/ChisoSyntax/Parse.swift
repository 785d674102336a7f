public import ChisoDiagnostics

/// What a text is read as.
public enum Grammar: Hashable, Sendable {
  /// Statements, separated by line ends or `;`: a script, a definition file, a line at the prompt.
  case script
  /// One expression: `share(digital_economy, gdp)`.
  case expression
  /// The signature of a function: `project(x, to: period, by: cagr|linear|trend = cagr)`.
  case signature
}

/// The tree of `source` and what is wrong with it. Parsing never fails: what cannot be read is in the tree as a
/// node of kind `error`, and has a diagnostic.
///
/// For example:
///
///     let (tree, diagnostics) = parse("share(digital_economy, gdp, 2025)")
///
/// The text is brought to normal form NFC first; spans refer to `tree.source`.
public func parse(
  _ source: String, as grammar: Grammar = .script
) -> (tree: SyntaxTree, diagnostics: [Diagnostic]) {
  let tree = SyntaxTree(
    source: source, nodes: [RawNode(kind: .script, start: 0, end: 0)], children: [], isIncomplete: false)
  return (tree, [])
}
