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

/// Whether `text` is a name that a declaration may bear: one word without a dot, and none of the language's own, as `if` is.
package func isName(_ text: String) -> Bool {
  guard let first = text.first, first.isLetter || first == "_",
    text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
  else { return false }
  let (tree, diagnostics) = parse(text, as: .expression)
  return diagnostics.isEmpty && tree.statements.first.flatMap(NameSyntax.init) != nil
}

/// The tree of `source` and what is wrong with it. Parsing never fails: what cannot be read is in the tree as a
/// node of kind `error`, and has a diagnostic.
///
/// For example:
///
///     let (tree, diagnostics) = parse("share(digital_economy, gdp, 2025)")
///
/// The text is brought to normal form NFC first; spans refer to `tree.source`. A text of more than
/// `maximumTextLength` bytes is not looked at.
public func parse(
  _ source: String, as grammar: Grammar = .script
) -> (tree: SyntaxTree, diagnostics: [Diagnostic]) {
  let source = normalized(source)
  guard source.utf8.count <= maximumTextLength else {
    let nothing = SyntaxTree(
      source: "", nodes: [RawNode(kind: .script, start: 0, end: 0)], children: [], isIncomplete: false)
    return (nothing, [.textTooLong(limit: maximumTextLength)])
  }
  let (tokens, lexical) = lex(source)
  var parser = Parser(source: source, tokens: tokens)
  switch grammar {
  case .script: parser.script()
  case .expression: parser.single { $0.expression() }
  case .signature: parser.single { $0.signature() }
  }
  let diagnostics = merged(lexical, parser.diagnostics)
  let tree = SyntaxTree(
    source: source, nodes: parser.tree.nodes, children: parser.tree.children,
    isIncomplete: isIncomplete(lexical, parser))
  return (tree, diagnostics)
}

/// The greatest length of a text in UTF-8 bytes: 256 MiB.
public let maximumTextLength = 1 << 28

/// Both lists in one, in the order of the text.
private func merged(_ lexical: [Diagnostic], _ syntactical: [Diagnostic]) -> [Diagnostic] {
  if lexical.isEmpty { return syntactical }
  // The text that is never closed has swallowed the brackets behind it.
  let unclosed = lexical.first { $0.id == "unterminated-text" }
  let own = syntactical.filter { diagnostic in
    guard let unclosed else { return true }
    return diagnostic.id != "unclosed-bracket"
      || diagnostic.labels.last?.span.start ?? 0 < unclosed.span.start
  }
  let all = lexical + own
  let order = all.indices.sorted { (all[$0].span.start, $0) < (all[$1].span.start, $1) }
  return order.map { all[$0] }
}

/// Whether the text ended too soon, and has no other mistake.
private func isIncomplete(_ lexical: [Diagnostic], _ parser: Parser) -> Bool {
  guard let first = lexical.first else { return parser.endsTooSoon }
  guard lexical.count == 1, first.id == "unterminated-text" else { return false }
  return parser.diagnostics.allSatisfy { $0.span.start > first.span.start } || parser.endsTooSoon
}
