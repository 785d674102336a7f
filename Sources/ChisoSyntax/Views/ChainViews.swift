public import ChisoDiagnostics

/// What follows the first operand of a chain: operators with their operands, left to right.
public struct ChainTail: RandomAccessCollection, Sendable {
  /// An operator and the operand to its right.
  public struct Element: Sendable {
    /// The operator.
    public let infix: InfixOperator
    /// Where the operator stands.
    public let infixSpan: SourceSpan
    /// What stands to its right.
    public let operand: SyntaxNode
  }

  let children: SyntaxChildren

  init(children: SyntaxChildren) { self.children = children }

  /// The tail of the chain that `node` is.
  public init(_ node: SyntaxNode) { self.init(children: node.children) }

  /// What stands before the first operator.
  public var first: SyntaxNode { children[0] }
  /// 0.
  public var startIndex: Int { 0 }
  /// The number of operators.
  public var endIndex: Int { children.count / 2 }
  /// The operator number `position`, from 0.
  public func infix(_ position: Int) -> InfixOperator {
    InfixOperator(rawValue: children[position * 2 + 1].raw.flags) ?? .plus
  }
  /// What stands to the right of the operator number `position`, from 0; parentheses are not left out.
  public func operand(_ position: Int) -> SyntaxNode { children[position * 2 + 2] }

  /// The operator number `position`, from 0, with its operand.
  public subscript(position: Int) -> Element {
    let token = children[position * 2 + 1]
    return Element(
      infix: InfixOperator(rawValue: token.raw.flags) ?? .plus, infixSpan: token.span,
      operand: children.operand(position * 2 + 2))
  }
}

extension SyntaxChildren {
  func operand(_ position: Int) -> SyntaxNode { self[position].unparenthesized }
}

/// `a + b - c`: a sum, read from left to right.
public struct SumChainSyntax: SyntaxView {
  /// The sum in the tree.
  public let node: SyntaxNode
  /// The first operand: `a`.
  public var first: SyntaxNode { node.operand(0) }
  /// The others with their operators: `+ b`, `- c`.
  public var rest: ChainTail { ChainTail(children: node.children) }
}

extension SumChainSyntax {
  /// The sum at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .sumChain) else { return nil }
    self.node = node
  }
}

/// `a * b / c`: a product, read from left to right.
public struct ProductChainSyntax: SyntaxView {
  /// The product in the tree.
  public let node: SyntaxNode
  /// The first operand: `a`.
  public var first: SyntaxNode { node.operand(0) }
  /// The others with their operators: `* b`, `/ c`.
  public var rest: ChainTail { ChainTail(children: node.children) }
}

extension ProductChainSyntax {
  /// The product at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .productChain) else { return nil }
    self.node = node
  }
}

/// `a < b`: a comparison. A longer one, `a < b < c`, is in the tree too, with a diagnostic.
public struct ComparisonChainSyntax: SyntaxView {
  /// The comparison in the tree.
  public let node: SyntaxNode
  /// The first operand: `a`.
  public var first: SyntaxNode { node.operand(0) }
  /// The others with their operators: `< b`.
  public var rest: ChainTail { ChainTail(children: node.children) }
}

extension ComparisonChainSyntax {
  /// The comparison at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .comparisonChain) else { return nil }
    self.node = node
  }
}

/// `a and b and c`.
public struct AndChainSyntax: SyntaxView {
  /// The chain in the tree.
  public let node: SyntaxNode
  /// All that must hold.
  public var operands: SyntaxList<SyntaxNode> { SyntaxList(node.children, \.unparenthesized) }
}

extension AndChainSyntax {
  /// The chain at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .andChain) else { return nil }
    self.node = node
  }
}

/// `a or b or c`.
public struct OrChainSyntax: SyntaxView {
  /// The chain in the tree.
  public let node: SyntaxNode
  /// All of which one must hold.
  public var operands: SyntaxList<SyntaxNode> { SyntaxList(node.children, \.unparenthesized) }
}

extension OrChainSyntax {
  /// The chain at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .orChain) else { return nil }
    self.node = node
  }
}

/// `x |> growth |> rolling(3, mean)`.
public struct PipeChainSyntax: SyntaxView {
  /// The chain in the tree.
  public let node: SyntaxNode
  /// What goes in: `x`.
  public var source: SyntaxNode { node.operand(0) }
  /// What it goes through: names and calls, whose first argument it becomes.
  public var stages: SyntaxChildren { node.children.dropping(first: 1) }
}

extension PipeChainSyntax {
  /// The chain at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .pipeChain) else { return nil }
    self.node = node
  }
}
