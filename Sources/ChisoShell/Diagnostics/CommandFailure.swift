import ChisoKernel

/// Why a command does nothing.
struct CommandFailure: Error {
  var diagnostics: [Diagnostic]
  /// The text that their places refer to, where it is not the line with the command.
  var source: SourceText?

  init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }

  init(_ diagnostics: [Diagnostic], in source: SourceText? = nil) {
    self.diagnostics = diagnostics
    self.source = source
  }
}
