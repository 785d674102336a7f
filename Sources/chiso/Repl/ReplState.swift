import ChisoLineEditing
import ChisoShell
import ChisoTerminal

/// What a conversation knows: the shell and the earlier entries. Both are made when somebody asks for them first, which
/// is when the prompt stands already.
final class ReplState {
  /// Whether the terminal is one that nobody knows: colours would be noise on it.
  var isDumb = false { didSet { if madeShell != nil { shell = withoutNoise(shell) } } }
  private let choices: Choices
  private let history = HistoryFile(environment: Environment.values)
  private lazy var records = history?.load() ?? []
  private var madeShell: Shell?
  /// The text that was asked for last; nil once the shell may have changed.
  private var lastDraft: Draft?

  init(_ choices: Choices) { self.choices = choices }

  /// What the conversation begins with; the shell is not made for it.
  var greeting: StyledText { choices.settings.language.greeting }

  /// The shell that answers.
  var shell: Shell {
    get {
      if let madeShell { return madeShell }
      let shell = makeShell()
      madeShell = shell
      return shell
    }
    _modify {
      var shell = madeShell ?? makeShell()
      // Held once, so that what is changed is not copied.
      madeShell = nil
      lastDraft = nil
      defer { madeShell = shell }
      yield &shell
    }
  }

  /// A text that is being typed; whoever asks for the same one gets it as it was read and checked.
  func draft(_ text: String) -> Draft {
    if let lastDraft, lastDraft.text.utf8.elementsEqual(text.utf8) { return lastDraft }
    let draft = shell.assistance.draft(text)
    lastDraft = draft
    return draft
  }

  /// What a text means that is being typed; what was found out is there for Enter.
  func preview(_ text: String, isCancelled: @escaping @Sendable () -> Bool) -> [StyledText] {
    var draft = draft(text)
    defer { lastDraft = draft }
    return shell.preview(&draft, isCancelled: isCancelled)
  }

  /// Whether the shell has been asked to end; it is not made for that.
  var isFinished: Bool { madeShell?.isFinished ?? false }

  /// The entries of earlier conversations, the oldest first.
  private(set) lazy var entries = records.map(\.text)
  /// The entries that were answered, for suggestions.
  private(set) lazy var goodEntries = records.filter(\.ok).map(\.text)

  /// Keeps an entry that was run.
  func keep(_ entry: String, isWell: Bool) {
    shell.entries.append(entry)
    if isWell { goodEntries.append(entry) }
    history?.append(entry, ok: isWell)
  }

  private func makeShell() -> Shell {
    var shell = choices.makeShell()
    shell.entries = entries
    return withoutNoise(shell)
  }

  private func withoutNoise(_ shell: Shell) -> Shell {
    guard isDumb else { return shell }
    var shell = shell
    shell.capabilities.colour = false
    shell.diagnosticCapabilities.colour = false
    return shell
  }
}
