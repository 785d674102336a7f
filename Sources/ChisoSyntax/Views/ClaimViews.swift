public import ChisoDiagnostics

/// `from session_9 { estimate growth(gdp)[2024-S1] = 6.4 % }`.
public struct ClaimBlockSyntax: SyntaxView {
  /// The block in the tree.
  public let node: SyntaxNode
  /// The name of the source: `session_9`.
  public var source: NameSyntax { NameSyntax(node: node.children[0]) }
  /// What it says, in its order; what could not be read among it left out.
  public var claims: [ClaimSyntax] { node.children.compactMap(ClaimSyntax.init) }
}

extension ClaimBlockSyntax {
  /// The block at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .claimBlock else { return nil }
    self.node = node
  }
}

/// `target digital_enterprises[2024] = 48_000 enterprise { assumed: period }`.
public struct ClaimSyntax: SyntaxView {
  /// The claim in the tree.
  public let node: SyntaxNode
  /// The words in front: `target`.
  public var modifiers: SyntaxChildren { node.children.leading(.modifier) }
  /// What it is about: `digital_enterprises[2024]`.
  public var subject: SyntaxNode { node.operand(modifiers.count) }
  /// How the sides stand to each other: `=`.
  public var relation: RelationOperator { node.children[modifiers.count + 1].relation }
  /// Where the relation stands.
  public var relationSpan: SourceSpan { node.children[modifiers.count + 1].span }
  /// What is said of it: `48_000 enterprise`.
  public var quantity: SyntaxNode { node.operand(modifiers.count + 2) }
  /// Its fields: `assumed: period`.
  public var fields: [FieldSyntax] { node.fields }
}

extension ClaimSyntax {
  /// The claim at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .claim else { return nil }
    self.node = node
  }
}

/// `rule suspicious "both lists fit": a >= b + c`.
public struct RuleSyntax: SyntaxView {
  /// The rule in the tree.
  public let node: SyntaxNode
  /// `suspicious` or `note`; nil for a rule that is certain.
  public var grade: SyntaxNode? { node.children.leading(.modifier).first }
  /// What it says, for people.
  public var label: TextSyntax? { node.children.dropping(last: 1).last.flatMap(TextSyntax.init) }
  /// What must hold: `a >= b + c`.
  public var condition: SyntaxNode { node.operand(node.children.count - 1) }
}

extension RuleSyntax {
  /// The rule at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .rule else { return nil }
    self.node = node
  }
}

/// A command of the shell: `:list indicators econ*`.
public struct CommandSyntax: SyntaxView {
  /// The command in the tree.
  public let node: SyntaxNode

  /// What stands between the colon and the first space: `list`.
  public var name: String {
    String(text.dropFirst().prefix { !$0.isWhitespace })
  }

  /// The rest of the line as it stands, without the spaces around it: `indicators econ*`.
  public var arguments: String {
    node.span.text(in: node.tree.source).dropFirst().drop { !$0.isWhitespace }.trimmed
  }

  /// Where the arguments stand.
  public var argumentsSpan: SourceSpan {
    let length = Int32(arguments.utf8.count)
    let before = text.prefix { !$0.isWhitespace }
    let gap = text[before.endIndex...].prefix { $0.isWhitespace }
    let start = span.start + Int32(before.utf8.count + gap.utf8.count)
    return SourceSpan(start: start, end: start + length)
  }
}

extension CommandSyntax {
  /// The command at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .command else { return nil }
    self.node = node
  }
}

extension Substring {
  /// The text without spaces at either end.
  fileprivate var trimmed: String {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop { $0.isWhitespace })
  }
}
