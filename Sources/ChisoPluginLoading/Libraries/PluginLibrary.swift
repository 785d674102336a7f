public import ChisoPlugin
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Plugins in shared libraries.
public enum PluginLibrary {
  /// Whether the file at `path` is taken for a shared library, by its ending.
  public static func isLibrary(_ path: String) -> Bool { path.hasSuffix(".so") || path.hasSuffix(".dylib") }

  /// Whether this process has loaded one. It stays until the end.
  public static var isAnyLoaded: Bool { loaded.load(ordering: .relaxed) }
  private static let loaded = Atomic<Bool>(false)

  /// Loads the plugin of the library at `path` into this process.
  ///
  /// How it was built is compared first, by a C function, before anything of Swift in it is touched. A library that was
  /// loaded stays loaded.
  public static func load(_ path: String) throws(LibraryRefusal) -> any Plugin {
    // Without a slash the system would look in folders of its own.
    guard let library = dlopen(path.contains("/") ? path : "./\(path)", RTLD_NOW | RTLD_LOCAL) else {
      throw LibraryRefusal(path, lastError())
    }
    loaded.store(true, ordering: .relaxed)
    try compare(try handshake(of: library, path), path)
    guard let entry = dlsym(library, "chiso_plugin_register") else {
      throw LibraryRefusal(path, .noPlugin(missing: "chiso_plugin_register"))
    }
    let register = unsafeBitCast(entry, to: (@convention(c) (UnsafeMutableRawPointer) -> Void).self)
    let receiver = PluginReceiver()
    register(Unmanaged.passUnretained(receiver).toOpaque())
    guard let plugin = withExtendedLifetime(receiver, { receiver.plugin }) else {
      throw LibraryRefusal(path, .nothingHandedOver)
    }
    return plugin
  }

  private static func handshake(
    of library: UnsafeMutableRawPointer, _ path: String
  ) throws(LibraryRefusal) -> PluginHandshake {
    guard let entry = dlsym(library, "chiso_plugin_handshake") else {
      throw LibraryRefusal(path, .noPlugin(missing: "chiso_plugin_handshake"))
    }
    return unsafeBitCast(entry, to: (@convention(c) () -> PluginHandshake).self)()
  }

  private static func compare(_ handshake: PluginHandshake, _ path: String) throws(LibraryRefusal) {
    let own = PluginHandshake.ofThisBuild
    guard handshake.magic == own.magic else { throw LibraryRefusal(path, .ofAnotherProgram) }
    guard handshake.abi == own.abi else { throw LibraryRefusal(path, .otherInterface(handshake.abi)) }
    let compiler = String(cString: handshake.compiler)
    guard compiler == ownCompiler else { throw LibraryRefusal(path, .otherCompiler(compiler)) }
    let kernel = String(cString: handshake.kernel)
    guard kernel == kernelVersion else { throw LibraryRefusal(path, .otherKernel(kernel)) }
    guard handshake.layout == own.layout else { throw LibraryRefusal(path, .otherSources) }
  }

  /// What the loader says, without the path in front of it.
  private static func lastError() -> LibraryRefusal.Reason {
    let text = dlerror().map { String(cString: $0) } ?? ""
    let reason = text.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? text
    let symbol = reason.split(separator: " ").drop { $0 != "symbol:" }.dropFirst().first
    return symbol.map { .lacksSymbol(String($0)) } ?? .unloadable(reason)
  }
}
