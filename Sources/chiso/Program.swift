import ArgumentParser

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
    do {
      try command(arguments).run()
    } catch {
      RootCommand.exit(withError: error)
    }
  }

  /// The command that the arguments ask for.
  ///
  /// The first word decides, and the parser sees that one command only, since building all takes longer than
  /// answering. What goes wrong is parsed again in full, so that messages and help name the whole program.
  private static func command(_ arguments: [String]) throws -> any ProgramCommand {
    if let word = arguments.first, let type = RootCommand.commands.first(where: { $0.word == word }) {
      let rest = protectingExpressions(Array(arguments.dropFirst()))
      if let command = try? type.parse(rest) as? any ProgramCommand { return command }
    }
    let parsed = try RootCommand.parseAsRoot(arguments)
    if let command = parsed as? any ProgramCommand { return command }
    return HelpfulCommand(command: parsed)
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
