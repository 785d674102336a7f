@_exported public import ChisoComputing
@_exported public import ChisoDiagnostics
@_exported public import ChisoMeaning
@_exported public import ChisoModel
@_exported public import ChisoPlugin
@_exported public import ChisoReasoning
@_exported public import ChisoSyntax
