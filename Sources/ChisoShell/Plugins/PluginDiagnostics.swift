import ChisoExchange
import ChisoKernel

// One constructor for each message about plugins as a whole.
extension Diagnostic {
  private static let nowhere = SourceSpan(start: 0, end: 0)

  static func unreadablePlugin(_ failure: FileFailure) -> Diagnostic {
    Diagnostic(
      "unreadable-file", "The plugin `\(failure.path)` cannot be read: \(failure.reason).", at: nowhere,
      hints: [Hint("give the path of a folder, or of a .chiso or .csv file")])
  }

  static func emptyPlugin(_ path: String) -> Diagnostic {
    Diagnostic(
      "empty-plugin", "`\(path)` holds nothing that a plugin is made of.", at: nowhere,
      hints: [Hint("a plugin is a folder or file of definitions (.chiso) and observations (.csv)")])
  }

  static func badPluginName(_ name: String) -> Diagnostic {
    Diagnostic(
      "bad-plugin-name", "A plugin cannot be called `\(name)`.", at: nowhere,
      hints: [Hint("rename the folder or file: letters, digits and `_`, a letter first")])
  }

  static func pluginLoaded(_ name: String) -> Diagnostic {
    Diagnostic(
      "plugin-loaded", "There is a plugin `\(name)` already.", at: nowhere,
      hints: [
        Hint("give the folder or file another name; to load it anew, take the first one back with `:undo`")
      ])
  }
}
