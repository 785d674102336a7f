package import ChisoDiagnostics

/// Why a statement has no answer: the message to show, from whatever stage it comes.
package struct DiagnosticError: Error {
  /// The message, with the way out.
  package var diagnostic: Diagnostic

  /// The error that shows `diagnostic`.
  package init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
