import ChisoHost
import ChisoKernel
import ChisoPresentation
import ChisoWords

extension Shell {
  mutating func run(
    _ syntax: CommandSyntax, at place: StatementPlace, stopsOnError: Bool, to sink: Sink
  ) -> Bool {
    let nameSpan = SourceSpan(
      start: syntax.span.start, end: syntax.span.start + 1 + Int32(syntax.name.utf8.count))
    guard let command = ShellCommand.named(syntax.name) else {
      let nearest = nearestNames(to: syntax.name, among: ShellCommand.allNames)
      write(failures: [.unknownCommand(syntax.name, nearest: nearest, at: nameSpan)], of: place, to: sink)
      return false
    }
    let span = syntax.arguments.isEmpty ? nameSpan : syntax.argumentsSpan
    let call = CommandCall(command: command, arguments: syntax.arguments, span: span)
    do throws(CommandFailure) {
      let start = settings.showsTiming ? ContinuousClock.now : nil
      switch try command.action(&self, call) {
      case .reply where session.isCancelled():
        write(failures: [.stopped(at: place.span)], of: place, to: sink)
        return false
      case .reply(let reply):
        if command.changesSession, isRecording, !call.arguments.isEmpty { host.record.add(place.text) }
        write(reply, of: place.text, to: sink)
        if settings.format != .json { write(reply.warnings, of: place, to: sink) }
        if let start, settings.format == .text, command.takesTime {
          writeTiming(ContinuousClock.now - start, to: sink)
        }
        return true
      case .refused(let problems):
        write(problems, of: place, to: sink)
        return false
      case .run(let source):
        return load(source, of: place.text, stopsOnError: stopsOnError, to: sink)
      }
    } catch {
      if let source = error.source {
        write(error.diagnostics.map { PlacedDiagnostic(diagnostic: $0, source: source) }, of: place, to: sink)
      } else {
        write(failures: error.diagnostics, of: place, to: sink)
      }
      return false
    }
  }

  /// Runs a file, and tells which of the figures that it states have changed.
  private mutating func load(
    _ source: SourceText, of statement: String, stopsOnError: Bool, to sink: Sink
  ) -> Bool {
    let outer = comparison
    loadingDepth += 1
    comparison = FigureComparison()
    defer {
      loadingDepth -= 1
      comparison = outer
    }
    let isWell = run(source, stopsOnError: stopsOnError, to: sink)
    if let reply = comparison?.reply(in: self) { write(reply, of: statement, to: sink) }
    return isWell
  }
}
