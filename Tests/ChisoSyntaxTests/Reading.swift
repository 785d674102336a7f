import ChisoDiagnostics
import ChisoSyntax
import Testing

/// Expects that `source` is one statement without a mistake, and that its tree is `outline`.
func expect(
  _ source: String, reads outline: String, location: SourceLocation = #_sourceLocation
) {
  let (tree, diagnostics) = parse(source)
  #expect(diagnostics.map(\.message) == [], sourceLocation: location)
  #expect(tree.statements.count == 1, sourceLocation: location)
  #expect(tree.statements.first?.outline == outline, sourceLocation: location)
  #expect(coverageFault(of: tree) == nil, sourceLocation: location)
}

/// Expects that both texts have the same tree.
func expect(
  _ source: String, readsLike other: String, location: SourceLocation = #_sourceLocation
) {
  let (left, leftDiagnostics) = parse(source)
  let (right, rightDiagnostics) = parse(other)
  #expect((leftDiagnostics + rightDiagnostics).map(\.message) == [], sourceLocation: location)
  let note = "\(left.root.outline) and \(right.root.outline)"
  #expect(left.root.hasSameStructure(as: right.root), "\(Comment(rawValue: note))", sourceLocation: location)
}

/// Expects just the diagnostics `ids`, in this order; `as` is what the first hint with an edit makes of the text.
func expect(
  _ source: String, reports ids: String..., as fixed: String? = nil,
  location: SourceLocation = #_sourceLocation
) {
  let (tree, diagnostics) = parse(source)
  #expect(diagnostics.map(\.id) == ids, sourceLocation: location)
  #expect(coverageFault(of: tree) == nil, sourceLocation: location)
  guard let fixed else { return }
  let hint = diagnostics.first?.hints.first { !$0.edits.isEmpty }
  let result = hint.flatMap { Diagnostic.applying($0, to: tree.source) }
  #expect(result == fixed, sourceLocation: location)
}

/// What is wrong with the spans of `tree`; nil where they are as they should be: the root covers the text, children
/// lie within their parents, in order and apart.
func coverageFault(of tree: SyntaxTree) -> String? {
  let length = Int32(tree.source.utf8.count)
  guard tree.root.span == SourceSpan(start: 0, end: length) else { return "the root does not cover the text" }
  return fault(in: tree.root)
}

private func fault(in node: SyntaxNode) -> String? {
  var end = node.span.start
  for child in node.children {
    guard child.span.start >= end, child.span.end <= node.span.end, child.span.start <= child.span.end else {
      return "\(child.kind) \(child.span) in \(node.kind) \(node.span)"
    }
    end = child.span.end
    if let fault = fault(in: child) { return fault }
  }
  return nil
}
