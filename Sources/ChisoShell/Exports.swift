@_exported public import ChisoPresentation
@_exported public import ChisoWords
