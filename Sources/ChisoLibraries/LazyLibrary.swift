import ChisoModel

/// A library of others that is opened when it is first needed: whoever asks for nothing that needs it never loads it.
///
/// It is a value that says what the library is called, and which functions of it are called, each typed as its header in C
/// declares it. Pointers to structures are raw ones there, and those that stay closed are opaque.
///
/// For example, one that reads XML:
///
///     struct Expat: Sendable {
///       let version: @convention(c) () -> UnsafePointer<CChar>
///       let makeParser: @convention(c) (UnsafePointer<CChar>?) -> OpaquePointer?
///       let freeParser: @convention(c) (OpaquePointer?) -> Void
///
///       static let library = LazyLibrary(name: "expat", files: ["libexpat.so.1"], debianPackage: "libexpat1") {
///         library throws(SharedLibrary.MissingFunction) in
///         Expat(
///           version: try library.function("XML_ExpatVersion"),
///           makeParser: try library.function("XML_ParserCreate"),
///           freeParser: try library.function("XML_ParserFree"))
///       }
///     }
///
/// `try Expat.library.functions().version()` is "expat_2.5.0" then. `Packaging/assemble` finds the names of files here, and
/// puts beside the program what not every Linux has.
package struct LazyLibrary<Functions: Sendable>: Sendable {
  private let name: String
  private let files: [String]
  private let debianPackage: String
  private let lookUp: @Sendable (SharedLibrary) throws(SharedLibrary.MissingFunction) -> Functions
  private let found = Guarded<Functions?>(nil)

  /// Says which library it is; nothing is opened.
  ///
  /// - Parameters:
  ///   - name: What people call it: `zlib`.
  ///   - files: The names that its file may have, each with the version of its interface, the best first.
  ///   - debianPackage: The package that Debian has it in.
  ///   - lookUp: Finds its functions, once.
  package init(
    name: String, files: [String], debianPackage: String,
    lookUp: @escaping @Sendable (SharedLibrary) throws(SharedLibrary.MissingFunction) -> Functions
  ) {
    self.name = name
    self.files = files
    self.debianPackage = debianPackage
    self.lookUp = lookUp
  }

  /// Its functions; the first call opens the library. One that is missing is looked for again at the next.
  package func functions() throws(LibraryFailure) -> Functions {
    try found.withLock { found throws(LibraryFailure) in
      if let found { return found }
      let functions = try open()
      found = functions
      return functions
    }
  }

  private func open() throws(LibraryFailure) -> Functions {
    var reason = LibraryFailure.Reason.missing
    for file in files {
      do throws(SharedLibrary.Refusal) {
        let library = try SharedLibrary(file)
        do throws(SharedLibrary.MissingFunction) { return try lookUp(library) } catch {
          reason = .lacks(function: error.name)
        }
      } catch {
        if !error.isMissing { reason = .unloadable(error.words) }
      }
    }
    throw LibraryFailure(library: name, debianPackage: debianPackage, reason: reason)
  }
}
