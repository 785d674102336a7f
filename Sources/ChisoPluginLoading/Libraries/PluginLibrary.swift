public import ChisoPlugin

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The version of the kernel in this program.
let kernelVersion = String(cString: PluginHandshake.ofThisBuild.kernel)

/// Plugins in shared libraries.
public enum PluginLibrary {
  /// Whether the file at `path` is taken for a shared library, by its ending.
  public static func isLibrary(_ path: String) -> Bool { path.hasSuffix(".so") || path.hasSuffix(".dylib") }

  /// Loads the plugin of the library at `path` into this process.
  ///
  /// How it was built is compared first, by a C function, before anything of Swift in it is touched. A library that was
  /// loaded stays loaded.
  public static func load(_ path: String) throws(LibraryRefusal) -> any Plugin {
    // Without a slash the system would look in folders of its own.
    guard let library = dlopen(path.contains("/") ? path : "./\(path)", RTLD_NOW | RTLD_LOCAL) else {
      throw .unloadable(path, lastError())
    }
    try compare(try handshake(of: library, path), path)
    guard let entry = dlsym(library, "chiso_plugin_register") else {
      throw .noPlugin(path, missing: "chiso_plugin_register")
    }
    let register = unsafeBitCast(entry, to: (@convention(c) (UnsafeMutableRawPointer) -> Void).self)
    let receiver = PluginReceiver()
    register(Unmanaged.passUnretained(receiver).toOpaque())
    guard let plugin = withExtendedLifetime(receiver, { receiver.plugin }) else {
      throw .nothingHandedOver(path)
    }
    return plugin
  }

  private static func handshake(
    of library: UnsafeMutableRawPointer, _ path: String
  ) throws(LibraryRefusal) -> PluginHandshake {
    guard let entry = dlsym(library, "chiso_plugin_handshake") else {
      throw .noPlugin(path, missing: "chiso_plugin_handshake")
    }
    return unsafeBitCast(entry, to: (@convention(c) () -> PluginHandshake).self)()
  }

  private static func compare(_ handshake: PluginHandshake, _ path: String) throws(LibraryRefusal) {
    let own = PluginHandshake.ofThisBuild
    guard handshake.magic == own.magic else { throw .notOurs(path) }
    guard handshake.abi == own.abi else { throw .otherABI(path, handshake.abi, own: own.abi) }
    let (compiler, ownCompiler) = (String(cString: handshake.compiler), String(cString: own.compiler))
    guard compiler == ownCompiler else { throw .otherCompiler(path, compiler, own: ownCompiler) }
    let kernel = String(cString: handshake.kernel)
    guard kernel == kernelVersion else { throw .otherKernel(path, kernel) }
    guard handshake.layout == own.layout else { throw .otherLayout(path) }
  }

  /// What the loader says, without the path in front of it.
  private static func lastError() -> String {
    guard let text = dlerror().map({ String(cString: $0) }) else { return "no reason is given" }
    return text.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? text
  }
}
