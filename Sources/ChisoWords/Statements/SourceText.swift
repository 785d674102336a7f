public import ChisoKernel

/// A text that is run: what it says, and where it comes from.
public struct SourceText: Hashable, Sendable {
  /// What is written before places in messages: the path of a file, `stdin`; nil for what was typed.
  public var name: String?
  /// The text.
  public var text: String
  /// The number of its first line, for pieces of a longer text.
  public var firstLine: Int

  /// `text`, from a file or other place called `name`.
  public init(_ text: String, name: String? = nil, firstLine: Int = 1) {
    self.text = text
    self.name = name
    self.firstLine = firstLine
  }
}

/// A text that is run, read into statements.
public struct ParsedSource: Sendable {
  /// The text, in normal form: spans of diagnostics refer to it, and that is what messages show.
  public let source: SourceText
  /// What it says.
  public let tree: SyntaxTree
  /// The statements that are run, in the order of the text.
  public private(set) var statements: SyntaxChildren
  package private(set) var errors: [Diagnostic]

  /// The statements of `source`.
  public init(_ source: SourceText) {
    let (tree, diagnostics) = parse(source.text)
    self.tree = tree
    self.source = SourceText(tree.source, name: source.name, firstLine: source.firstLine)
    statements = tree.statements
    errors = diagnostics.filter { $0.severity == .error }
  }

  /// The same without the last statement, which is run another time.
  public func droppingLastStatement() -> ParsedSource {
    guard let last = statements.last?.span.start else { return self }
    var result = self
    result.statements = statements.dropping(last: 1)
    result.errors.removeAll { $0.span.start >= last }
    return result
  }
}

/// Where a statement stands in the text that is run.
package struct StatementPlace {
  /// The bytes of the statement.
  package var span: SourceSpan
  /// The whole text, in normal form; spans of diagnostics refer to it.
  package var source: SourceText

  /// The statement as it was written.
  package var text: String { span.text(in: source.text) }

  package init(span: SourceSpan, source: SourceText) {
    self.span = span
    self.source = source
  }
}

extension StringProtocol {
  /// The text without the white space at its ends.
  package var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
