import ChisoTestSupport
import FoundationEssentials
import Testing

/// Libraries that the program is given, right and wrong ones.
///
/// All is asked of the program itself, which exports what a plugin needs.
@Suite(.enabled(if: Program.isBuilt, "The program is not built beside the tests: swift build builds it."))
struct LibraryTests {
  @Test func aLibraryThatHoldsNoPluginIsRefused() throws {
    let library = try Library("int answer(void) { return 42; }")
    #expect(
      try library.refusal() == """
        error: The library `…/libplugin.so` holds no plugin: it has no function `chiso_plugin_handshake`.
        help: `chiso plugin new NAME` writes a package with the two functions that hand a plugin over

        """)
  }

  @Test func aLibraryOfAnotherProgramIsRefused() throws {
    #expect(try Library(handshake: "it.magic = 7;").refusal().contains("was made for another program."))
  }

  @Test func anOldInterfaceIsRefused() throws {
    #expect(
      try Library(handshake: "it.abi = 0;").refusal() == """
        error: The plugin `…/libplugin.so` speaks version 0 of the interface of plugins, and this program version 1.
        help: build the plugin again, against the version of Chiso that loads it (0.1.0)

        """)
  }

  @Test func aLaterInterfaceIsRefused() throws {
    #expect(
      try Library(handshake: "it.abi = 99;").refusal().contains(
        "help: the plugin was built for a later Chiso"))
  }

  @Test func anotherCompilerIsRefused() throws {
    let refusal = try Library(handshake: "it.compiler = \"17.0.0 (swift-5.9)\";").refusal()
    #expect(
      refusal.hasPrefix(
        "error: The plugin `…/libplugin.so` was built by another Swift compiler (17.0.0 (swift-5.9)) than this program ("
      ))
    // The one that builds the tests built the program too.
    let swift = try run(["swift", "--version"]).text
    let version = try #require(swift.firstMatch(of: /Swift version ([0-9.]+)/)?.1)
    #expect(
      refusal.hasSuffix(
        "help: build the plugin again, with Swift \(version), which this program was built with\n"),
      "\(refusal)")
  }

  @Test func anotherVersionOfTheKernelIsRefused() throws {
    #expect(
      try Library(handshake: "it.kernel = \"0.0.1\";").refusal() == """
        error: The plugin `…/libplugin.so` was built against version 0.0.1 of Chiso, and this is version 0.1.0.
        help: build the plugin again, against version 0.1.0

        """)
  }

  @Test func otherSourcesOfTheKernelAreRefused() throws {
    #expect(
      try Library(handshake: "").refusal()
        .hasPrefix(
          "error: The plugin `…/libplugin.so` was built against other sources of Chiso than this program."))
  }

  @Test func aSymbolThatIsMissingIsNamed() throws {
    let library = try Library(
      "extern int chiso_symbol_of_the_future(void); int answer(void) { return chiso_symbol_of_the_future(); }"
    )
    #expect(
      try library.refusal() == """
        error: The library `…/libplugin.so` needs something that this program lacks: `chiso_symbol_of_the_future`.
        help: build the plugin again, against the version of Chiso that loads it (0.1.0)

        """)
  }

  @Test func aCrashAtLoadTakesNothingDown() throws {
    let library = try Library(
      """
      #include <stdio.h>
      #include <stdlib.h>
      __attribute__((constructor)) static void start(void) { puts("no luck today"); fflush(stdout); abort(); }
      """)
    #expect(
      try library.refusal() == """
        error: The plugin `…/libplugin.so` crashed while it was tried in a process of its own (signal 6, Aborted).
        help: the last it said was: no luck today

        """)
    // The conversation goes on.
    let said = try Program.run([], input: ":plugin load \(library.path)\n1 + 1\n")
    #expect(said.text.contains("plugin-crash") == false && said.text.contains("signal 6"))
    #expect(said.text.hasSuffix("2\n") || said.text.contains("\n2\n"))
  }

  @Test(.timeLimit(.minutes(1))) func aLibraryThatDoesNotComeBackIsGivenUp() throws {
    let library = try Library("__attribute__((constructor)) static void start(void) { for (;;) {} }")
    #expect(try library.refusal().contains("did not come back within 10 s of being tried."))
  }

  /// One that ends the process as if all had gone well is not loaded, where it would end the conversation.
  @Test func aLibraryThatEndsTheProcessIsRefused() throws {
    let library = try Library(
      """
      #include <stdlib.h>
      __attribute__((constructor)) static void start(void) { exit(0); }
      """)
    #expect(
      try library.refusal() == """
        error: The plugin `…/libplugin.so` crashed while it was tried in a process of its own (it ended the process).
        help: run its tests; nothing of it was loaded here

        """)
    let verified = try Program.run(["plugin", "verify", library.path])
    #expect(verified.status == 1 && verified.text.contains("it ended the process"))
  }

  @Test(.timeLimit(.minutes(1))) func aLibraryThatClosesItsOutputAndStaysIsGivenUp() throws {
    let library = try Library(
      """
      #include <unistd.h>
      __attribute__((constructor)) static void start(void) { close(1); close(2); for (;;) pause(); }
      """)
    #expect(try library.refusal().contains("did not come back within 10 s of being tried."))
  }

  @Test func aTextIsNoLibrary() throws {
    let folder = try Folder()
    try folder.write("unit thing", to: "thing.so")
    let said = try Program.run(["eval", "--plugin", folder("thing.so"), "1"])
    #expect(said.status == 1)
    #expect(said.text.contains("cannot be loaded: "))
  }
}

