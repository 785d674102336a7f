import ChisoExchange
import ChisoKernel
import ChisoPluginLoading

// One constructor for each message about plugins as a whole.
extension Diagnostic {
  private static let nowhere = SourceSpan(start: 0, end: 0)

  static func unreadablePlugin(_ failure: FileFailure) -> Diagnostic {
    Diagnostic(
      "unreadable-file", "The plugin `\(failure.path)` cannot be read: \(failure.reason).", at: nowhere,
      hints: [
        failure.wayOut.map { Hint($0) } ?? Hint("give the path of a folder, or of a .chiso or .csv file")
      ])
  }

  static func emptyPlugin(_ path: String) -> Diagnostic {
    Diagnostic(
      "empty-plugin", "`\(path)` holds nothing that a plugin is made of.", at: nowhere,
      hints: [
        Hint(
          "a plugin is a folder or file of definitions (.chiso) and observations (.csv), or a library (.so)")
      ])
  }

  static func unbuiltPackage(_ package: SwiftPackage) -> Diagnostic {
    Diagnostic(
      "unbuilt-package", "`\(package.path)` is a package in Swift, and only its library is a plugin.",
      at: nowhere,
      hints: [
        Hint("build it first: `\(package.buildCommand)`"),
        Hint("then give the library: `\(package.libraryPath)`"),
      ])
  }

  static func noFileOfAPlugin(_ path: String) -> Diagnostic {
    Diagnostic(
      "unreadable-file", "`\(path)` is no file but a pipe, a device or a socket, of which no plugin is made.",
      at: nowhere, hints: [Hint("write what it yields into a file first, and give the path of that one")])
  }

  static func hugePlugin(_ path: String, _ limit: Int) -> Diagnostic {
    Diagnostic(
      "plugin-size",
      "With `\(path)` the files of the plugin hold more than \(limit >> 20) MiB, which are kept in memory.",
      at: nowhere,
      hints: [
        Hint(
          "leave out what is not asked for, or serve the observations from Swift: `chiso plugin new NAME --kind swift`"
        )
      ])
  }

  static func refused(_ refusal: LibraryRefusal) -> Diagnostic {
    Diagnostic(refusal.id, refusal.phrase, at: nowhere, hints: [Hint(refusal.way)])
  }

  static func pluginDoesNotReturn(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "plugin-hangs", "The plugin `\(name)` did not return in time.", at: span,
      hints: [Hint("it is not called again; leave and begin anew to try it once more")])
  }

  static func nonsense(of name: String, _ fault: Phrase, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "plugin-nonsense", "The plugin `\(name)` \(fault).", at: span,
      hints: [Hint("nothing was made of it; tell whoever wrote the plugin")])
  }

  static func badPluginName(_ name: String, ofLibrary: Bool) -> Diagnostic {
    Diagnostic(
      "bad-plugin-name", "A plugin cannot be called `\(name)`.", at: nowhere,
      hints: [
        ofLibrary
          ? Hint("the `name` that it gives itself in Swift is letters, digits and `_`, a letter first")
          : Hint("rename the folder or file: letters, digits and `_`, a letter first")
      ])
  }

  static func pluginLoaded(_ name: String, ofLibrary: Bool) -> Diagnostic {
    Diagnostic(
      "plugin-loaded", "There is a plugin `\(name)` already.", at: nowhere,
      hints: [
        ofLibrary
          ? Hint(
            "a library has the name that its plugin gives itself in Swift (`name`): build it with another one; to load it instead of the first, take that one back with `:undo`"
          )
          : Hint(
            "give the folder or file another name; to load it anew, take the first one back with `:undo`")
      ])
  }
}
