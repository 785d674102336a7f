/// `-x`.
public struct NegationSyntax: SyntaxView {
  /// The negation in the tree.
  public let node: SyntaxNode
  /// What is negated: `x`.
  public var operand: SyntaxNode { node.operand(0) }
}

extension NegationSyntax {
  /// The negation at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .negation) else { return nil }
    self.node = node
  }
}

/// `not a`.
public struct NotSyntax: SyntaxView {
  /// The negation in the tree.
  public let node: SyntaxNode
  /// What must not hold: `a`.
  public var operand: SyntaxNode { node.operand(0) }
}

extension NotSyntax {
  /// The negation at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .not) else { return nil }
    self.node = node
  }
}

/// `x ^ 2`; `a ^ b ^ c` is `a ^ (b ^ c)`.
public struct PowerSyntax: SyntaxView {
  /// The power in the tree.
  public let node: SyntaxNode
  /// What is raised: `x`.
  public var base: SyntaxNode { node.operand(0) }
  /// To what: `2`.
  public var exponent: SyntaxNode { node.operand(1) }
}

extension PowerSyntax {
  /// The power at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .power) else { return nil }
    self.node = node
  }
}

/// `5 % of 200`.
public struct PortionSyntax: SyntaxView {
  /// The portion in the tree.
  public let node: SyntaxNode
  /// The percentage: `5 %`.
  public var percentage: SyntaxNode { node.operand(0) }
  /// What it is said of, with the parentheses that may be around it: `200`.
  public var whole: SyntaxNode { node.children[1] }
}

extension PortionSyntax {
  /// The portion at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .portion) else { return nil }
    self.node = node
  }
}

/// `2021..2025`, `2021..`, `..2025`, `from..to`.
public struct RangeSyntax: SyntaxView {
  /// The range in the tree.
  public let node: SyntaxNode

  /// The first bound; nil in `..2025`.
  public var first: SyntaxNode? {
    node.raw.flags & NodeFlag.hasFirst != 0 ? node.operand(0) : nil
  }

  /// The last bound; nil in `2021..`.
  public var last: SyntaxNode? {
    node.raw.flags & NodeFlag.hasLast != 0 ? node.children.last?.unparenthesized : nil
  }
}

extension RangeSyntax {
  /// The range at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .range) else { return nil }
    self.node = node
  }
}

/// `gdp to billion USD`, `x in percent`.
public struct ConversionSyntax: SyntaxView {
  /// The conversion in the tree.
  public let node: SyntaxNode
  /// What is converted: `gdp`.
  public var operand: SyntaxNode { node.operand(0) }
  /// The unit wanted: `billion USD`; nil where what stands there is none.
  public var unit: UnitSyntax? { UnitSyntax(node.children[1]) }
}

extension ConversionSyntax {
  /// The conversion at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .conversion) else { return nil }
    self.node = node
  }
}

/// `x as of 2024-12-31`.
public struct AsOfSyntax: SyntaxView {
  /// The expression in the tree.
  public let node: SyntaxNode
  /// What is asked: `x`.
  public var operand: SyntaxNode { node.operand(0) }
  /// The day as of which: `2024-12-31`.
  public var date: SyntaxNode { node.operand(1) }
}

extension AsOfSyntax {
  /// The expression at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .asOf) else { return nil }
    self.node = node
  }
}

/// `if a > b then c else d`.
public struct ConditionalSyntax: SyntaxView {
  /// The expression in the tree.
  public let node: SyntaxNode
  /// What is asked: `a > b`.
  public var condition: SyntaxNode { node.operand(0) }
  /// The value where it holds: `c`.
  public var consequence: SyntaxNode { node.operand(1) }
  /// The value where it does not: `d`.
  public var alternative: SyntaxNode { node.operand(2) }
}

extension ConditionalSyntax {
  /// The expression at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .conditional) else { return nil }
    self.node = node
  }
}
