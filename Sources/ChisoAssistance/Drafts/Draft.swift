package import ChisoKernel
public import ChisoWords

/// A text as it is being typed: read and checked once, for all that is shown before Enter and for Enter itself.
///
/// It belongs to the session as it was: whatever changes that begins with another draft.
public struct Draft: Sendable {
  /// The text as it was typed.
  public let text: String
  /// What it says.
  public let parsed: ParsedSource
  /// Why its first expression that does not make sense does not; nil where all do, and where it is not finished or too long.
  private(set) var mistake: Diagnostic?
  /// What it yields, where it is one expression, or the name of one, that makes sense.
  package private(set) var checked: CheckedExpression?
  /// What its preview found that it yields.
  package internal(set) var answer: Answer?

  /// Whether nothing in it is looked at: it is a paste, and a key must not wait for it.
  var isTooLong: Bool { parsed.source.text.utf8.count > 8192 }

  /// Whether it is a whole entry; else it asks for another line.
  public var isComplete: Bool { !parsed.tree.isIncomplete }

  /// The statement that it is; nil where it is several, or not finished, or wrong.
  package var statement: SyntaxNode? {
    isComplete && parsed.errors.isEmpty && parsed.statements.count == 1 ? parsed.statements.first : nil
  }

  /// `text`, for `session`.
  init(_ text: String, in session: Session) {
    self.text = text
    parsed = ParsedSource(SourceText(text))
    guard isComplete, !isTooLong, parsed.errors.isEmpty else { return }
    guard let expression = statement?.expression else {
      mistake = session.firstMistake(in: parsed.tree)
      return
    }
    do throws(DiagnosticError) { checked = try session.inspect(expression) } catch {
      mistake = error.diagnostic
    }
  }
}

extension SyntaxNode {
  /// The expression that a statement is, or gives a name to.
  var expression: SyntaxNode? {
    switch StatementSyntax(self) {
    case .expression(let node): node
    case .constant(let constant): constant.value
    default: nil
    }
  }
}

extension Assistance {
  /// A text as it is being typed; it is good until something is run.
  public func draft(_ text: String) -> Draft { Draft(text, in: session) }
}
