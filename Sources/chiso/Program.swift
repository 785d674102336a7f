import ArgumentParser
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

/// A command that the parser brought along, such as help.
private struct HelpfulCommand: ProgramCommand {
  let command: any ParsableCommand

  func run() throws {
    var command = command
    try command.run()
  }
}
