/// `cagr(gdp, from: 2015, to: 2023)`.
public struct CallSyntax: SyntaxView {
  /// The call in the tree.
  public let node: SyntaxNode
  /// The name of the function: `cagr`.
  public var callee: NameSyntax { NameSyntax(node: node.children[0]) }
  /// The arguments, labelled or not: `gdp`, `from: 2015`, `to: 2023`.
  public var arguments: SyntaxList<ArgumentSyntax> {
    SyntaxList(node.children.dropping(first: 1), ArgumentSyntax.init(_:))
  }
}

extension CallSyntax {
  /// The call at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .call) else { return nil }
    self.node = node
  }

  /// The view of a node whose kind was looked at before.
  package init(unchecked node: SyntaxNode) { self.node = node }
}

/// `gdp[2019..2024]`, `internet_users[2021, area: "VN"]`.
public struct SliceSyntax: SyntaxView {
  /// The slice in the tree.
  public let node: SyntaxNode
  /// What is sliced: `internet_users`.
  public var base: SyntaxNode { node.operand(0) }
  /// By what: `2021`, `area: "VN"`.
  public var arguments: SyntaxList<ArgumentSyntax> {
    SyntaxList(node.children.dropping(first: 1), ArgumentSyntax.init(_:))
  }
}

extension SliceSyntax {
  /// The slice at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .slice) else { return nil }
    self.node = node
  }

  /// The view of a node whose kind was looked at before.
  package init(unchecked node: SyntaxNode) { self.node = node }
}

/// An argument of a call or a slice: `gdp`, `to: 2023`. Every node can be one; only some have a label.
public struct ArgumentSyntax: SyntaxView {
  /// The argument in the tree: the value itself where there is no label.
  public let node: SyntaxNode

  /// The argument at `node`.
  public init(_ node: SyntaxNode) { self.node = node }

  /// The label: `to`; nil without one.
  public var label: NameSyntax? {
    node.kind == .labelledArgument ? NameSyntax(node: node.children[0]) : nil
  }

  /// The value: `2023`.
  public var value: SyntaxNode {
    node.kind == .labelledArgument ? node.operand(1) : node.unparenthesized
  }
}