/// What a plugin does that it must not, once it is loaded.
@Suite(.enabled(if: Program.isBuilt, "The program is not built beside the tests: swift build builds it."))
struct UnrulyPluginTests {
  /// What the program says to statements, with the plugin loaded.
  private func said(_ statements: String) throws -> String {
    let library = try Library.unruly.get()
    return try Program.run(["--plugin", library.path], input: ":set deadline 1\n" + statements + "\n").text
  }

  @Test func whatItDoesWellIsAnswered() throws {
    #expect(try said("things[2024]\nsum(things)").contains("4 thing · 2024 · nobody"))
  }

  /// The system would hand out what it has loaded under that name.
  @Test func aLibraryThatWasBuiltAnewIsNotTakenForTheFirst() throws {
    let folder = try Folder()
    let copy = folder("libcopy.so")
    try FileManager.default.copyItem(atPath: try Library.unruly.get().path, toPath: copy)
    let again = try Program.run(
      [], input: ":plugin load \(copy)\n:undo\n:plugin load \(copy)\nthings[2024]\n")
    #expect(again.text.contains("4 thing"), "\(again.text)")
    let said = try run([
      "sh", "-c",
      """
      { printf ':plugin load %s\\n:undo\\n' "$1"; sleep 1; cp "$1" "$1.new"; mv "$1.new" "$1"
        printf ':plugin load %s\\n' "$1"; } | "$0"
      """,
      Program.path, copy,
    ])
    let text = said.text.replacing("\n  ", with: " ")
    #expect(text.contains("was built anew since it was loaded"), "\(said.text)")
    #expect(text.contains("help: leave and begin anew, with `--plugin`"))
  }

  @Test func aSecondLibraryOfTheSamePluginIsToldWhatItsNameIs() throws {
    let library = try Library.unruly.get()
    let text = try said(":plugin load \(library.path)").replacing(/\n +/, with: " ")
    #expect(text.contains("There is a plugin `unruly` already."), "\(text)")
    #expect(text.contains("help: a library has the name that its plugin gives itself in Swift"), "\(text)")
  }

