public import ChisoPlugin

/// Why a plugin in a shared library is not loaded, in a sentence that says what to do.
public struct LibraryRefusal: Error, Hashable, Sendable {
  /// What is the matter.
  public enum Reason: Hashable, Sendable {
    /// The system cannot load it, for a reason in its own words.
    case unloadable(String)
    /// It needs a symbol that this program lacks.
    case lacksSymbol(String)
    /// It has not the function that hands a plugin over.
    case noPlugin(missing: String)
    /// What it says of itself is of another program.
    case ofAnotherProgram
    /// It speaks another version of the interface of plugins.
    case otherInterface(UInt32)
    /// It was built by another compiler.
    case otherCompiler(String)
    /// It was built against another version of the kernel.
    case otherKernel(String)
    /// It was built against other sources of the same version.
    case otherSources
    /// It was loaded before, and is another file by now.
    case builtAnew
    /// It was asked for its plugin and handed none over.
    case nothingHandedOver
    /// It took the process down in which it was tried, and said something before.
    case crashed(Phrase, said: String?)
    /// It did not come back from being tried.
    case hung(seconds: Int)
    /// It could not be tried, for a reason in the words of the system.
    case unprobed(String)
  }

  /// The path of the library as it was given.
  public var path: String
  /// What is the matter with it.
  public var reason: Reason

  /// The refusal of the library at `path`.
  public init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The stable name of the message: `plugin-abi`.
  public var id: String {
    switch reason {
    case .unloadable: "plugin-unloadable"
    case .lacksSymbol: "plugin-symbol"
    case .noPlugin, .ofAnotherProgram, .nothingHandedOver: "plugin-entry"
    case .otherInterface: "plugin-abi"
    case .otherCompiler: "plugin-compiler"
    case .otherKernel, .otherSources: "plugin-kernel"
    case .builtAnew: "plugin-built-anew"
    case .crashed: "plugin-crash"
    case .hung: "plugin-hangs"
    case .unprobed: "plugin-unprobed"
    }
  }

  /// What is wrong.
  public var phrase: Phrase {
    switch reason {
    case .unloadable(let reason): "The library `\(path)` cannot be loaded: \(reason)."
    case .lacksSymbol(let symbol):
      "The library `\(path)` needs something that this program lacks: `\(symbol)`."
    case .noPlugin(let symbol): "The library `\(path)` holds no plugin: it has no function `\(symbol)`."
    case .ofAnotherProgram: "The library `\(path)` was made for another program."
    case .otherInterface(let version):
      "The plugin `\(path)` speaks version \(version) of the interface of plugins, and this program version \(PluginHandshake.ofThisBuild.abi)."
    case .otherCompiler(let compiler):
      "The plugin `\(path)` was built by another Swift compiler (\(compiler)) than this program (\(ownCompiler))."
    case .otherKernel(let version):
      "The plugin `\(path)` was built against version \(version) of Chiso, and this is version \(kernelVersion)."
    case .otherSources: "The plugin `\(path)` was built against other sources of Chiso than this program."
    case .builtAnew:
      "The library `\(path)` was built anew since it was loaded, and what is loaded stays until the program ends."
    case .nothingHandedOver: "The library `\(path)` was asked for its plugin and handed none over."
    case .crashed(let how, _):
      "The plugin `\(path)` crashed while it was tried in a process of its own (\(how))."
    case .hung(let seconds): "The plugin `\(path)` did not come back within \(seconds) s of being tried."
    case .unprobed(let reason):
      "The plugin `\(path)` could not be tried in a process of its own: \(reason)."
    }
  }

  /// What to do.
  public var way: Phrase {
    switch reason {
    case .unloadable: "give the path of a shared library that was built for this machine"
    case .lacksSymbol: "build the plugin again, against the version of Chiso that loads it (\(kernelVersion))"
    case .noPlugin: "`chiso plugin new NAME` writes a package with the two functions that hand a plugin over"
    case .ofAnotherProgram: "give the path of a library that was built against Chiso"
    case .otherInterface(let version):
      version < PluginHandshake.ofThisBuild.abi
        ? "build the plugin again, against the version of Chiso that loads it (\(kernelVersion))"
        : "the plugin was built for a later Chiso; take that one, or build the plugin for this one"
    case .otherCompiler: "build the plugin again, with Swift \(ownSwift), which this program was built with"
    case .otherKernel: "build the plugin again, against version \(kernelVersion)"
    case .otherSources: "build the plugin again, against the sources that this program was built from"
    case .builtAnew: "leave and begin anew, with `--plugin`"
    case .nothingHandedOver: "`chiso_plugin_register` calls `PluginReceiver.hand(…, to: receiver)`"
    case .crashed(_, let said?): "the last it said was: \(said)"
    case .crashed(_, nil): "run its tests; nothing of it was loaded here"
    case .hung: "what it does while it registers must end; nothing of it was loaded here"
    case .unprobed: "`--trusted` loads it without being tried"
    }
  }
}

/// The version of the kernel in this program.
let kernelVersion = String(cString: PluginHandshake.ofThisBuild.kernel)
/// The Swift that built this program. A compiler tells its version only to those who ask whether it is one.
let ownSwift: String = {
  #if compiler(>=6.5)
    return "6.5+"
  #elseif compiler(>=6.4.1)
    return "6.4.1+"
  #elseif compiler(>=6.4)
    return "6.4"
  #elseif compiler(>=6.3.4)
    return "6.3.4+"
  #elseif compiler(>=6.3.3)
    return "6.3.3"
  #elseif compiler(>=6.3.2)
    return "6.3.2"
  #elseif compiler(>=6.3.1)
    return "6.3.1"
  #else
    return "6.3"
  #endif
}()
/// The compiler that built this program, as its C side says it.
let ownCompiler = String(cString: PluginHandshake.ofThisBuild.compiler)
