public import ChisoDiagnostics

/// `x given a[2025] = 510 billion USD, b[2025] >= 104 billion USD`.
public struct GivenSyntax: SyntaxView {
  /// The expression in the tree.
  public let node: SyntaxNode
  /// What is asked: `x`.
  public var operand: SyntaxNode { node.operand(0) }
  /// What is assumed: `a[2025] = 510 billion USD`, ….
  public var bindings: SyntaxList<BindingSyntax> {
    SyntaxList(node.children.dropping(first: 1), BindingSyntax.init(node:))
  }
}

extension GivenSyntax {
  /// The expression at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .given) else { return nil }
    self.node = node
  }
}

/// One assumption of a `given`: `a[2025] = 510 billion USD`.
public struct BindingSyntax: SyntaxView {
  /// The assumption in the tree.
  public let node: SyntaxNode
  /// What it is about: `a[2025]`.
  public var subject: SyntaxNode { node.operand(0) }
  /// How the sides stand to each other: `=`.
  public var relation: RelationOperator { node.children[1].relation }
  /// Where the relation stands.
  public var relationSpan: SourceSpan { node.children[1].span }
  /// What is assumed of it: `510 billion USD`.
  public var quantity: SyntaxNode { node.operand(2) }
}

extension BindingSyntax {
  /// The assumption at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .binding else { return nil }
    self.node = node
  }
}

extension SyntaxNode {
  /// The relation that a node of kind `relationToken` stands for.
  var relation: RelationOperator { RelationOperator(rawValue: raw.flags) ?? .equal }
}
