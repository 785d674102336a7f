/// A name, qualified or not: `gdp`, `economy.gdp`, `_`.
public struct NameSyntax: SyntaxView {
  /// The name in the tree.
  public let node: SyntaxNode

  /// What stands before the last dot: `economy` in `economy.gdp`; nil without a dot.
  public var qualifier: String? {
    let text = text
    return text.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(text[..<$0]) }
  }

  /// What stands behind the last dot, or all: `gdp` in `economy.gdp`.
  public var name: String {
    let text = text
    guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return text }
    return String(text[text.utf8.index(after: dot)...])
  }
}

extension NameSyntax {
  /// The name at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .name) else { return nil }
    self.node = node
  }

  /// The view of a node whose kind was looked at before.
  package init(unchecked node: SyntaxNode) { self.node = node }
}

/// A number without a unit: `18.3`, `1_928_311`. Its text is the number as it was written.
public struct NumberSyntax: SyntaxView {
  /// The number in the tree.
  public let node: SyntaxNode
}

extension NumberSyntax {
  /// The number at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .number) else { return nil }
    self.node = node
  }
}

/// A period by its shape: `2024-S1`, `2024-10-12`. Whether there is such a period is not looked at.
public struct PeriodSyntax: SyntaxView {
  /// The period in the tree.
  public let node: SyntaxNode
}

extension PeriodSyntax {
  /// The period at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .period) else { return nil }
    self.node = node
  }
}

/// `true` or `false`.
public struct BooleanSyntax: SyntaxView {
  /// The literal in the tree.
  public let node: SyntaxNode

  /// Which of the two.
  public var value: Bool { text == "true" }
}

extension BooleanSyntax {
  /// The literal at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .boolean) else { return nil }
    self.node = node
  }
}

/// `missing`.
public struct MissingSyntax: SyntaxView {
  /// The literal in the tree.
  public let node: SyntaxNode
}

extension MissingSyntax {
  /// The literal at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .missing) else { return nil }
    self.node = node
  }
}
