import ArgumentParser
import ChisoShell

/// A command of the shell that is also one of the program.
protocol ShellSubcommand: ParsableCommand, ProgramCommand {
  static var name: String { get }
  var options: SharedOptions { get }
  var words: [String] { get }
  /// Whether what came out is well, beyond that the command could be done.
  func isAcceptable(_ shell: Shell) -> Bool
}

extension ShellSubcommand {
  func isAcceptable(_ shell: Shell) -> Bool { true }

  /// Name and help are those of the shell's command.
  static func configured(_ name: String) -> CommandConfiguration {
    let command = ShellCommand.all.first { $0.name == name }
    return CommandConfiguration(commandName: name, abstract: command?.englishSummary.asSentence ?? "")
  }

  static var configuration: CommandConfiguration { configured(name) }

  func run() throws {
    var shell = options.choices.makeShell()
    let output = Output()
    let line = ([":\(Self.name)"] + words).joined(separator: " ").split(whereSeparator: \.isNewline)
    let isWell = shell.run(SourceText(line.joined(separator: " ")), to: output.write)
    output.flush()
    leave(isWell && isAcceptable(shell))
  }
}

/// `chiso list indicators 'digital*'`
struct ListCommand: ShellSubcommand {
  static let name = "list"
  @OptionGroup var options: SharedOptions
  @Argument(help: "What to list, and a pattern of names.") var words: [String] = []
}

/// `chiso find kinh te so`
struct FindCommand: ShellSubcommand {
  static let name = "find"
  @OptionGroup var options: SharedOptions
  @Argument(help: "Words to look for, accents or not.") var words: [String]
}

/// `chiso describe gdp`
struct DescribeCommand: ShellSubcommand {
  static let name = "describe"
  @OptionGroup var options: SharedOptions
  @Argument(help: "The name of an indicator, a function, a source or a unit.") var words: [String]
}

extension String {
  /// The text with a capital letter and a full stop.
  fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
