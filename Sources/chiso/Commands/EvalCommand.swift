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

  func run() throws {
    var shell = options.makeShell()
    let output = Output()
    var isWell = true
    for expression in expressions where !shell.isFinished {
      isWell = shell.run(SourceText(expression), to: output.write) && isWell
    }
    output.flush()
    leave(isWell)
  }
}