  @Test func whatItThrowsNamesIt() throws {
    #expect(
      try said("throws(things)").contains("`throws` failed: the plugin `unruly` says: it does not want to."))
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["traps(things)", "digs(things)", "mean(traps(things)) * 2"])
  func aCrashSaysWhoseItIs(statement: String) throws {
    let text = try said("1 + 1\n\(statement)\n2 + 2")
    #expect(text.hasPrefix("deadline"), "\(text)")
    #expect(text.contains("\n2\n"))
    #expect(
      text.hasSuffix(
        """
        error: The plugin `unruly` crashed, and this program ends with it.
        help: begin anew without the plugin; what was answered before is in the history

        """), "\(text)")
    #expect(!text.contains("\n4\n"))
  }

  @Test(arguments: [
    (
      "misfits(things)",
      "`misfits` failed: the plugin `unruly` says: it returned columns that do not fit its grid."
    ),
    (
      "strays(things)",
      "`strays` failed: the plugin `unruly` says: it returned a value outside of its bounds."
    ),
    ("chooses(things)", "The plugin `unruly` chose the cell 9 of 2."),
    ("drops(things)", "The plugin `unruly` chose the place 2 of 2."),
    ("explodes(things)", "`explodes` failed: the plugin `unruly` says: it returned a value without end."),
    (
      "runs_backward(things)",
      "`runs_backward` failed: the plugin `unruly` says: it returned periods out of order."
    ),
    (
      "served_wrongly[2023]",
      "These observations cannot be kept: the columns of `unruly.served_wrongly` do not fit its "
        + "grid."
    ),
    ("forgets(things)[2023]", "There is no figure for forgets(things) in 2023."),
    ("shrinks(things)", "The plugin `unruly` returned 1 cell for 2."),
    ("swells(things)", "The plugin `unruly` returned a value without end."),
    (
      "credits(things)",
      "`credits` failed: the plugin `unruly` says: it returned a figure of a source that none of its inputs has."
    ),
  ])
  func nonsenseIsNotBelieved(statement: String, message: String) throws {
    let text = try said(statement)
    #expect(text.replacing("\n  ", with: " ").contains(message), "\(text)")
  }

  @Test(.timeLimit(.minutes(1))) func whatLooksWhetherItShallEndEnds() throws {
    #expect(
      try said("waits(things)").contains("`waits(things)` was not done within 1 s, the limit that was set."))
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "sleeps(things)", "stuck[2024]", ":explain sleeps(things)", "served_never[2024]",
      "served_by_nobody[2024]", ":explain served_never[2024]",
    ])
  func whatDoesNotReturnIsNamedAndNotCalledAgain(statement: String) throws {
    let text = try said("\(statement)\nthrows(things)\n1 + 1")
    #expect(text.contains("error: The plugin `unruly` did not return in time."), "\(text)")
    #expect(
      text.replacing("\n  ", with: " ").contains(
        "the plugin `unruly` did not return in time and is not called again."))
    #expect(text.contains("2\n"))
  }

  @Test(.timeLimit(.minutes(1))) func aSourceThatLooksWhetherItShallEndEnds() throws {
    let text = try said("served_late[2024]\nthrows(things)")
    #expect(
      text.replacing("\n  ", with: " ").contains(
        "The observations of `unruly.served_late` could not be fetched: the plugin `unruly` says: it was told to end."
      ),
      "\(text)")
    // It came back in time, and may be called again.
    #expect(text.contains("it does not want to."))
  }

  @Test(.timeLimit(.minutes(1))) func whatReturnsLateHasBeenToldToEndAndItsThreadEnds() throws {
    let library = try Library.unruly.get()
    let folder = try Folder()
    // The threads are counted while the call is left behind, and once it has returned.
    try folder.write(
      """
      mkfifo "$1/in"
      "$2" --plugin "$3" < "$1/in" &
      exec 3> "$1/in"
      printf ':set deadline 0.2\\nlingers(things)\\n1 + 1\\n' >&3
      sleep 2
      echo "threads: $(ls /proc/$!/task | wc -l)"
      sleep 3
      echo "threads: $(ls /proc/$!/task | wc -l)"
      echo 'throws(things)' >&3
      exec 3>&-
      wait
      """, to: "script")
    let text = try run(["sh", folder("script"), folder.path, Program.path, library.path]).text
    #expect(text.contains("error: The plugin `unruly` did not return in time."), "\(text)")
    #expect(text.contains("it lingered, told to end: true"), "\(text)")
    #expect(text.replacing("\n  ", with: " ").contains("is not called again."), "\(text)")
    let threads = text.split(separator: "\n").filter { $0.hasPrefix("threads: ") }
      .compactMap { Int($0.dropFirst("threads: ".count)) }
    #expect(threads.count == 2 && threads[1] == threads[0] - 1, "\(text)")
  }

  @Test(.timeLimit(.minutes(1))) func verifyingItNamesWhatDoesNotReturn() throws {
    let library = try Library.unruly.get()
    let report = try Program.run(["plugin", "verify", library.path])
    #expect(report.status == 1)
    #expect(
      report.text.contains(
        "error: The plugin `unruly` did not return within 10 s when it was asked for `unruly."),
      "\(report.text)")
  }
}

