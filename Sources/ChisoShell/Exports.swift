@_exported public import ChisoWords
