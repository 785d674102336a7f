/// A number with scale words, a unit, or both: `152 billion USD`, `10_221.8 nghìn tỷ VND`, `20.5 %`.
public struct QuantitySyntax: SyntaxView {
  /// The quantity in the tree.
  public let node: SyntaxNode

  /// The number: `10_221.8`.
  public var number: NumberSyntax { NumberSyntax(node: node.children[0]) }

  /// The scale words, which multiply: `nghìn`, `tỷ`.
  public var scaleWords: SyntaxChildren { node.children.dropping(first: 1).leading(.scaleWord) }

  /// The unit: `VND`; nil where there are scale words only.
  public var unit: UnitSyntax? { node.children.last.flatMap(UnitSyntax.init) }
}

extension QuantitySyntax {
  /// The quantity at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard let node = node.of(kind: .quantity) else { return nil }
    self.node = node
  }
}

/// A unit: `VND/USD`; after `to` and in the field `unit` with scale words in front: `billion USD`.
public struct UnitSyntax: SyntaxView {
  /// The unit in the tree.
  public let node: SyntaxNode

  /// The scale words in front, which multiply: `billion`.
  public var scaleWords: SyntaxChildren { node.children.leading(.scaleWord) }

  /// The names with their exponents: `VND` with 1 and `USD` with -1.
  public var factors: SyntaxList<UnitFactorSyntax> {
    SyntaxList(node.children.dropping(first: scaleWords.count), UnitFactorSyntax.init(node:))
  }
}

extension UnitSyntax {
  /// The unit at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .unit else { return nil }
    self.node = node
  }
}

/// One name of a unit with its exponent: `m^2`, the `USD` of `VND/USD`.
public struct UnitFactorSyntax: SyntaxView {
  /// The factor in the tree.
  public let node: SyntaxNode

  /// The name of the unit: `m`, `%`.
  public var name: String { operand.text }

  /// Whether it stands behind `/`.
  public var isDivisor: Bool { node.raw.flags & NodeFlag.isDivisor != 0 }

  /// What it would be where its name is that of no unit: an operand by itself.
  public var operand: SyntaxNode { node.children.first ?? node }

  /// The written exponent, negative after `/`. One of more than six digits is cut: it is too high all the same.
  public var exponent: Int {
    let flags = node.raw.flags
    let written = node.children.count > 1 ? min(Int(node.children[1].text) ?? 999_999, 999_999) : 1
    let isNegative = (flags & NodeFlag.isDivisor != 0) != (flags & NodeFlag.isNegative != 0)
    return isNegative ? -written : written
  }
}

extension UnitFactorSyntax {
  /// The factor at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .unitFactor else { return nil }
    self.node = node
  }
}
