import ChisoEconomy
import ChisoIdentity
import ChisoInfrastructure
package import ChisoKernel
import ChisoPublicServices
import ChisoStandard

/// The standard library and the four bundled plugins, as the program has them.
package let bundledPlugins: [any Plugin] = [
  StandardPlugin(), EconomyPlugin(), InfrastructurePlugin(), IdentityPlugin(), PublicServicesPlugin(),
]

/// A kernel with all of them.
package let bundledKernel = Kernel(plugins: bundledPlugins)
