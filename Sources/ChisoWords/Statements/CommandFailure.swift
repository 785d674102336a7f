package import ChisoKernel

/// Why a command does nothing.
package struct CommandFailure: Error {
  package var diagnostics: [Diagnostic]
  /// The text that their places refer to, where it is not the line with the command.
  package var source: SourceText?

  package init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }

  package init(_ diagnostics: [Diagnostic], in source: SourceText? = nil) {
    self.diagnostics = diagnostics
    self.source = source
  }
}
