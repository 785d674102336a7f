import ArgumentParser

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
