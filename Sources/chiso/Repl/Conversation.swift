import ChisoExchange
import ChisoShell

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What happens without a command: a prompt at a terminal, else the statements of standard input.
struct Conversation {
  private let choices: Choices

  init(_ choices: Choices) { self.choices = choices }

  func start() -> Never {
    if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, var repl = Repl(choices) {
      if choices.runsStartFile { repl.runStartFile() }
      repl.run()
      leave(true)
    }
    readStatements()
  }

  /// One result for each statement of standard input.
  private func readStatements() -> Never {
    var shell = choices.makeShell()
    shell.isRecording = false
    let output = Output()
    var input = StatementInput(descriptor: STDIN_FILENO, name: "stdin")
    var isWell = true
    do throws(FileFailure) {
      while !shell.isFinished, let source = try input.next(beforeWaiting: output.flush) {
        isWell = shell.run(source, to: output.write) && isWell
      }
    } catch {
      isWell = false
      output.write(.unreadable(error))
    }
    output.flush()
    leave(isWell)
  }
}
