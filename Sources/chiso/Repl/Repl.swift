import ChisoExchange
import ChisoLineEditing
import ChisoShell
import ChisoTerminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A conversation with a person at a terminal.
struct Repl {
  private var shell: Shell
  private let editor: LineEditor
  private let history: HistoryFile?
  private let output = Output()
  /// The entries that were answered, for suggestions.
  private var goodEntries: [String]

  /// A conversation at standard input and output; nil where one of them is no terminal.
  init?(_ shell: Shell) {
    let capabilities = shell.capabilities
    var configuration = LineEditorConfiguration(
      prompt: StyledText("chiso>", .prompt) + " ", capabilities: capabilities)
    let history = HistoryFile(environment: Environment.values)
    let records = history?.load() ?? []
    configuration.history = records.map(\.text)
    goodEntries = records.filter(\.ok).map(\.text)
    guard let editor = LineEditor(configuration) else { return nil }
    self.shell = shell
    self.shell.entries = configuration.history
    self.editor = editor
    self.shell.stopEvaluating { Interruption.isAsked }
    // A terminal that nobody knows is a dumb one: colours would be noise on it.
    if editor.isDumb {
      self.shell.capabilities.colour = false
      self.shell.diagnosticCapabilities.colour = false
    }
    self.history = history
  }

  /// Runs the statements of the start file, where there is one.
  mutating func runStartFile() {
    guard let path = Environment.startFile, let text = try? TextFile.read(path) else { return }
    shell.run(SourceText(text, name: path), to: output.write)
    output.flush()
  }

  /// Answers until the person leaves.
  mutating func run() {
    greet()
    while !shell.isFinished {
      prepareEditor()
      switch editor.readEntry() {
      case .text(let entry): answer(entry)
      case .interrupted: continue
      case .endOfInput: return
      }
    }
  }

  private func greet() {
    let greeting: StyledText =
      "\("Chiso", .emphasis) \("answers questions about official figures.", .plain)\n\("Try", .quiet) \("share(digital_economy, gdp, 2025)")\(", or", .quiet) \(":help", .command) \("for more.", .quiet)"
    output.write(
      ShellOutput(
        channel: .answers, text: greeting.rendered(colour: shell.capabilities.colour) + "\n\n"))
    output.flush()
  }

  private mutating func answer(_ entry: String) {
    guard entry.contains(where: { !$0.isWhitespace }) else { return }
    shell.entries.append(entry)
    editor.add(history: entry)
    Interruption.watch()
    let isWell = shell.run(SourceText(entry), to: output.write)
    output.flush()
    if isWell { goodEntries.append(entry) }
    history?.append(entry, ok: isWell)
  }

  /// The editor asks the shell as it is now.
  private func prepareEditor() {
    let shell = shell
    editor.configuration.isComplete = shell.isComplete
    editor.configuration.highlight = { shell.highlighted($0, cursorOffset: $1) }
    editor.configuration.complete = { text, offset in
      let completion = shell.complete(text, offset: offset)
      return CompletionAnswer(
        replacement: completion.replacement,
        candidates: completion.candidates.map { .init($0.text, role: $0.role, description: $0.description) },
        total: completion.total, commonPrefix: completion.commonPrefix)
    }
    let entries = goodEntries
    editor.configuration.suggest = { shell.suggestion(for: $0, among: entries) }
    editor.configuration.preview = { shell.preview($0, isCancelled: $1) }
    editor.configuration.workWhileIdle = { shell.prepareCompletion() }
  }
}
