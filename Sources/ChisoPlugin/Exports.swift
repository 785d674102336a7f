@_exported public import ChisoModel
