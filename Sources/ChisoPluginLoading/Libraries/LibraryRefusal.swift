/// Why a plugin in a shared library is not loaded, in a sentence that says what to do.
public struct LibraryRefusal: Error, Hashable, Sendable {
  /// The stable name of the message: `plugin-abi`.
  public var id: String
  /// What is wrong.
  public var message: String
  /// What to do.
  public var hint: String

  /// A refusal from its parts.
  public init(_ id: String, _ message: String, hint: String) {
    self.id = id
    self.message = message
    self.hint = hint
  }
}

// One constructor for each sentence.
extension LibraryRefusal {
  static func unloadable(_ path: String, _ reason: String) -> LibraryRefusal {
    guard let symbol = reason.split(separator: " ").drop(while: { $0 != "symbol:" }).dropFirst().first else {
      return LibraryRefusal(
        "plugin-unloadable", "The library `\(path)` cannot be loaded: \(reason).",
        hint: "give the path of a shared library that was built for this machine")
    }
    return LibraryRefusal(
      "plugin-symbol", "The library `\(path)` needs something that this program lacks: `\(symbol)`.",
      hint: "build the plugin again, against the version of Chiso that loads it (\(kernelVersion))")
  }

  static func noPlugin(_ path: String, missing symbol: String) -> LibraryRefusal {
    LibraryRefusal(
      "plugin-entry", "The library `\(path)` holds no plugin: it has no function `\(symbol)`.",
      hint: "`chiso plugin new NAME` writes a package with the two functions that hand a plugin over")
  }

  static func notOurs(_ path: String) -> LibraryRefusal {
    LibraryRefusal(
      "plugin-entry", "The library `\(path)` was made for another program.",
      hint: "give the path of a library that was built against Chiso")
  }

  static func otherABI(_ path: String, _ abi: UInt32, own: UInt32) -> LibraryRefusal {
    LibraryRefusal(
      "plugin-abi",
      "The plugin `\(path)` speaks version \(abi) of the interface of plugins, and this program version \(own).",
      hint: abi < own
        ? "build the plugin again, against the version of Chiso that loads it (\(kernelVersion))"
        : "the plugin was built for a later Chiso; take that one, or build the plugin for this one")
  }

  static func otherCompiler(_ path: String, _ compiler: String, own: String) -> LibraryRefusal {
    LibraryRefusal(
      "plugin-compiler",
      "The plugin `\(path)` was built by another Swift compiler (\(compiler)) than this program (\(own)).",
      hint: "build the plugin again, with the Swift that this program was built with")
  }

  static func otherKernel(_ path: String, _ version: String) -> LibraryRefusal {
    LibraryRefusal(
      "plugin-kernel",
      "The plugin `\(path)` was built against version \(version) of Chiso, and this is version \(kernelVersion).",
      hint: "build the plugin again, against version \(kernelVersion)")
  }

  static func otherLayout(_ path: String) -> LibraryRefusal {
    LibraryRefusal(
      "plugin-kernel", "The plugin `\(path)` was built against other sources of Chiso than this program.",
      hint: "build the plugin again, against the sources that this program was built from")
  }

  static func nothingHandedOver(_ path: String) -> LibraryRefusal {
    LibraryRefusal(
      "plugin-entry", "The library `\(path)` was asked for its plugin and handed none over.",
      hint: "`chiso_plugin_register` calls `PluginReceiver.hand(…, to: receiver)`")
  }

  static func crashed(_ path: String, _ how: String, said: String?) -> LibraryRefusal {
    LibraryRefusal(
      "plugin-crash", "The plugin `\(path)` crashed while it was tried in a process of its own (\(how)).",
      hint: said.map { "the last it said was: \($0)" } ?? "run its tests; nothing of it was loaded here")
  }

  static func hung(_ path: String, seconds: Int) -> LibraryRefusal {
    LibraryRefusal(
      "plugin-hangs", "The plugin `\(path)` did not come back within \(seconds) s of being tried.",
      hint: "what it does while it registers must end; nothing of it was loaded here")
  }

  static func unprobed(_ path: String, _ reason: String) -> LibraryRefusal {
    LibraryRefusal(
      "plugin-unprobed", "The plugin `\(path)` could not be tried in a process of its own: \(reason).",
      hint: "`--trusted` loads it without being tried")
  }
}
