package import ChisoDiagnostics

/// Why a library that is opened when it is needed cannot be had.
package struct LibraryFailure: Error, Hashable, Sendable {
  /// What is the matter.
  package enum Reason: Hashable, Sendable {
    /// There is none.
    case missing
    /// The system cannot load it, for a reason in its own words.
    case unloadable(String)
    /// It lacks a function that is needed, being of another version.
    case lacks(function: String)
  }

  /// What people call the library.
  package var library: String
  /// The package that Debian has it in.
  package var debianPackage: String
  /// What is the matter with it.
  package var reason: Reason

  package init(library: String, debianPackage: String, reason: Reason) {
    self.library = library
    self.debianPackage = debianPackage
    self.reason = reason
  }

  /// What is said of whatever needs it: a clause, to stand behind its name.
  package var phrase: Phrase {
    switch reason {
    case .missing: "it needs \(library), which is not installed"
    case .unloadable(let words): "it needs \(library), which cannot be loaded: \(words)"
    case .lacks(let function): "it needs \(library), and the one that is installed lacks `\(function)`"
    }
  }

  /// What to do.
  package var wayOut: Phrase { "install it: `apt install \(debianPackage)`" }
}
