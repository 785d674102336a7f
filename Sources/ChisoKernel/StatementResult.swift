/// What came of one statement.
public struct StatementResult: Sendable {
  /// The statement as it was written.
  public var text: String
  /// Where it stands in the text that was run.
  public var span: SourceSpan
  /// The text that was run, as a tree; spans of diagnostics refer to its source.
  public var tree: SyntaxTree
  /// What came of it.
  public var outcome: StatementOutcome

  init(_ node: SyntaxNode, _ outcome: StatementOutcome) {
    self.init(text: node.text, span: node.span, tree: node.tree, outcome: outcome)
  }

  init(text: String, span: SourceSpan, tree: SyntaxTree, outcome: StatementOutcome) {
    self.text = text
    self.span = span
    self.tree = tree
    self.outcome = outcome
  }
}

/// What came of a statement.
public enum StatementOutcome: Sendable {
  /// An expression has a value.
  case answer(Answer)
  /// Something was declared for the session: a `name`, a `function`, an `indicator`, …; the notes say what else had its
  /// name.
  case declared(kind: String, name: String, detail: String, notes: [Note] = [])
  /// A command for whoever shows the session: `:list indicators`.
  case command(name: String, arguments: String)
  /// Nothing changed; why, and the ways out.
  case failure([Diagnostic])
}

extension StatementSyntax {
  /// What a declaration declares, for people.
  var noun: (kind: String, name: String) {
    switch self {
    case .function(let function): ("function", function.name.text)
    case .unit(let unit): ("unit", unit.name.text)
    case .source(let source): ("source", source.name.text)
    case .indicator(let indicator): ("indicator", indicator.name.text)
    case .claims(let block): ("claims", block.source.text)
    case .rule(let rule): ("rule", rule.label?.value ?? "")
    case .constant(let constant): ("name", constant.name.text)
    case .expression, .command, .error: ("statement", "")
    }
  }
}

extension [Diagnostic] {
  /// The errors whose place begins inside `span`, or directly behind it.
  package func errors(within span: SourceSpan) -> [Diagnostic] {
    isEmpty
      ? [] : filter { $0.severity == .error && $0.span.start >= span.start && $0.span.start <= span.end }
  }
}
