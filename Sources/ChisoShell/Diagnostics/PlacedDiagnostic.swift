import ChisoKernel

/// A message about a text that is not the statement which led to it: a file of a plugin, a table.
struct PlacedDiagnostic: Error {
  var diagnostic: Diagnostic
  /// The text that the message is about; its name is the path of the file.
  var source: SourceText
}
