import ChisoDiagnostics
import ChisoLibraries
import ChisoTestSupport
import Testing

/// Libraries that are opened when they are first needed.
@Suite struct LazyLibraryTests {
  @Test func `a second library is added as the documentation says`() throws {
    do throws(LibraryFailure) {
      let expat = try Expat.library.functions()
      #expect(String(cString: expat.version()).hasPrefix("expat_"))
      let parser = expat.makeParser(nil)
      #expect(parser != nil)
      expat.freeParser(parser)
    } catch {
      #expect(error.phrase.text == "it needs expat, which is not installed")
    }
  }

  @Test func `the example of the documentation is the code that is compiled here`() throws {
    let lines = try Repository.text("Sources/ChisoLibraries/LazyLibrary.swift").split(separator: "\n")
    let example = lines.filter { $0.hasPrefix("///     ") }.map { $0.dropFirst(8) }
    let code = try Repository.text("Tests/ChisoLibrariesTests/Expat.swift").split(separator: "\n")
    #expect(example.first == "struct Expat: Sendable {" && code.suffix(example.count) == example)
  }

  @Test func `a library that is missing is named, with the way to get it`() {
    let library = LazyLibrary(
      name: "frobnication", files: ["libfrobnication.so.2", "libfrobnication.so.1"],
      debianPackage: "libfrobnication2"
    ) { _ in 1 }
    let failure = #expect(throws: LibraryFailure.self) { try library.functions() }
    #expect(failure?.phrase.text == "it needs frobnication, which is not installed")
    #expect(failure?.wayOut.text == "install it: `apt install libfrobnication2`")
  }

  @Test func `what is no library is told in the words of the system`() {
    let path = Repository.path("Package.swift")
    let library = LazyLibrary(name: "x", files: [path, "libfrobnication.so.1"], debianPackage: "x") { _ in 1 }
    let failure = #expect(throws: LibraryFailure.self) { try library.functions() }
    let words = failure?.phrase.text ?? ""
    #expect(words.hasPrefix("it needs x, which cannot be loaded: \(path): "), "\(words)")
  }

  @Test func `a function that is missing is named, and the next name is tried before`() throws {
    let files = ["libfrobnication.so.1", "libm.so.6"]
    let lacking = LazyLibrary(name: "x", files: files, debianPackage: "x") {
      library throws(SharedLibrary.MissingFunction) in
      let cosine: @convention(c) (Double) -> Double = try library.function("frobnicate")
      return cosine
    }
    let failure = #expect(throws: LibraryFailure.self) { try lacking.functions() }
    #expect(failure?.phrase.text == "it needs x, and the one that is installed lacks `frobnicate`")
    let mathematics = LazyLibrary(name: "x", files: files, debianPackage: "x") {
      library throws(SharedLibrary.MissingFunction) in
      let cosine: @convention(c) (Double) -> Double = try library.function("cos")
      return cosine
    }
    #expect(try mathematics.functions()(0) == 1)
  }

  @Test func `many threads that need it at once look it up once`() async throws {
    let library = LazyLibrary(name: "x", files: ["libm.so.6"], debianPackage: "x") { _ in Object() }
    let found = try await withThrowingTaskGroup(of: Object.self) { group in
      for _ in 0..<64 { group.addTask { try library.functions() } }
      return try await group.reduce(into: [Object]()) { $0.append($1) }
    }
    #expect(found.allSatisfy { $0 === found[0] })
  }

  private final class Object: Sendable {}
}
