import ChisoTerminal
import CLibEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The one hook that libedit gives: it is called when the screen is up to date and a character is needed.
// Colours and suggestions are painted here; signals, pastes and marks are turned into private keys.
extension LineEditor {
  /// Delivers the next character to libedit: 1, or -1 where `ending` says why there is none.
  func readCharacter(into result: UnsafeMutablePointer<wchar_t>) -> Int32 {
    guard let scalar = nextScalar() else { return -1 }
    keyCount += 1
    result.pointee = wchar_t(bitPattern: scalar.value)
    return 1
  }

  private func nextScalar() -> Unicode.Scalar? {
    if !queue.isEmpty { return queue.removeFirst() }
    takeHistory()
    isPainted = false
    if !input.isPending { paint() }
    while true {
      if input.isQuiet(for: 0) { showPreview() }
      while input.isQuiet(for: 0), configuration.workWhileIdle?() == true {}
      let event = input.next()
      wipeExtras()
      switch event {
      case .scalar(let scalar): return delivered(scalar)
      case .paste(let text): if let key = delivered(paste: PastedText.cleaned(text)) { return key }
      case .signal(let number):
        if let key = answer(signal: number) { return key }
        if ending != nil { return nil }
      case .end:
        ending = .endOfInput
        return nil
      }
    }
  }

  /// Whether Ctrl-R has the keyboard: libedit then keeps its own line under the entry's text.
  var isSearching: Bool {
    guard maySearch else { return false }
    let lastLine = buffer.text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    maySearch = lastLine.hasPrefix("bck") || lastLine.hasPrefix("fwd")
    return maySearch
  }

  private func delivered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\r", "\n":
      if !isPainted { paint(withExtras: false) }
    case "\u{12}":
      maySearch = true
    case "\u{1B}" where input.isInsideKey && isSearching:
      // The search ends with one ESC and would type the rest of an arrow; with another it is an arrow.
      queue = [scalar]
    case "\u{1B}" where usesVi:
      if let arrow = input.takeArrow() { return arrow.scalar }
    case _ where Composition.isMark(scalar):
      return composed(mark: scalar)
    case _ where (0x80..<0xA0).contains(scalar.value):
      return "\u{FFFD}"
    default: break
    }
    return scalar
  }

  /// A mark that composes with the letter before the cursor changes that letter.
  private func composed(mark: Unicode.Scalar) -> Unicode.Scalar {
    let scalars = Array(buffer.scalars)
    let isSearching = isSearching
    let position = (isSearching ? scalars.count : buffer.cursor) - 1
    guard scalars.indices.contains(position), let letter = Composition.composed(scalars[position], mark)
    else {
      return mark
    }
    if isSearching {
      queue = [letter]
      return "\u{7F}"
    }
    composedLetter = letter
    return PrivateKey.compose.scalar
  }

  /// While searching, the first line of a paste is typed; else it is inserted as a whole.
  private func delivered(paste text: String) -> Unicode.Scalar? {
    guard !text.isEmpty else { return nil }
    guard isSearching else {
      pastedText = text
      return PrivateKey.paste.scalar
    }
    queue = Array((text.split(separator: "\n").first ?? "").unicodeScalars)
    return queue.isEmpty ? nil : queue.removeFirst()
  }

  /// The key that a signal is turned into, if any.
  private func answer(signal number: Int32) -> Unicode.Scalar? {
    switch number {
    case SIGINT:
      leaveEntry(showing: "^C")
      input.discard()
      ending = .interrupted
      return nil
    case SIGQUIT:
      // Ctrl-\\ beside Enter is a slip; who wants to leave has Ctrl-D.
      return nil
    case SIGWINCH:
      return PrivateKey.resize.scalar
    case SIGTSTP:
      leaveEntry(showing: "^Z")
      restoreTerminal()
      chiso_signal_default(SIGTSTP)
      signals.forget(SIGTSTP, SIGCONT)
      return resumed()
    case SIGCONT:
      return resumed()
    default:
      leaveEntry(showing: "")
      restoreTerminal()
      signals.stop()
      raise(number)
      ending = .endOfInput
      return nil
    }
  }

  /// After the program was stopped the terminal has the shell's modes, whatever libedit believes.
  private func resumed() -> Unicode.Scalar {
    chiso_edit_set_raw(editLine, false)
    chiso_edit_set_raw(editLine, true)
    setPasteBrackets(true)
    return PrivateKey.redraw.scalar
  }

  private func restoreTerminal() {
    setPasteBrackets(false)
    chiso_edit_set_raw(editLine, false)
  }

  /// Puts the cursor on a free row under the entry, behind which `sign` is left.
  func leaveEntry(showing sign: String) {
    let layout = layout
    guard !isDumb, layout.rowCount <= painter.rows else { return write(sign + "\r\n") }
    // A row in which nothing stands need not be there yet.
    let lastRow = max(layout.lastInkedRow, layout.cursor.row)
    let column = layout.end.row == lastRow ? layout.end.column : 0
    write(
      ControlSequence.down(lastRow - layout.cursor.row) + "\r" + ControlSequence.forward(column)
        + (layout.end.row == lastRow ? sign : "") + "\r\n")
  }
}
