import ArgumentParser
import ChisoExchange
import ChisoKernel
import ChisoPluginLoading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program: finds the command that is meant, and ends with its status.
enum Program {
  static func main() {
    // A reader that goes away is seen where something is written to it.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    startPlainly(arguments)
    do {
      try command(arguments).run()
    } catch {
      RootCommand.exit(withError: error)
    }
  }

  /// The file of the program itself.
  static var path: String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return CommandLine.arguments[0] }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The folder of the sources that the program was built from; nil where it was moved away from them.
  static var sources: String? {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      folder = folder[..<slash]
      if holdsSources(String(folder)) { return String(folder) }
    }
    return nil
  }

  /// Whether the folder at `path` is that of Chiso's sources.
  static func holdsSources(_ path: String) -> Bool {
    guard case .file? = try? PathKind("\(path)/Package.swift"),
      let manifest = try? TextFile.read("\(path)/Package.swift")
    else { return false }
    return manifest.contains("name: \"Chiso\"")
  }

  /// Starts what needs no parser: no arguments at all, `eval` without options, and trying a library, where nobody looks. Building a parser takes longer
  /// than answering.
  private static func startPlainly(_ arguments: [String]) {
    if arguments.isEmpty { Conversation(Choices()).start() }
    if arguments.count == 2, arguments[0] == PluginProbe.command { exit(PluginProbe.answer(arguments[1])) }
    let statements = arguments.dropFirst()
    if arguments.first == "eval", !statements.isEmpty, !statements.contains(where: { $0.hasPrefix("-") }) {
      Evaluation(Array(statements), Choices()).start()
    }
  }

  /// The command that the arguments ask for.
  ///
  /// The first word decides, and the parser sees that one command only, since building all takes longer than
  /// answering. What goes wrong is parsed again in full, so that messages and help name the whole program.
  private static func command(_ arguments: [String]) throws -> any ProgramCommand {
    if let word = arguments.first, let type = RootCommand.commands.first(where: { $0.word == word }) {
      let rest = protectingExpressions(Array(arguments.dropFirst()))
      if let command = try? type.read(rest) { return command }
    } else if let word = arguments.first, !word.hasPrefix("-"), word != "help" {
      throw ValidationError(unknownCommand(word))
    }
    let parsed = try RootCommand.parseAsRoot(arguments)
    if let command = parsed as? any ProgramCommand { return command }
    return HelpfulCommand(command: parsed)
  }

  private static func unknownCommand(_ word: String) -> String {
    let nearest = nearestNames(to: word, among: RootCommand.commands.map { $0.word }, limit: 1)
    if let name = nearest.first { return "There is no command `\(word)`; did you mean `\(name)`?" }
    return "There is no command `\(word)`; to evaluate it, write: chiso eval '\(word)'"
  }

  /// An expression may begin with a minus, which is no option: `-3 + 5`.
  private static func protectingExpressions(_ arguments: [String]) -> [String] {
    guard !arguments.contains("--"),
      let first = arguments.firstIndex(where: {
        $0.hasPrefix("-") && !($0.dropFirst().first?.isLetter ?? true) && !$0.hasPrefix("--")
      }),
      !arguments[first...].contains(where: { $0.hasPrefix("--") })
    else { return arguments }
    return arguments[..<first] + ["--"] + arguments[first...]
  }
}

/// A command of the program.
protocol ProgramCommand {
  func run() throws
}

extension ParsableCommand where Self: ProgramCommand {
  /// The word that calls the command.
  static var word: String { configuration.commandName ?? _commandName }

  /// The command with these arguments alone.
  static func read(_ arguments: [String]) throws -> any ProgramCommand { try parse(arguments) }
}

/// A command that the parser brought along, such as help.
private struct HelpfulCommand: ProgramCommand {
  let command: any ParsableCommand

  func run() throws {
    var command = command
    try command.run()
  }
}

/// Ends the process with a status, after all output has left.
func leave(_ isWell: Bool) -> Never { exit(isWell ? 0 : 1) }
