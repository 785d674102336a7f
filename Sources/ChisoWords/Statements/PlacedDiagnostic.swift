package import ChisoKernel

/// A message about a text that is not the statement which led to it: a file of a plugin, a table.
package struct PlacedDiagnostic: Error {
  package var diagnostic: Diagnostic
  /// The text that the message is about; its name is the path of the file.
  package var source: SourceText

  package init(diagnostic: Diagnostic, source: SourceText) {
    self.diagnostic = diagnostic
    self.source = source
  }
}
