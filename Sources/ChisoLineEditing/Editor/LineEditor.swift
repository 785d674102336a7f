import ChisoTerminal
import CLibEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads entries from a person at a terminal: with history, completion, colours, in one line or several.
///
/// For example:
///
///     guard let editor = LineEditor(configuration) else { return readPlainly() }
///     while case .text(let entry) = editor.readEntry() { answer(entry) }
///
/// Only one editor may read at a time, since there is but one terminal.
public final class LineEditor {
  /// What is shown and asked; may be changed between entries.
  public var configuration: LineEditorConfiguration { didSet { preparePrompt() } }

  let editLine: OpaquePointer
  var buffer: EditBuffer { EditBuffer(editLine: editLine) }
  let signals: SignalWatch
  var input: KeyboardInput
  var painter: EntryPainter
  var navigation: HistoryNavigation
  /// Whether the terminal cannot move its cursor, or is one that nobody knows.
  public let isDumb: Bool

  /// Whether `~/.editrc` asks for vi's keys.
  private(set) var usesVi = false

  /// What ended the entry, where it was no text.
  var ending: Entry?
  /// What waits for the command bound to a private key.
  var pastedText = ""
  var composedLetter: Unicode.Scalar?
  /// Scalars that are delivered before the keyboard is asked again.
  var queue: [Unicode.Scalar] = []
  /// The suggestion and the preview that stand on the screen, where they do.
  var shownExtras: ShownExtras?
  /// The text whose preview is known, and its wordings.
  var knownPreview: (text: String, wordings: [StyledText])?
  /// The text whose suggestion is known, and the suggestion.
  var knownSuggestion: (text: String, rest: String?)?
  /// How many previews in a row took long.
  var slowPreviews = 0
  /// How long nobody must have typed before a preview is worked out, in milliseconds; grows where one took long.
  var previewDelay: Int32 = 0
  var isPainted = true
  var maySearch = false
  /// Keys are counted so that a Tab that follows another one is known.
  var keyCount = 0
  var lastCompletionKey = -1
  /// The list that a further Tab turns over.
  var shownList: ShownList?

  private let searchHistory: OpaquePointer
  private var hasHistory = false
  private var functionWords: [UnsafeMutablePointer<wchar_t>] = []
  private var prompt = UnsafeMutablePointer<wchar_t>.allocate(capacity: 0)

