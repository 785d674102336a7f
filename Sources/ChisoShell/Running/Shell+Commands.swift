import ChisoKernel

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
      switch try command.action(&self, call) {
      case .reply(let reply):
        write(reply, of: place.text, to: sink)
        return true
      case .refused(let problems):
        write(problems, of: place, to: sink)
        return false
      case .run(let source):
        loadingDepth += 1
        defer { loadingDepth -= 1 }
        return run(source, stopsOnError: stopsOnError, to: sink)
      }
    } catch {
      write(failures: [error.diagnostic], of: place, to: sink)
      return false
    }
  }
}
