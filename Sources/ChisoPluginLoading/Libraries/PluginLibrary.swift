import ChisoExchange
import ChisoLibraries
import ChisoModel
public import ChisoPlugin

/// Plugins in shared libraries.
public enum PluginLibrary {
  /// Whether the file at `path` is taken for a shared library, by its ending.
  public static func isLibrary(_ path: String) -> Bool { path.hasSuffix(".so") || path.hasSuffix(".dylib") }

  /// Whether this process has loaded one. It stays until the end.
  public static var isAnyLoaded: Bool { !loaded.withLock(\.isEmpty) }

  /// Loads the plugin of the library at `path` into this process.
  ///
  /// How it was built is compared first, by a C function, before anything of Swift in it is touched. A library that was
  /// loaded stays loaded: one that was built anew since then is refused, for the system would hand out the first.
  public static func load(_ path: String) throws(LibraryRefusal) -> any Plugin {
    let stamp = FileStamp(path)
    let first = loaded.withLock { $0[path] }
    if let first, let stamp, first != stamp { throw LibraryRefusal(path, .builtAnew) }
    let library: SharedLibrary
    do throws(SharedLibrary.Refusal) {
      // Without a slash the system would look in folders of its own.
      library = try SharedLibrary(path.contains("/") ? path : "./\(path)")
    } catch {
      throw LibraryRefusal(path, reason(error.words))
    }
    if first == nil { loaded.withLock { $0[path] = stamp } }
    let handshake: @convention(c) () -> PluginHandshake = try function(
      "chiso_plugin_handshake", of: library, path)
    try compare(handshake(), path)
    let register: @convention(c) (UnsafeMutableRawPointer) -> Void =
      try function("chiso_plugin_register", of: library, path)
    let receiver = PluginReceiver()
    register(Unmanaged.passUnretained(receiver).toOpaque())
    guard let plugin = withExtendedLifetime(receiver, { receiver.plugin }) else {
      throw LibraryRefusal(path, .nothingHandedOver)
    }
    return plugin
  }

  /// The libraries of this process, each with the file that it was.
  private static let loaded = Guarded<[String: FileStamp]>([:])

  private static func function<Function>(
    _ name: String, of library: SharedLibrary, _ path: String
  ) throws(LibraryRefusal) -> Function {
    do throws(SharedLibrary.MissingFunction) { return try library.function(name) } catch {
      throw LibraryRefusal(path, .noPlugin(missing: error.name))
    }
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

  /// What the loader said in these words, without the path in front.
  private static func reason(_ text: String) -> LibraryRefusal.Reason {
    let reason = text.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? text
    let symbol = reason.split(separator: " ").drop { $0 != "symbol:" }.dropFirst().first
    return symbol.map { .lacksSymbol(String($0)) } ?? .unloadable(reason)
  }
}
