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
      commandName: "import",
      abstract:
        "Read the figures of a file as statistical offices publish it, and answer statements with them.",
      discussion:
        "SDMX, JSON-stat, PX, workbooks and tables of any separator. Without statements it is told what was read."
    )
  }

  @OptionGroup var options: SharedOptions
  @Option(help: ArgumentHelp("The column of indicators, or the name of the only one.", valueName: "column"))
  var indicator: String?
  @Option(help: ArgumentHelp("The column of areas.", valueName: "column")) var area: String?
  @Option(help: ArgumentHelp("The column of periods.", valueName: "column")) var period: String?
  @Option(help: ArgumentHelp("The column of figures; may stand several times.", valueName: "column"))
  var value: [String] = []
  @Option(help: ArgumentHelp("The unit of all figures: \"billion USD\".", valueName: "unit")) var unit:
    String?
  @Option(help: ArgumentHelp("What stands before decimals: . or ,", valueName: "mark")) var decimal: String?
  @Option(help: ArgumentHelp("How many decimals are meant.", valueName: "count")) var decimals: Int?
  @Option(help: ArgumentHelp("How many lines stand above the header.", valueName: "count")) var skip: Int?
  @Option(help: ArgumentHelp("The sheet of a workbook, by name or number.", valueName: "name")) var sheet:
    String?
  @Option(help: ArgumentHelp("The cells of a sheet: B5:M80.", valueName: "cells")) var range: String?
  @Option(help: ArgumentHelp("The day of the release: 2025-01-31.", valueName: "day")) var published: String?
  @Flag(help: "Draw the first indicator.") var plot = false
  @Flag(help: "Keep the options in a recipe beside the file, for its next release.") var keep = false
  @Argument(help: "A file of any format; - is standard input.", completion: .file()) var file: String
  @Argument(help: ArgumentHelp("A statement, in quotes.", valueName: "expr")) var statements: [String] = []

  func run() throws {
    let path = file.split(whereSeparator: \.isNewline).joined(separator: " ")
    let arguments = readingOptions.isEmpty ? path : ([quoted(path)] + readingOptions).joined(separator: " ")
    Evaluation([":import \(arguments)"] + statements, options.choices).start()
  }

  /// The options of the command, as the prompt takes them.
  private var readingOptions: [String] {
    let single: [(name: String, value: String?)] = [
      ("indicator", indicator), ("area", area), ("period", period), ("unit", unit), ("decimal", decimal),
      ("decimals", decimals.map(String.init)), ("skip", skip.map(String.init)), ("sheet", sheet),
      ("range", range), ("published", published),
    ]
    return single.compactMap { option in option.value.map { "--\(option.name) \(quoted($0))" } }
      + value.map { "--value \(quoted($0))" } + (plot ? ["--plot"] : []) + (keep ? ["--keep"] : [])
  }

  private func quoted(_ text: String) -> String { text.contains("\"") ? "'\(text)'" : "\"\(text)\"" }
}

/// `chiso export share.csv 'digital_economy_share[2021..2025]'`
struct ExportCommand: ShellSubcommand {
  static let name = "export"
  @OptionGroup var options: SharedOptions
  @Flag(name: .customLong("replace"), help: "Put the file in the place of one that is there already.")
  var replaces = false
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "The form: sdmx-csv, sdmx-json, sdmx-structure, json-stat, xlsx, csv, json or markdown.",
      valueName: "form"))
  var form: String?
  @Argument(
    help: "The file; its ending says the form: .csv, .json, .md or .xlsx, packed as .csv.gz.",
    completion: .file())
  var file: String
  @Argument(help: "An expression, in quotes.") var expression: [String]

  var words: [String] {
    (replaces ? ["--replace"] : []) + (form.map { ["--as", $0] } ?? []) + [
      file.contains("\"") ? "'\(file)'" : "\"\(file)\""
    ] + expression
  }
}