/// The program as it was built beside the tests.
enum Program {
  static let path = Repository.path(".build/release/chiso")
  static let isBuilt = Repository.isFile(path)

  static func run(_ arguments: [String], input: String = "") throws -> CommandResult {
    try ChisoTestSupport.run([path] + arguments, input: input)
  }
}

/// A folder for one test, which goes with it.
final class Folder: Sendable {
  let path = FileManager.default.temporaryDirectory.appending(path: "chiso-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: self(name)))
  }
}

/// What went wrong with a library of a test.
struct LibraryFailure: Error {
  var text: String
}

/// A shared library, built for a test.
struct Library: Sendable {
  let folder: Folder
  var path: String { folder("libplugin.so") }

  /// A library of C.
  init(_ source: String) throws {
    folder = try Folder()
    try folder.write(source, to: "plugin.c")
    let include = Repository.path("Sources/CChisoHandshake/include")
    _ = try output(of: "clang", "-shared", "-fPIC", "-I", include, folder("plugin.c"), "-o", path)
  }

  /// A library of C that says of itself what a plugin would, changed by `change`.
  init(handshake change: String) throws {
    try self.init(
      """
      #include "CChisoHandshake.h"
      chiso_plugin_handshake_t chiso_plugin_handshake(void) {
        chiso_plugin_handshake_t it = chiso_handshake_of_this_build(0);
        \(change)
        return it;
      }
      void chiso_plugin_register(void *receiver) { __builtin_trap(); }
      """)
  }

  /// The plugin in `Libraries/Unruly.swift`; built once, against the modules beside the tests.
  static let unruly = Result { try Library(unruly: Folder()) }

  private init(unruly folder: Folder) throws {
    self.folder = folder
    let build = Repository.path(".build/release")
    let maps = ["CChisoHandshake", "CChisoDefinitions"].flatMap {
      ["-Xcc", "-fmodule-map-file=\(build)/\($0).build/module.modulemap"]
    }
    let result = try ChisoTestSupport.run(
      [
        "swiftc", "-O", "-parse-as-library", "-emit-library", "-module-name", "Unruly", "-I",
        "\(build)/Modules",
      ]
        + maps + [
          "-o", folder("libplugin.so"),
          Repository.path("Tests/ChisoPluginLoadingTests/Libraries/Unruly.swift"),
        ])
    guard result.status == 0 else { throw LibraryFailure(text: result.text) }
  }

  /// Why the program does not load it, without the path of the folder and without line breaks of its own.
  func refusal() throws -> String {
    let said = try Program.run(["eval", "--plugin", path, "1 + 1"])
    guard said.status == 1 else { throw LibraryFailure(text: "it was loaded: \(said.text)") }
    return said.text.replacing(folder.path, with: "…").split(separator: "\n")
      .filter { !$0.hasPrefix("1 | ") && !$0.hasPrefix("  | ") }
      .reduce("") { $0 + ($1.hasPrefix("  ") ? " " + $1.drop { $0 == " " } : ($0.isEmpty ? "" : "\n") + $1) }
      + "\n"
  }
}
