#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A shared library that is open in this process, and stays so until its end.
package struct SharedLibrary: @unchecked Sendable {
  /// Why a library cannot be opened.
  package struct Refusal: Error {
    /// The words of the system's loader.
    package var words: String
    /// Whether there is no such library, rather than one that is of no use.
    package var isMissing: Bool
  }

  /// A function that a library lacks.
  package struct MissingFunction: Error {
    /// The name that it was looked up by.
    package var name: String
  }

  /// Any thread may look functions up by it.
  private let handle: UnsafeMutableRawPointer

  /// Opens `file`: a path where it holds a slash, else a name that the system looks for, first among the libraries that
  /// come with the program.
  package init(_ file: String) throws(Refusal) {
    guard let handle = dlopen(file, RTLD_NOW | RTLD_LOCAL) else {
      let words = dlerror().map { String(cString: $0) } ?? ""
      let isMissing = words.hasPrefix("\(file): ") && words.hasSuffix(String(cString: strerror(ENOENT)))
      throw Refusal(words: words, isMissing: isMissing)
    }
    self.handle = handle
  }

  /// The function called `name`, as what it is declared to be in C: a type with `@convention(c)`, which nobody can check.
  package func function<Function>(
    _ name: String, as type: Function.Type = Function.self
  ) throws(MissingFunction) -> Function {
    guard let address = dlsym(handle, name) else { throw MissingFunction(name: name) }
    return unsafeBitCast(address, to: type)
  }
}
