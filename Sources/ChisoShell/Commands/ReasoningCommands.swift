import ChisoExchange
import ChisoHost
import ChisoKernel
import ChisoPresentation
import ChisoTerminal
import ChisoWords

extension ShellCommand {
  static let explain = ShellCommand(
    name: "explain", aliases: ["why"], arguments: [Argument("EXPR", .expression)],
    summary: "show where an answer comes from, down to each claim",
    details: """
      Value, range, source and date of every step; why a claim was chosen, and which were not. With `--plan` before the \
      expression: what is read and computed for it, step by step, without doing it.
      """,
    examples: [
      ":explain share(digital_economy, gdp, 2024)", ":explain gdp[2023] to VND",
      ":explain --plan growth(gdp)[2024]",
    ], isSubcommand: true,
    purpose: .reason, takesTime: true
  ) { shell, wholeCall throws(CommandFailure) in
    let call = wholeCall.without("--plan")
    let text = try call.required()
    if wholeCall.has("--plan") {
      do throws(EvaluationError) {
        let steps = try shell.session.planLines(of: text)
        return .reply(
          CommandReply(
            StyledText(steps.joined(separator: "\n")),
            records: [[("plan", .array(steps.map { .string($0) }))]]))
      } catch {
        throw CommandFailure(error, at: call)
      }
    }
    let explained = try shell.explained(text, at: call.span)
    do throws(EvaluationError) {
      let explanation = try explained.get()
      let writer = ExplanationText(style: shell.style, width: shell.capabilities.width)
      return .reply(CommandReply(writer.text(explanation), records: [explanation.record]))
    } catch {
      throw CommandFailure(error, at: call)
    }
  }

  static let check = ShellCommand(
    name: "check", arguments: [Argument("NAME", .name, optional: true)],
    summary: "show where the sources cannot all be right",
    details:
      "What cannot be true comes first, each set of claims as small as it can be; then what deserves a second "
      + "look, then notes. With a name only what concerns that indicator.",
    examples: [":check", ":check digital_economy"], isSubcommand: true, purpose: .reason, takesTime: true
  ) { shell, call throws(CommandFailure) in
    var report = try shell.host.checkReport(at: call.span)
    if !call.arguments.isEmpty {
      let name = call.arguments
      guard !shell.catalogue.indicators(named: name).isEmpty else {
        let nearest = nearestNames(to: name, among: shell.catalogue.indicators.map(\.name))
        throw CommandFailure(.nothingNamed(name, nearest: nearest, at: call.span))
      }
      let bare = shell.catalogue.indicators[Int(shell.catalogue.indicators(named: name)[0])].declaration.name
      report.findings.removeAll { !$0.indicators.contains(bare) }
    }
    let text = FindingText(language: shell.language, width: shell.capabilities.width)
      .text(report, about: call.arguments.isEmpty ? nil : call.arguments)
    return .reply(CommandReply(text, records: report.findings.map(\.record)))
  }
}

extension Shell {
  /// The explanation of an expression, or why it has none.
  fileprivate mutating func explained(
    _ text: String, at span: SourceSpan
  ) throws(CommandFailure) -> Result<Explanation, EvaluationError> {
    do throws(CommandFailure) {
      return try host.explain(text)
    } catch {
      throw CommandFailure(error.diagnostics.map { $0.moved(by: span.start) })
    }
  }
}
