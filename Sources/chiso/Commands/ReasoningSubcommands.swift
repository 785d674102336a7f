import ArgumentParser
import ChisoShell

/// `chiso explain 'share(digital_economy, gdp, 2024)'`
struct ExplainCommand: ShellSubcommand {
  static let name = "explain"
  @OptionGroup var options: SharedOptions
  @Flag(help: "Show what is read and computed, step by step, without doing it.") var plan = false
  @Argument(help: ArgumentHelp("An expression, in quotes.", valueName: "words")) var expression: [String]

  var words: [String] { (plan ? ["--plan"] : []) + expression }
}

/// `chiso check --strict`
struct CheckCommand: ShellSubcommand {
  static let name = "check"
  @OptionGroup var options: SharedOptions
  @Flag(help: "End with status 1 if anything cannot be true.") var strict = false
  @Argument(help: "An indicator, to hear of it alone.") var words: [String] = []

  func isAcceptable(_ shell: Shell) -> Bool { !strict || !shell.hasContradictions(about: words.first) }
}

/// `chiso target digital_economy_share 2025`
struct TargetCommand: ShellSubcommand {
  static let name = "target"
  @OptionGroup var options: SharedOptions
  @Argument(help: "An indicator, and the period of its target.") var words: [String]
}
