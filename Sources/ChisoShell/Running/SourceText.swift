import ChisoKernel

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

/// A statement, and where it stands in the text that is run.
struct StatementPlace {
  /// The statement as it was written.
  var text: String
  /// The offset of its first byte.
  var start: Int32
  /// The whole text, in normal form; spans of diagnostics refer to it.
  var source: SourceText
  /// What comments below it say that it was answered with.
  var stated: [String] = []

  init(text: String, start: Int32, source: SourceText) {
    self.text = text
    self.start = start
    self.source = source
  }

  init(_ statement: SyntaxNode, _ source: SourceText) {
    self.init(text: statement.text, start: statement.span.start, source: source)
  }
}
