import ChisoPlugin

/// A plugin outside of Chiso, which is compiled against the kernel's interface alone.
public struct ClinicsPlugin: Plugin {
  /// `clinics`.
  public let name = "clinics"

  /// The plugin; it has no settings.
  public init() {}

  /// Hands over a unit and a function.
  public func register(_ registration: inout Registration) {
    registration.define("unit clinic")
    registration.add(
      NativeFunction(
        "halved(x)", summary: "The half of it.", examples: [],
        type: .same(as: "x"),
        shape: .cellwise { input, output in
          for index in 0..<input.count { output[index] = input[index] / 2 }
        }))
  }
}

// Where the program loads plugins at run time, this is what it looks for.
#if canImport(CChisoHandshake)
  /// How this library was built.
  @c(chiso_plugin_handshake)
  public func handshake() -> PluginHandshake { .ofThisBuild }

  /// Hands the plugin over.
  @c(chiso_plugin_register)
  public func register(_ receiver: UnsafeMutableRawPointer) {
    PluginReceiver.hand(ClinicsPlugin(), to: receiver)
  }
#endif
