@_exported public import ChisoDiagnostics
@_exported public import ChisoModel
