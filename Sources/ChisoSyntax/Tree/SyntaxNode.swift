public import ChisoDiagnostics

/// A node of a tree: its kind, its place in the text, its children. Typed views give the children names.
///
/// For example:
///
///     if let call = CallSyntax(node) { print(call.callee.text, call.arguments.count) }
public struct SyntaxNode: Sendable {
  /// The tree it belongs to.
  public let tree: SyntaxTree
  /// Its number in the tree: children have lower ones than their parents.
  public let index: Int32

  init(tree: SyntaxTree, index: Int32) {
    self.tree = tree
    self.index = index
  }

  var raw: RawNode { tree.storage.nodes[Int(index)] }

  /// What it is.
  public var kind: SyntaxKind { raw.kind }

  /// Where it stands in `tree.source`.
  public var span: SourceSpan {
    let raw = raw
    return SourceSpan(start: raw.start, end: raw.end)
  }

  /// Its text, as it was written.
  public var text: String { span.text(in: tree.source) }

  /// Whether `byte` stands in its text, which need not be made for that.
  func contains(_ byte: UInt8) -> Bool {
    let range = span.range
    return tree.source.utf8.withContiguousStorageIfAvailable { $0[range].contains(byte) }
      ?? text.utf8.contains(byte)
  }

  /// Its children, in the order of the text.
  public var children: SyntaxChildren {
    let raw = raw
    return SyntaxChildren(
      tree: tree, positions: Int(raw.firstChild)..<Int(raw.firstChild) + Int(raw.childCount))
  }

  /// The node without the parentheses around it.
  public var unparenthesized: SyntaxNode {
    guard kind == .parenthesized else { return self }
    var node = self
    while node.kind == .parenthesized, let inner = node.children.first { node = inner }
    return node
  }

  /// Whether it or something in it could not be read.
  public var containsError: Bool {
    if kind == .error { return true }
    return children.contains { $0.containsError }
  }

  /// Itself without parentheses where it is of `kind`, else nil.
  func of(kind: SyntaxKind) -> SyntaxNode? {
    let own = self.kind
    if own == kind { return self }
    return own == .parenthesized ? unparenthesized.of(kind: kind) : nil
  }

  /// The child at `position` without parentheses; the parser sees to it that it exists.
  func operand(_ position: Int) -> SyntaxNode {
    children[position].unparenthesized
  }
}

extension SyntaxNode: Hashable {
  /// Whether both are the same node of the same tree. For equal texts see `hasSameStructure(as:)`.
  public static func == (left: SyntaxNode, right: SyntaxNode) -> Bool {
    left.index == right.index && left.tree.storage === right.tree.storage
  }

  /// By tree and number.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(index)
    hasher.combine(ObjectIdentifier(tree.storage))
  }
}