  /// An editor on standard input and output; nil where one of them is no terminal.
  public init?(_ configuration: LineEditorConfiguration) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, chiso_use_utf8() else { return nil }
    guard let signals = SignalWatch(), let editLine = chiso_edit_start(configuration.programName) else {
      return nil
    }
    guard let searchHistory = history_winit() else {
      el_end(editLine)
      return nil
    }
    self.configuration = configuration
    self.editLine = editLine
    self.signals = signals
    self.searchHistory = searchHistory
    isDumb =
      configuration.capabilities.isDumb
      || !chiso_edit_terminal_can(editLine, "up") || !chiso_edit_terminal_can(editLine, "ce")
    input = KeyboardInput(signals: signals)
    painter = EntryPainter(
      columns: 80, rows: 24, promptWidth: 0, colour: configuration.capabilities.colour && !isDumb,
      canMove: !isDumb)
    navigation = HistoryNavigation(entries: [])
    connect()
  }

  deinit {
    chiso_edit_set_owner(editLine, nil)
    el_end(editLine)
    history_wend(searchHistory)
    prompt.deallocate()
    for word in functionWords { word.deallocate() }
  }

  /// Adds an entry to those that Up and Ctrl-R find. Writing it to a file is the caller's affair.
  public func add(history entry: String) {
    let entry = Composition.composed(entry)
    guard !entry.isEmpty else { return }
    navigation.add(entry)
    chiso_history_enter(searchHistory, WideText.codes(entry))
  }

  /// Takes in the earlier entries. Nobody waits for that: it is done when the first prompt stands.
  func takeHistory() {
    guard !hasHistory else { return }
    hasHistory = true
    configuration.history().forEach(add(history:))
  }

  /// Waits for an entry.
  public func readEntry() -> Entry {
    navigation.startOver()
    (ending, shownExtras, isPainted, maySearch, lastCompletionKey) = (nil, nil, true, false, -1)
    (shownList, knownPreview, knownSuggestion) = (nil, nil, nil)
    queue = []
    measureTerminal()
    signals.start()
    setPasteBrackets(true)
    defer {
      setPasteBrackets(false)
      signals.stop()
    }
    var count: Int32 = 0
    let line = el_wgets(editLine, &count)
    if let ending { return ending }
    guard let line, count > 0 else { return .endOfInput }
    let codes = UnsafeBufferPointer(start: line, count: Int(count))
    var scalars = String.UnicodeScalarView()
    for code in codes { scalars.append(Unicode.Scalar(UInt32(bitPattern: code)) ?? "\u{FFFD}") }
    if scalars.last == "\n" { scalars.removeLast() }
    return .text(Composition.composed(String(scalars)))
  }

  private func connect() {
    chiso_edit_set_owner(editLine, Unmanaged.passUnretained(self).toOpaque())
    chiso_edit_leave_signals_alone(editLine)
    chiso_edit_keep_carriage_returns(editLine)
    chiso_history_limit(searchHistory, 100_000)
    chiso_edit_set_history(editLine, searchHistory)
    preparePrompt()
    chiso_edit_set_prompt(editLine, { LineEditor.owner(of: $0)?.prompt }, 1)
    chiso_edit_set_reader(editLine) { editLine, result in
      LineEditor.owner(of: editLine)?.readCharacter(into: result) ?? -1
    }
    functionWords = KeyBindings.install(in: editLine)
    usesVi = chiso_edit_uses_vi(editLine)
  }

  /// libedit loses a colour at the very end of a prompt, so its last space stands outside of any.
  private func preparePrompt() {
    var text = configuration.prompt
    if text.plain.hasSuffix(" ") { text = text.truncatedByOne }
    let rendered = text.rendered(colour: painter.colour, guardMark: "\u{1}") + " "
    painter.promptWidth = text.displayWidth + 1
    prompt.deallocate()
    prompt = WideText.memory(of: rendered)
  }
}

extension LineEditor {
  /// The editor that libedit calls back for.
  static func owner(of editLine: OpaquePointer) -> LineEditor? {
    chiso_edit_owner(editLine).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Writes behind what libedit has written.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        if let start = characters.baseAddress { chiso_write(start, characters.count) }
      }
    }
  }

  /// Lets libedit run the command of `key` next.
  func push(_ key: PrivateKey) {
    el_wpush(editLine, WideText.codes(String(key.scalar)))
  }

  /// Asks for the size of the terminal; whether it has changed.
  @discardableResult
  func measureTerminal() -> Bool {
    let before = (painter.columns, painter.rows)
    let size = TerminalCapabilities.size(of: STDOUT_FILENO)
    painter.columns = size?.columns ?? 80
    painter.rows = size.map { $0.rows > 0 ? $0.rows : 24 } ?? 24
    return before != (painter.columns, painter.rows)
  }

  func setPasteBrackets(_ isOn: Bool) {
    guard !isDumb else { return }
    write(isOn ? ControlSequence.bracketedPasteOn : ControlSequence.bracketedPasteOff)
  }

  /// Where the entry stands on the screen now.
  var layout: EntryLayout {
    EntryLayout(
      buffer.scalars, cursor: buffer.cursor, promptWidth: painter.promptWidth, columns: painter.columns)
  }
}

extension StyledText {
  /// The text without its last character.
  fileprivate var truncatedByOne: StyledText {
    var pieces = pieces
    if let last = pieces.indices.last { pieces[last].text.removeLast() }
    return StyledText(pieces)
  }
}
