import ChisoTestSupport
import Testing

/// What no source file may hold.
@Suite struct SourceTextTests {
  let map: FloorMap

  init() throws { map = try FloorMap(reading: Repository.text("docs/ARCHITECTURE.md")) }

  /// The C library's mathematics and its lock, each in one file, behind functions of ours.
  let filesWithCLibrary = [
    "Sources/ChisoModel/Quantities/ElementaryFunctions.swift", "Sources/ChisoModel/Sharing/Guarded.swift",
  ]

  /// Everyone locks in one way, which the thread sanitizer sees.
  @Test func `there is one lock`() throws {
    for path in projectFiles where path.hasPrefix("Sources/") || path.hasPrefix("Plugins/") {
      #expect(!(try Repository.text(path)).contains("Mut" + "ex("), "\(path): use `Guarded`")
    }
  }

  @Test func `the kernel and the plugins import no Foundation`() throws {
    for path in kernelFiles {
      let imports = try modules(in: path).filter { $0.hasPrefix("Foundation") }
      #expect(imports == [], "\(path)")
    }
  }

  @Test func `the kernel and the plugins do not call the C library, but for its mathematics and lock`() throws
  {
    for path in kernelFiles where !filesWithCLibrary.contains(path) {
      let imports = try modules(in: path).filter { ["Glibc", "Musl", "Darwin", "Android"].contains($0) }
      #expect(imports == [], "\(path)")
    }
  }

  /// What is shipped is looked for there, by these names.
  @Test func `every library that is opened when it is needed is on the map, and opened in one way`() throws {
    let map = try Repository.text("docs/ARCHITECTURE.md")
    for path in Repository.files(in: "Sources", "Plugins", endings: ".swift") {
      let code = try Repository.text(path).split(separator: "\n").filter { !$0.hasPrefix("///") }
        .joined(separator: "\n")
      let names = code.matches(of: /LazyLibrary\(name: "[^"]*", files: \["(lib[^"]*)"/).map { String($0.1) }
      #expect(names.count == code.split(separator: "LazyLibrary(").count - 1, "\(path)")
      for name in names { #expect(map.contains("`\(name)`"), "\(name) of \(path)") }
      #expect(!code.contains("dlopen") || path == "Sources/ChisoLibraries/SharedLibrary.swift", "\(path)")
    }
  }

  @Test func `nothing is left to be done`() throws {
    // Written in two parts, so that this file passes.
    let marks = ["TO" + "DO", "FIX" + "ME"]
    for path in projectFiles {
      let text = try Repository.text(path)
      for mark in marks { #expect(!text.contains(mark), "\(mark) in \(path)") }
    }
  }

  @Test func `no file knows the machine it was written on`() throws {
    let places = ["/ho" + "me/", "/wo" + "rk/", "/Us" + "ers/", "/ro" + "ot/"]
    for path in projectFiles {
      let text = try Repository.text(path)
      for place in places { #expect(!text.contains(place), "\(place) in \(path)") }
    }
  }

  private var kernelFiles: [String] {
    let folders = map.rows.filter(\.isKernel).map { $0.folder + "/" }
    return Repository.files(in: "Sources", "Plugins", endings: ".swift").filter { path in
      folders.contains { path.hasPrefix($0) }
    }
  }

  private var projectFiles: [String] {
    Repository.files(
      in: "Sources", "Plugins", "Tests", "docs", "examples", ".ci", "Packaging",
      endings: ".swift", ".chiso", ".chisotest", ".md", ".h", ".c", ".py", "run", "prepare", "install",
      "assemble", "archive", ".1")
      + ["README.md", "CHANGELOG.md", "Makefile", "Package.swift"]
  }

  private func modules(in path: String) throws -> [String] {
    try Repository.text(path).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place < 3, place + 1 < words.count else { return nil }
      return String(words[place + 1].prefix { $0 != "." })
    }
  }
}
