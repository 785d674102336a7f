import ChisoHost
import ChisoKernel
import ChisoPresentation
import ChisoTerminal
import ChisoWords

extension ShellCommand {
  static let target = ShellCommand(
    name: "target", arguments: [Argument("NAME", .name), Argument("PERIOD", .targetPeriod, optional: true)],
    summary: "show whether a target is reached, and what is missing to it",
    details:
      "The outcome or the latest figure, the targets and who set them, the gap, the pace that is required, and the "
      + "state: reached, on track, late, past or unknown. Without a period the next target that is due.",
    examples: [":target digital_economy_share 2025", ":target digital_economy_share"], isSubcommand: true,
    purpose: .reason, takesTime: true
  ) { shell, call throws(CommandFailure) in
    let words = (try call.required()).split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count <= 2 else { throw CommandFailure(.unwantedArgument(call.command.usage, at: call.span)) }
    let catalogue = shell.catalogue
    guard let name = words.first, !catalogue.indicators(named: name).isEmpty else {
      let nearest = nearestNames(to: words[0], among: catalogue.indicators.map(\.name))
      throw CommandFailure(.nothingNamed(words[0], nearest: nearest, at: call.span))
    }
    var due: Period?
    if words.count == 2 {
      guard let period = Period(words[1]) else {
        throw CommandFailure(.noSuchPeriod(words[1], at: call.span))
      }
      due = period
    }
    // Sources are asked for the whole indicator first.
    _ = shell.host.answer(to: name)
    do throws(EvaluationError) {
      let report = try shell.session.targetReport(of: name, by: due)
      let text = TargetText(style: shell.style)
      return .reply(CommandReply(text.text(report), records: [report.record]))
    } catch {
      throw CommandFailure(
        error.diagnostics.map { diagnostic in
          var diagnostic = diagnostic
          diagnostic.span = call.span
          diagnostic.labels = []
          diagnostic.hints = diagnostic.hints.map { Diagnostic.Hint($0.phrase) }
          return diagnostic
        })
    }
  }
}
