import ArgumentParser
import ChisoKernel

/// The whole program, with all its commands.
struct RootCommand: ParsableCommand, ProgramCommand {
  static let version = String(cString: PluginHandshake.ofThisBuild.kernel)

  static let configuration = CommandConfiguration(
    commandName: "chiso",
    abstract: "Answers questions about official figures.",
    discussion: """
      Without a command it asks for statements at a terminal, and reads them from standard input otherwise.

      For example:
        chiso eval 'share(digital_economy, gdp, 2025)'
        chiso find kinh te so
        echo 'gdp[2024] to billion USD' | chiso --format json
      """,
    version: version,
    subcommands: commands)

  /// The commands, by the word that calls each.
  static let commands: [any (ParsableCommand & ProgramCommand).Type] = [
    EvalCommand.self, RunCommand.self, ExplainCommand.self, TargetCommand.self, CheckCommand.self,
    ListCommand.self,
    FindCommand.self, DescribeCommand.self, PlotCommand.self, ImportCommand.self, ExportCommand.self,
    PluginCommand.self,
    ReplCommand.self,
  ]

  @OptionGroup var options: SharedOptions

  func run() throws { Conversation(options.choices).start() }
}

/// Asks for statements even where standard input is no terminal.
struct ReplCommand: ParsableCommand, ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Ask for statements; the same as no command.")

  @OptionGroup var options: SharedOptions

  func run() throws { Conversation(options.choices).start() }
}
