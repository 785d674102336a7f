import ChisoPlugin
import HealthPlugin

// The two functions by which the program takes a plugin from a shared library.

/// How this library was built, which is compared before anything else of it is touched.
@c(chiso_plugin_handshake)
public func handshake() -> PluginHandshake { .ofThisBuild }

/// Hands the plugin over.
@c(chiso_plugin_register)
public func register(_ receiver: UnsafeMutableRawPointer) {
  PluginReceiver.hand(HealthPlugin(), to: receiver)
}
