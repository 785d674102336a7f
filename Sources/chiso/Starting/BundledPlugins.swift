import ChisoEconomy
import ChisoIdentity
import ChisoInfrastructure
import ChisoKernel
import ChisoPublicServices
import ChisoStandard

extension Kernel {
  /// The kernel with the standard library and the domains that come with the program.
  static func bundled() -> Kernel {
    Kernel(plugins: bundledPlugins)
  }
}

/// The standard library and the domains that come with the program.
let bundledPlugins: [any Plugin] = [
  StandardPlugin(), EconomyPlugin(), InfrastructurePlugin(), IdentityPlugin(), PublicServicesPlugin(),
]
