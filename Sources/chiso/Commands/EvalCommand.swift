import ArgumentParser
import ChisoShell

/// `chiso eval 'share(digital_economy, gdp, 2025)'`
struct EvalCommand: ParsableCommand, ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluate expressions and other statements, and print their results.",
    discussion: "An expression that begins with a minus may need `--` before it.")

  @OptionGroup var options: SharedOptions

  @Argument(help: ArgumentHelp("A statement, in quotes.", valueName: "expr"))
  var expressions: [String]

  func run() throws { Evaluation(expressions, options.choices).start() }
}

/// Statements from the command line, one result each.
struct Evaluation {
  private let statements: [String]
  private let choices: Choices

  init(_ statements: [String], _ choices: Choices) {
    self.statements = statements
    self.choices = choices
  }

  func start() -> Never {
    var shell = choices.makeShell()
    let output = Output()
    var isWell = true
    for statement in statements where !shell.isFinished {
      isWell = shell.run(SourceText(statement), to: output.write) && isWell
    }
    output.flush()
    leave(isWell)
  }
}
