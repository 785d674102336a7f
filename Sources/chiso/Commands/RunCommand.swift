import ArgumentParser
import ChisoExchange
import ChisoKernel
import ChisoShell

/// `chiso run figures.chiso`
struct RunCommand: ParsableCommand, ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the statements of files, one file after the other.")

  @OptionGroup var options: SharedOptions

  @Flag(name: .customLong("stop-on-error"), help: "End with the first statement that fails.")
  var stopsOnError = false

  @ArgumentParser.Argument(
    help: ArgumentHelp("A file with statements; `-` is standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  func run() throws {
    var shell = options.choices.makeShell()
    let output = Output()
    var isWell = true
    for file in files where !shell.isFinished && (isWell || !stopsOnError) {
      do throws(FileFailure) {
        let text = try TextFile.read(file == "-" ? "/dev/stdin" : file)
        let source = SourceText(text, name: file == "-" ? "stdin" : file)
        isWell = shell.run(source, stopsOnError: stopsOnError, to: output.write) && isWell
      } catch {
        isWell = false
        output.write(.unreadable(error))
      }
    }
    output.flush()
    leave(isWell)
  }
}

extension ShellOutput {
  /// A line on standard error.
  static func message(_ text: String) -> ShellOutput { ShellOutput(channel: .diagnostics, text: text + "\n") }

  /// Why a file cannot be read, and the way out where one is known.
  static func unreadable(_ failure: FileFailure) -> ShellOutput {
    let wayOut = failure.wayOut.map { "\nhelp: \($0.text)" } ?? ""
    return message("error: The file `\(failure.path)` cannot be read: \(failure.reason.text).\(wayOut)")
  }
}
