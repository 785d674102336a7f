import ArgumentParser
import ChisoShell

/// `chiso plot 'gdp[2015..2024]'`
struct PlotCommand: ShellSubcommand {
  static let name = "plot"
  @OptionGroup var options: SharedOptions
  @Argument(help: "An expression, in quotes.") var words: [String]
}

/// `chiso import figures.csv 'mean(gdp, over: area)'`
struct ImportCommand: ParsableCommand, ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: "Read observations from a table, and answer statements with them.",
      discussion: "Without statements the table is checked: each wrong line is told.")
  }

  @OptionGroup var options: SharedOptions
  @Argument(help: "A table of comma-separated values.", completion: .file()) var file: String
  @Argument(help: ArgumentHelp("A statement, in quotes.", valueName: "expr")) var statements: [String] = []

  func run() throws {
    Evaluation(
      [":import \(file.split(whereSeparator: \.isNewline).joined(separator: " "))"] + statements,
      options.choices
    )
    .start()
  }
}

/// `chiso export share.csv 'digital_economy_share[2021..2025]'`
struct ExportCommand: ShellSubcommand {
  static let name = "export"
  @OptionGroup var options: SharedOptions
  @Flag(name: .customLong("replace"), help: "Put the file in the place of one that is there already.")
  var replaces = false
  @Argument(
    help: "The file; its ending says the form: .csv, .json or .md, packed as .csv.gz.", completion: .file())
  var file: String
  @Argument(help: "An expression, in quotes.") var expression: [String]

  var words: [String] {
    (replaces ? ["--replace"] : []) + [file.contains("\"") ? "'\(file)'" : "\"\(file)\""] + expression
  }
}
