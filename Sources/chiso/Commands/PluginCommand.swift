import ArgumentParser
import ChisoExchange
import ChisoKernel
import ChisoModel
import ChisoPluginTesting
import ChisoShell

/// `chiso plugin verify figures/health`
struct PluginCommand: ParsableCommand, ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin", abstract: "Begin a plugin of your own, or look whether one keeps to the rules.",
    subcommands: [NewPluginCommand.self, VerifyPluginCommand.self])

  func run() throws { throw CleanExit.helpRequest(self) }

  static func read(_ arguments: [String]) throws -> any ProgramCommand {
    let command = try parseAsRoot(arguments)
    guard let command = command as? any ProgramCommand else { throw ExitCode.validationFailure }
    return command
  }
}

/// `chiso plugin new health --kind swift`
struct NewPluginCommand: ParsableCommand, ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a plugin that works as it is, in a folder of its name.",
    discussion: """
      For example:
        chiso plugin new health
        chiso plugin new health --kind swift --chiso ../chiso
      """)

  @Option(help: "What it is written in.")
  var kind: KindArgument = KindArgument(kind: .definitions)

  @Option(
    help: ArgumentHelp(
      "The folder of Chiso's sources, for a plugin in Swift; those that the program was built from, if they are there.",
      valueName: "path"),
    completion: .directory)
  var chiso: String?

  @ArgumentParser.Argument(help: "The name of the plugin.")
  var name: String

  func validate() throws { _ = try scaffold() }

  func run() throws {
    let scaffold = try scaffold()
    let output = Output()
    var isWell = true
    for file in scaffold.files {
      do throws(FileFailure) {
        try TextFile.create(file.text, at: "\(name)/\(file.path)")
        output.write(ShellOutput(channel: .answers, text: "\(name)/\(file.path)\n"))
      } catch {
        isWell = false
        output.write(.message("error: The file `\(error.path)` cannot be written: \(error.reason.text)."))
      }
    }
    output.flush()
    leave(isWell)
  }

  /// The files to write; refused where they cannot be.
  private func scaffold() throws -> PluginScaffold {
    let sources = chiso ?? ProgramFile.sources
    if kind.kind == .swift {
      guard let sources else {
        throw ValidationError("Where are Chiso's sources? Say it with `--chiso PATH`.")
      }
      guard ProgramFile.holdsSources(sources) else {
        throw ValidationError(
          "There are no sources of Chiso in `\(sources)`: give the folder with its `Package.swift`.")
      }
    }
    let scaffold: PluginScaffold
    do throws(PluginScaffold.Refusal) {
      scaffold = try PluginScaffold(
        name, kind: kind.kind, kernel: Folder.wholePath(of: sources ?? ""), taken: bundledPlugins.map(\.name)
      )
    } catch {
      throw ValidationError(error.message)
    }
    if (try? PathKind(name)) != nil {
      throw ValidationError(
        "There is something called `\(name)` here already: take another name, or another folder.")
    }
    return scaffold
  }
}

/// `chiso plugin verify libHealthPluginLibrary.so`
struct VerifyPluginCommand: ParsableCommand, ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Look whether a plugin keeps to the rules, and print a report; status 1 where it does not.",
    discussion:
      "Definitions, names, units, documentation, sources, answers, examples, the tests that the plugin ships, the same "
      + "answers twice, results that fit, nothing made of nothing, budgets.")

  /// For how many seconds a single call is waited for.
  private static let patience = 10

  @OptionGroup var options: SharedOptions

  @ArgumentParser.Argument(
    help: "A folder or file of definitions and observations, or a library.", completion: .file())
  var path: String

  func run() throws {
    var choices = options.choices
    choices.plugins = []
    var shell = choices.makeShell()
    let output = Output()
    var others = bundledPlugins
    // It may need what is loaded beside it.
    for path in options.plugins {
      guard let other = shell.readPlugin(path, isTrusted: options.isTrusting, to: output.write),
        shell.loadPlugin(path, isTrusted: options.isTrusting, to: output.write)
      else { leave(false) }
      others.append(other)
    }
    let beside = others
    guard let plugin = shell.readPlugin(path, isTrusted: options.isTrusting, to: output.write) else {
      leave(false)
    }
    let question = Question()
    let report = waiting(for: plugin, atMost: .seconds(VerifyPluginCommand.patience)) {
      await PluginReport(verifying: plugin, beside: beside) { question.asked = $0 }
    }
    guard let report else {
      output.write(
        .message(
          "error: The plugin `\(plugin.name)` did not return within \(VerifyPluginCommand.patience) s when it was asked \(question.asked)."
        ))
      leave(false)
    }
    output.write(ShellOutput(channel: .answers, text: "\(report)\n"))
    output.flush()
    leave(report.isWell)
  }
}

/// What a plugin was asked last.
private final class Question: Sendable {
  private let text = Guarded("")

  var asked: String {
    get { text.withLock { $0 } }
    set { text.withLock { $0 = newValue } }
  }
}

/// What a plugin is written in, as an option: `swift`.
struct KindArgument: ExpressibleByArgument {
  let kind: PluginScaffold.Kind

  init(kind: PluginScaffold.Kind) { self.kind = kind }

  init?(argument: String) {
    guard let kind = PluginScaffold.Kind(rawValue: argument) else { return nil }
    self.kind = kind
  }

  var defaultValueDescription: String { kind.rawValue }

  static let allValueStrings = PluginScaffold.Kind.allCases.map(\.rawValue)
}
