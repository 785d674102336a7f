// Scripts of statements with what is expected of each are read in one place, for plugins and for these tests alike.
@_exported public import ChisoPluginTesting
