import ChisoExchange
import ChisoKernel
import ChisoPresentation
import ChisoTerminal
import ChisoWords

extension ShellCommand {
  static let plot = ShellCommand(
    name: "plot", arguments: [Argument("EXPR", .expression)],
    summary: "draw a series as a chart",
    details: """
      Reported figures are dots with a line between them, weaker ones circles, targets diamonds that stand apart. \
      What has areas and no periods becomes bars.
      """,
    examples: [":plot digital_economy_share", ":plot gdp[2015..2024]"], isSubcommand: true, purpose: .reason,
    takesTime: true
  ) { shell, call throws(CommandFailure) in
    let answer = try shell.answer(to: try call.required(), at: call.span)
    let plot = AnswerPlot(
      style: shell.style, width: shell.capabilities.width ?? 80,
      height: shell.capabilities.height ?? 24)
    let observations = try shell.observations(of: answer, for: call)
    guard let text = plot.text(answer, observations) else {
      throw CommandFailure(.nothingToPlot(isSingle: answer.kind == .figure, at: call.span))
    }
    return .reply(CommandReply(text, records: [AnswerRecord(answer, observations: observations).members]))
  }
}
