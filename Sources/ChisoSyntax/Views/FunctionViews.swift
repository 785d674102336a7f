/// `def change(x, from: period, to: period) = x[to] - x[from] { summary: "…" }`.
public struct FunctionSyntax: SyntaxView {
  /// The declaration in the tree.
  public let node: SyntaxNode
  /// The name of the function: `change`.
  public var name: NameSyntax { NameSyntax(node: node.children[0]) }
  /// The parameters: `x`, `from: period`, `to: period`.
  public var parameters: SyntaxList<ParameterSyntax> {
    SyntaxList(node.children.dropping(first: 1).leading(.parameter), ParameterSyntax.init(node:))
  }
  /// What it computes: `x[to] - x[from]`; nil in the signature of a native function.
  public var body: SyntaxNode? {
    guard node.raw.flags & NodeFlag.hasBody != 0 else { return nil }
    return node.children.dropping(first: 1 + parameters.count).first?.unparenthesized
  }
  /// Its fields: summary, doc, examples.
  public var fields: [FieldSyntax] { node.fields }
}

extension FunctionSyntax {
  /// The declaration at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .functionDeclaration else { return nil }
    self.node = node
  }
}

/// A parameter: `x`, `n = 1`, `from: period`, `by: cagr|linear|trend = cagr`.
public struct ParameterSyntax: SyntaxView {
  /// The parameter in the tree.
  public let node: SyntaxNode
  /// Its name, which can be used as a label in a call: `by`.
  public var name: NameSyntax { NameSyntax(node: node.children[0]) }
  /// The kinds it may be of: `cagr`, `linear`, `trend`; empty where none is given.
  public var kinds: SyntaxChildren { node.children.dropping(first: 1).leading(.parameterKind) }
  /// What it is where the call does not say: `cagr`.
  public var defaultValue: SyntaxNode? {
    node.raw.flags & NodeFlag.hasDefault != 0 ? node.children.last?.unparenthesized : nil
  }
  /// Whether it stands with a colon but without a kind, as in `cagr(x, from:, to:)`.
  public var needsLabel: Bool { node.raw.flags & NodeFlag.needsLabel != 0 }
}

extension ParameterSyntax {
  /// The parameter at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .parameter else { return nil }
    self.node = node
  }
}
