public import ChisoPlugin
