#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The values of the environment that the program looks at.
enum Environment {
  static subscript(name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Those that decide on colours, widths and places of files.
  static var values: [String: String] {
    var values: [String: String] = [:]
    for name in ["NO_COLOR", "TERM", "COLUMNS", "HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
      values[name] = self[name]
    }
    return values
  }

  /// Where the statements are that run before the first prompt; nil where the environment names no folder.
  static var startFile: String? {
    if let folder = self["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder + "/chiso/rc.chiso" }
    if let home = self["HOME"], home.hasPrefix("/") { return home + "/.config/chiso/rc.chiso" }
    return nil
  }
}
