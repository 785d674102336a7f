// One constructor for each message of sessions.
extension Diagnostic {
  static func unreadableStatement(at span: SourceSpan) -> Diagnostic {
    Diagnostic("unexpected-token", "There is no statement to read here.", at: span)
  }

  static func sourceFailed(_ indicator: String, _ error: FunctionError, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "source-failed", "The observations of `\(indicator)` could not be fetched: \(error.phrase)", at: span,
      hints: error.way.map { [Hint($0)] } ?? [])
  }
}
