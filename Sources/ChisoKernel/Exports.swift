@_exported public import ChisoDiagnostics
@_exported public import ChisoEngine
@_exported public import ChisoModel
@_exported public import ChisoPlugin
@_exported public import ChisoSyntax
