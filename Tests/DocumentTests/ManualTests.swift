import ChisoTestSupport
import FoundationEssentials
import Testing

/// The manual page names what the program has, all of it and nothing else.
@Suite(.enabled(if: Repository.isFile(TranscriptTests.program)))
struct ManualTests {
  let page: String
  /// The program with the help that the parser adds, as it describes itself.
  let program: Command

  init() throws {
    page = try Repository.text("Packaging/chiso.1")
    let description = try output(of: TranscriptTests.program, "--experimental-dump-help")
    program = try JSONDecoder().decode(ProgramDescription.self, from: Data(description.utf8)).command
  }

  @Test func `every command stands in the manual page`() {
    let commands = program.commandsBelow.map(\.commandName)
    #expect(commands.contains("eval"))
    #expect(Set(commands).subtracting(names(after: "Cm")) == [])
  }

  @Test func `every option stands in the manual page`() {
    #expect(options.contains("-format"))
    #expect(options.subtracting(names(after: "Fl")) == [])
  }

  @Test func `the manual page names no option that there is not`() {
    // `--` ends the options.
    #expect(names(after: "Fl").subtracting(options) == ["-"])
  }

  @Test func `every value that an option can have stands in the manual page`() {
    let values = program.allArguments.filter { $0.kind != "positional" }.flatMap { $0.allValues ?? [] }
    #expect(values.contains("json"))
    #expect(Set(values).subtracting(names(after: "Cm")) == [])
  }

  @Test func `every value of the environment that is looked at stands in the manual page`() throws {
    let sources = try Repository.files(in: "Sources/chiso", endings: ".swift").map(Repository.text).joined()
    // Names are written as in `Environment["PAGER"]`, or one beside the other in a list.
    let names = Set(sources.matches(of: #/[\[ ]"([A-Z_]{4,})"[\],]/#).map { String($0.1) })
    #expect(names.contains("NO_COLOR"))
    #expect(names.contains("XDG_CONFIG_HOME"))
    let told = page.split(separator: "\n").filter { $0.hasPrefix(".It Ev ") || $0.hasPrefix(".Ev ") }
      .flatMap { $0.split(separator: " ").map(String.init) }
    #expect(names.subtracting(told) == [])
  }

  @Test(.enabled(if: (try? run(["groff", "--version"]))?.status == 0))
  func `the manual page is laid out without a complaint`() throws {
    let path = Repository.path("Packaging/chiso.1")
    #expect(try output(of: "groff", "-k", "-mdoc", "-Tutf8", "-ww", "-z", path) == "")
  }

  /// The options of all commands as the page writes them: `-format` for `--format`, `h` for `-h`.
  private var options: Set<String> {
    let names = program.allArguments.flatMap { $0.shouldDisplay ? $0.names ?? [] : [] }
    return Set(names.map { $0.kind == "long" ? "-" + $0.name : $0.name })
  }

  /// What the page marks by a macro, such as `Fl` for options and `Cm` for words to be typed.
  private func names(after macro: String) -> Set<String> {
    var names: Set<String> = []
    for line in page.split(separator: "\n") where line.hasPrefix(".") {
      let words = line.dropFirst().split(separator: " ")
      for (word, next) in zip(words, words.dropFirst()) where word == macro { names.insert(String(next)) }
    }
    return names
  }
}

/// What `--experimental-dump-help` writes.
private struct ProgramDescription: Decodable {
  var command: Command
}

/// A command as the parser describes it.
struct Command: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    var kind: String
    var shouldDisplay: Bool
    var names: [Name]?
    var allValues: [String]?
  }

  var commandName: String
  var arguments: [Argument]?
  var subcommands: [Command]?

  /// The commands of this one, and theirs in their turn.
  var commandsBelow: [Command] { (subcommands ?? []).flatMap { [$0] + $0.commandsBelow } }
  /// The arguments of this command and of those below.
  var allArguments: [Argument] { ([self] + commandsBelow).flatMap { $0.arguments ?? [] } }
}
