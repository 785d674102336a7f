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
  private let state: ReplState
  private let editor: LineEditor
  private let output = Output()
  private var pager: Pager?

  /// A conversation at standard input and output; nil where one of them is no terminal.
  init?(_ choices: Choices) {
    state = ReplState(choices)
    // What is wrong with a plugin is told before anything else.
    if !choices.plugins.isEmpty { _ = state.shell }
    var configuration = LineEditorConfiguration(
      prompt: StyledText("chiso>", .prompt) + " ",
      capabilities: .current(environment: Environment.values, preference: choices.settings.colour))
    configuration.ask(state)
    guard let editor = LineEditor(configuration) else { return nil }
    self.editor = editor
    state.isDumb = editor.isDumb
  }

  private var shell: Shell {
    get { state.shell }
    nonmutating _modify { yield &state.shell }
  }

  /// Runs the statements of the start file, where there is one.
  mutating func runStartFile() {
    guard let path = Environment.startFile, (try? PathKind(path)) != nil else { return }
    do throws(FileFailure) {
      _ = run(ParsedSource(SourceText(try TextFile.read(path), name: path)))
    } catch {
      output.write(.unreadable(error))
    }
    output.flush()
  }

  /// Answers until the person leaves.
  mutating func run() {
    greet()
    // Between two entries too Ctrl-C ends nothing.
    Interruption.watch()
    while !state.isFinished {
      switch editor.readEntry() {
      case .text(let entry): answer(entry)
      case .interrupted: continue
      case .endOfInput: return
      }
    }
  }

  private func greet() {
    let hasColour = editor.configuration.capabilities.colour && !editor.isDumb
    let width = editor.configuration.capabilities.width ?? 80
    let text = state.greeting.wrapped(to: width).joined(separator: "\n").rendered(colour: hasColour)
    output.write(ShellOutput(channel: .answers, text: text + "\n\n"))
    output.flush()
  }

  private mutating func answer(_ entry: String) {
    guard entry.contains(where: { !$0.isWhitespace }) else { return }
    editor.add(history: entry)
    let draft = state.draft(entry)
    measureTerminal()
    let isWell = run(draft.parsed, of: draft)
    output.flush()
    state.keep(entry, isWell: isWell)
  }

  /// Runs an entry, tells how far it is, and gives it up at Ctrl-C: then all is as it was before.
  private mutating func run(_ source: ParsedSource, of draft: Draft? = nil) -> Bool {
    Interruption.watch()
    guard let run = EntryRun(shell, source, draft) else {
      return shell.run(source, of: draft, to: output.write)
    }
    var line = ProgressLine(shell, output)
    while true {
      let result = run.result(within: 50)
      if let result {
        line.wipe()
        shell = result.shell
        show(run.outputs)
        return result.isWell
      }
      if Interruption.isAsked {
        run.giveUp()
        line.wipeKey()
        measureTerminal()
        shell.writeStopped(source.source, to: output.write)
        return false
      }
      line.show(run.progress)
    }
  }

  /// Writes what an entry put out; turns its pages where it is longer than the screen.
  private func show(_ outputs: [ShellOutput]) {
    let rows = outputs.reduce(0) { $0 + $1.text.utf8.count { $0 == UInt8(ascii: "\n") } }
    if let height = shell.capabilities.height, rows >= height, shell.settings.turnsPages, let pager,
      pager.show(outputs.map(\.text).joined())
    {
      return
    }
    for piece in outputs.lazy.flatMap(\.pieces) {
      if Interruption.isAsked {
        var line = ProgressLine(shell, output)
        line.wipeKey()
        shell.writeCut(to: output.write)
        return
      }
      output.write(piece)
      output.flush()
    }
  }

  /// The window may have another size than at the last entry.
  private mutating func measureTerminal() {
    guard let size = TerminalCapabilities.size(of: STDOUT_FILENO) else { return }
    if pager == nil, !editor.isDumb { pager = Pager() }
    if Environment["COLUMNS"] == nil { shell.capabilities.width = size.columns }
    shell.capabilities.height = size.rows
    shell.diagnosticCapabilities.width = shell.capabilities.width
    shell.canTurnPages = pager != nil && shell.settings.turnsPages
  }

}

extension LineEditorConfiguration {
  /// Asks a conversation as it is at that moment.
  fileprivate mutating func ask(_ state: ReplState) {
    history = { state.entries }
    isComplete = { state.draft($0).isComplete }
    highlight = { state.shell.highlighted(state.draft($0), cursorOffset: $1) }
    complete = { text, offset in
      let shell = state.shell
      let completion = shell.complete(text, offset: offset)
      return CompletionAnswer(
        replacement: completion.replacement,
        candidates: zip(completion.candidates, shell.descriptions(of: completion.candidates)).map {
          .init($0.text, role: $0.kind.role, description: $1)
        },
        total: completion.total, commonPrefix: completion.commonPrefix)
    }
    notePage = {
      state.shell.note(ofCandidates: $0.first...$0.last, of: $0.total, endsList: $0.endsList)
    }
    suggest = { state.shell.assistance.suggestion(for: $0, among: state.goodEntries) }
    preview = { state.preview($0, isCancelled: $1) }
    workWhileIdle = { state.shell.assistance.prepare() }
  }
}

extension ShellOutput {
  /// The same in pieces of some lines, between which it can be cut.
  fileprivate var pieces: [ShellOutput] {
    guard text.utf8.count > 4_096 else { return [self] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return stride(from: 0, to: lines.count, by: 32).map { start in
      let end = min(lines.count, start + 32)
      return ShellOutput(
        channel: channel, text: lines[start..<end].joined(separator: "\n") + (end < lines.count ? "\n" : ""))
    }
  }
}
