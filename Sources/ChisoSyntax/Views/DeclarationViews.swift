import ChisoDiagnostics

/// `let de = share(digital_economy, gdp)`.
public struct LetSyntax: SyntaxView {
  /// The declaration in the tree.
  public let node: SyntaxNode
  /// The name it gives: `de`.
  public var name: NameSyntax { NameSyntax(node: node.children[0]) }
  /// What it names.
  public var value: SyntaxNode { node.operand(1) }
}

extension LetSyntax {
  /// The declaration at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .letDeclaration else { return nil }
    self.node = node
  }
}

/// `unit account "tài khoản" { label.en: "account" }`.
public struct UnitDeclarationSyntax: SyntaxView {
  /// The declaration in the tree.
  public let node: SyntaxNode
  /// The name of the unit: `account`.
  public var name: NameSyntax { NameSyntax(node: node.children[0]) }
  /// Its name in Vietnamese: `"tài khoản"`.
  public var label: TextSyntax? { node.children.count > 1 ? TextSyntax(node.children[1]) : nil }
  /// Its fields.
  public var fields: [FieldSyntax] { node.fields }
}

extension UnitDeclarationSyntax {
  /// The declaration at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .unitDeclaration else { return nil }
    self.node = node
  }
}

/// `source session_9 { title: "…"  published: 2024-07-10 }`.
public struct SourceDeclarationSyntax: SyntaxView {
  /// The declaration in the tree.
  public let node: SyntaxNode
  /// The name of the source: `session_9`.
  public var name: NameSyntax { NameSyntax(node: node.children[0]) }
  /// Its fields.
  public var fields: [FieldSyntax] { node.fields }
}

extension SourceDeclarationSyntax {
  /// The declaration at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .sourceDeclaration else { return nil }
    self.node = node
  }
}

/// `indicator gdp { unit: billion USD  kind: flow }`.
public struct IndicatorDeclarationSyntax: SyntaxView {
  /// The declaration in the tree.
  public let node: SyntaxNode
  /// What defines the indicator; nil where nothing does.
  public var definition: SyntaxNode? { node.firstValue(of: "definition") }
  /// The name of the indicator: `gdp`.
  public var name: NameSyntax { NameSyntax(node: node.children[0]) }
  /// Its fields.
  public var fields: [FieldSyntax] { node.fields }
}

extension IndicatorDeclarationSyntax {
  /// The declaration at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .indicatorDeclaration else { return nil }
    self.node = node
  }
}

/// A field: `label.vi: "…"`, `assumed: period, base`, `example: f(2) => 4`, `unit: billion USD`.
public struct FieldSyntax: SyntaxView {
  /// The field in the tree.
  public let node: SyntaxNode

  /// The key without the language: `label`.
  public var key: String {
    let name = keyName
    return name.node.contains(UInt8(ascii: ".")) ? name.qualifier ?? name.text : name.text
  }

  /// What stands behind the dot of the key: `vi`; nil without one.
  public var language: String? {
    let name = keyName
    return name.qualifier == nil ? nil : name.name
  }

  /// The whole key: `label.vi`.
  public var keyName: NameSyntax { NameSyntax(node: node.children[0]) }

  /// The values, mostly one. The value of `unit` is a unit, all others are expressions.
  public var values: SyntaxList<SyntaxNode> {
    let values = node.children.dropping(first: 1, last: hasResult ? 1 : 0)
    return SyntaxList(values, \.unparenthesized)
  }

  /// What stands behind `=>`: the result of an example.
  public var result: SyntaxNode? {
    hasResult ? node.children.last?.unparenthesized : nil
  }

  private var hasResult: Bool { node.raw.flags & NodeFlag.hasResult != 0 }
}

extension FieldSyntax {
  /// The field at `node`, if it is one.
  public init?(_ node: SyntaxNode) {
    guard node.kind == .field else { return nil }
    self.node = node
  }
}

extension SyntaxNode {
  /// The fields of a declaration or a claim; what could not be read among them left out.
  var fields: [FieldSyntax] {
    let children = children
    var count = 0
    for position in children.indices where children.raw(position).kind == .field { count += 1 }
    guard count > 0 else { return [] }
    var fields: [FieldSyntax] = []
    fields.reserveCapacity(count)
    for position in children.indices where children.raw(position).kind == .field {
      fields.append(FieldSyntax(node: children[position]))
    }
    return fields
  }

  /// The first value of the field `key`; nil where there is none. Looks at no more of the text than it must.
  func firstValue(of key: StaticString) -> SyntaxNode? {
    let children = children
    for position in children.indices {
      let field = children.raw(position)
      guard field.kind == .field else { continue }
      let name = tree.storage.nodes[Int(tree.storage.children[Int(field.firstChild)])]
      guard Int(name.end - name.start) == key.utf8CodeUnitCount,
        SourceSpan(start: name.start, end: name.end).text(in: tree.source) == "\(key)"
      else { continue }
      return FieldSyntax(node: children[position]).values.first
    }
    return nil
  }
}
