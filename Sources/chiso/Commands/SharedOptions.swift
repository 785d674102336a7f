import ArgumentParser
import ChisoKernel
import ChisoShell
import ChisoTerminal

/// The form of answers as an option: `json`.
struct FormatArgument: ExpressibleByArgument {
  let format: OutputFormat

  init?(argument: String) {
    guard let format = OutputFormat(rawValue: argument) else { return nil }
    self.format = format
  }

  static let allValueStrings = OutputFormat.allCases.map(\.rawValue)
}

/// The language as an option: `vi`.
struct LocaleArgument: ExpressibleByArgument {
  let language: Language

  init?(argument: String) {
    guard let language = Language(rawValue: argument) else { return nil }
    self.language = language
  }

  static let allValueStrings = Language.allCases.map(\.rawValue)
}

/// A day as an option: `2024-12-31`.
struct DayArgument: ExpressibleByArgument {
  let day: CivilDate

  init?(argument: String) {
    guard let day = CivilDate(argument) else { return nil }
    self.day = day
  }
}

/// The options that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(help: "The form of answers.")
  var format: FormatArgument?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Give figures as they were known on a day.", valueName: "date"))
  var vintage: DayArgument?

  @Option(help: "The language of labels and numbers.")
  var locale: LocaleArgument?

  @Option(
    name: .customLong("plugin"), parsing: .singleValue,
    help: ArgumentHelp(
      "Load a plugin: a folder or file of definitions and observations, or a library. May be repeated.",
      valueName: "path"),
    completion: .file())
  var plugins: [String] = []

  @Flag(
    name: .customLong("trusted"), help: "Load libraries without trying them in a process of their own first.")
  var isTrusting = false

  @Flag(name: [.customLong("no-colour"), .customLong("no-color")], help: "Use no colours.")
  var isWithoutColour = false

  @Flag(name: .customLong("no-rc"), help: "Run no statements before the first prompt.")
  var isWithoutStartFile = false

  /// What the options say.
  var choices: Choices {
    var choices = Choices()
    choices.settings.format = format?.format ?? .text
    choices.settings.language = locale?.language ?? .english
    if isWithoutColour { choices.settings.colour = .never }
    choices.vintage = vintage?.day
    choices.plugins = plugins
    choices.isTrusting = isTrusting
    choices.runsStartFile = !isWithoutStartFile
    return choices
  }
}
