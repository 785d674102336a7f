public import ChisoDiagnostics

/// A node seen as what it is, with names for its parts.
///
/// A view looks through parentheses, both at its own node and at the parts it gives out. Where something is
/// missing in the text, the part is a node of kind `error`; so a view never has to be asked twice.
public protocol SyntaxView: Hashable, Sendable {
  /// The node.
  var node: SyntaxNode { get }
  /// The view of `node`; nil where that is something else.
  init?(_ node: SyntaxNode)
}

extension SyntaxView {
  /// Where it stands in the text.
  @inlinable public var span: SourceSpan { node.span }
  /// Its text, as it was written.
  @inlinable public var text: String { node.text }
}
