public import ChisoTerminal

/// What a line editor shows and asks while a person types.
public struct LineEditorConfiguration {
  /// The name under which `~/.editrc` may address the program.
  public var programName = "chiso"
  /// What stands before an entry: one row, ended by a space.
  public var prompt: StyledText
  /// What the terminal can show.
  public var capabilities: TerminalCapabilities
  /// Earlier entries, the oldest first; asked for once, when the first prompt stands.
  public var history: () -> [String] = { [] }
  /// What a new line of an unfinished entry starts with.
  public var indentation = "  "

  /// Whether Enter ends the entry; else it opens another line.
  public var isComplete: (_ text: String) -> Bool = { _ in true }
  /// What Tab offers at a place, counted in UTF-8 bytes.
  public var complete: (_ text: String, _ cursorOffset: Int) -> CompletionAnswer = { _, cursor in
    CompletionAnswer(replacement: cursor..<cursor, candidates: [])
  }
  /// What stands below a page of candidates that is not the whole.
  public var notePage: (CompletionPage) -> String = { "\($0.first)–\($0.last) / \($0.total)" }
  /// The same text with roles, for a cursor counted in UTF-8 bytes. Asked after each key, where colours may be shown.
  public var highlight: ((_ text: String, _ cursorOffset: Int) -> StyledText)?
  /// What may follow the text; shown greyly behind it, and taken with Right or Ctrl-F.
  public var suggest: ((_ text: String) -> String?)?
  /// What the text means, in a few words at the right edge; of several wordings the first for which there is room.
  /// Asked when no key waits, once for each text, and for an empty one too; to be left off once `isCancelled` says that
  /// a key has come.
  public var preview: ((_ text: String, _ isCancelled: @escaping @Sendable () -> Bool) -> [StyledText])?
  /// Work for when nobody types, in pieces of a millisecond or two; whether some is left.
  public var workWhileIdle: (() -> Bool)?

  /// An editor with `prompt`, without history, completion, colours, suggestions or previews.
  public init(prompt: StyledText, capabilities: TerminalCapabilities) {
    self.prompt = prompt
    self.capabilities = capabilities
  }
}
