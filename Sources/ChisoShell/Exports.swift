@_exported public import ChisoAssistance
@_exported public import ChisoHost
@_exported public import ChisoPresentation
@_exported public import ChisoWords
